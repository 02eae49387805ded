import { isUtf8 } from 'node:buffer';
import { tryBig5 } from './encoding/big5.js';
import { tryDecode } from './encoding/try-decode.js';
import { unmarkedEncoding } from './encoding/unmarked.js';
import type { Fault } from './fault.js';

/** A file's text, or why it is none. */
export type Decoded =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** As people call it; absent where it is UTF-8. */
      readonly encoding?: string;
    }
  | ({ readonly kind: 'undecodable' } & Fault);

const SAVE_AS_UTF8 = {
  en: 'Save it as UTF-8 (UTF-16, GB18030 and Big5 are read too).',
  zh: '请另存为 UTF-8（UTF-16、GB18030 和 Big5 也能读）。',
};
const UNKNOWN: Fault = {
  problem: {
    en: 'It is neither UTF-8 nor UTF-16, GB18030 or Big5.',
    zh: '认不出编码：不是 UTF-8，也不是 UTF-16、GB18030 或 Big5。',
  },
  remedy: SAVE_AS_UTF8,
};
const BINARY: Fault = {
  problem: {
    en: 'It is not text (it contains NUL bytes, so it is probably a binary file).',
    zh: '这不是文本文件（含有 NUL 字节，很可能是二进制文件）。',
  },
  remedy: {
    en: 'Remove it from the folder, or convert it to UTF-8 text.',
    zh: '请把它移出文件夹，或转成 UTF-8 文本。',
  },
};
const DAMAGED_UTF16: Fault = {
  problem: {
    en: 'Its byte-order mark says UTF-16, but it is damaged.',
    zh: '文件开头标明是 UTF-16，内容却已损坏。',
  },
  remedy: SAVE_AS_UTF8,
};
/** Encodings of Latin, Cyrillic and so on: programs state them of everything, and any bytes are valid in them. */
const STATED_OF_EVERYTHING = /^(?:windows-(?!31j)|iso-8859|macintosh|x-mac|koi8|ibm866)/;
const CALLED: Readonly<Record<string, string>> = {
  gb18030: 'GB18030',
  big5: 'Big5',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

/**
 * Reads bytes as text: UTF-16 where a byte-order mark says so, UTF-8 where they are valid UTF-8, else as is stated, else in
 * the encoding that gives the likeliest Chinese. A byte-order mark is no part of the text.
 * @param stated name of the encoding that the file states of itself, as `statedEncoding` gives it
 */
export function decode(bytes: Uint8Array, stated?: string): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16) return decodeUtf16(bytes, utf16);
  const binary = bytes.includes(0);
  if (!binary && isUtf8(bytes)) return { kind: 'text', text: new TextDecoder('utf-8').decode(bytes) };
  for (const encoding of toTry(bytes, binary ? undefined : stated)) {
    const decoded = encoding === 'big5' ? tryBig5(bytes) : tryDecode(bytes, encoding);
    if (decoded !== undefined) return text(decoded, encoding);
  }
  return { kind: 'undecodable', ...(binary ? BINARY : UNKNOWN) };
}

/** Which UTF-16 the byte-order mark states, if any. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const decoded = tryDecode(bytes, encoding);
  if (decoded !== undefined && !decoded.includes('\0')) return text(decoded, encoding);
  return { kind: 'undecodable', ...DAMAGED_UTF16 };
}

/** What is stated comes first where somebody must have chosen it. */
function* toTry(bytes: Uint8Array, stated: string | undefined): Generator<string> {
  const doubtful = stated !== undefined && STATED_OF_EVERYTHING.test(stated);
  if (stated !== undefined && !doubtful) yield stated;
  const likely = unmarkedEncoding(bytes);
  if (likely) yield likely;
  if (stated !== undefined && doubtful) yield stated;
}

function text(decoded: string, encoding: string): Decoded {
  return { kind: 'text', text: decoded, encoding: CALLED[encoding] ?? encoding };
}
