import { createRequire } from 'node:module';
import { tryDecode } from './try-decode.js';

/** Where Node puts the characters that its Big5 has no others for: those of Hong Kong, and signs like ①. */
const PRIVATE = /[\ue000-\uf8ff]/u;
/** What iconv-lite puts for bytes that are none. */
const REPLACEMENT = '\ufffd';

/**
 * Bytes as text in Big5: as Node reads it, and with the characters of Hong Kong (HKSCS) where Node has none for them; `undefined`
 * where they are not valid.
 * @param whole false where the bytes may end in the middle of a character
 */
export function tryBig5(bytes: Uint8Array, whole = true): string | undefined {
  const text = tryDecode(bytes, 'big5', whole);
  return text === undefined || PRIVATE.test(text) ? (withHongKong(bytes, whole) ?? text) : text;
}

/** Tables are loaded when a text needs them: it takes some 60 ms. */
function withHongKong(bytes: Uint8Array, whole: boolean): string | undefined {
  const iconv = createRequire(import.meta.url)('iconv-lite') as typeof import('iconv-lite');
  const decoder = iconv.getDecoder('big5-hkscs');
  const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const rest = whole ? (decoder.end() ?? '') : '';
  return text.includes(REPLACEMENT) || rest !== '' ? undefined : text;
}
