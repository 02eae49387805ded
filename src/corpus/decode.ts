import { isUtf8 } from 'node:buffer';

/** A file's text, or why it is none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'undecodable'; readonly problem: string; readonly remedy: string };

/**
 * Least share of a GB18030 text's characters above ASCII that have to be common: the 3,755 characters of level 1 of
 * GB 2312 make up more than 95 % of ordinary Chinese text, and less than half of what bytes of another encoding
 * give when they are read as GB18030.
 */
const LEAST_COMMON_SHARE = 0.6;

const SAVE_AS_UTF8 = 'Save it as UTF-8 (GB18030, and UTF-16 with a byte-order mark, are read too).';

/**
 * Reads bytes as text: UTF-16 where a byte-order mark says so, UTF-8 where they are valid UTF-8, else GB18030 where
 * that gives Chinese. A byte-order mark is no part of the text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes);
  if (utf16) return decodeUtf16(bytes, utf16);
  if (bytes.includes(0)) {
    return undecodable(
      'It is not text (it contains NUL bytes, so it is probably a binary file).',
      'Remove it from the folder, or convert it to UTF-8 text.',
    );
  }
  if (isUtf8(bytes)) return text(new TextDecoder('utf-8').decode(bytes));
  const chinese = isLikelyGb18030(bytes) ? tryDecode(bytes, 'gb18030') : undefined;
  if (chinese !== undefined) return text(chinese);
  return undecodable('It is neither UTF-8 nor GB18030.', SAVE_AS_UTF8);
}

/** Which UTF-16 the byte-order mark states, if any. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const decoded = tryDecode(bytes, encoding);
  if (decoded !== undefined && !decoded.includes('\0')) return text(decoded);
  return undecodable('Its byte-order mark says UTF-16, but it is damaged.', SAVE_AS_UTF8);
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Whether most of the double-byte characters are common Chinese ones. */
function isLikelyGb18030(bytes: Uint8Array): boolean {
  let all = 0;
  let common = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const trail = bytes[++i] ?? 0;
    all++;
    const hanzi = lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
    const sign = lead === 0xa1 || lead === 0xa3;
    if (hanzi || (sign && trail >= 0xa1)) common++;
  }
  return common >= all * LEAST_COMMON_SHARE;
}

function text(decoded: string): Decoded {
  return { kind: 'text', text: decoded };
}

function undecodable(problem: string, remedy: string): Decoded {
  return { kind: 'undecodable', problem, remedy };
}
