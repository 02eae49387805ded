/**
 * Bytes as text, less a byte-order mark; `undefined` where they are not valid in the encoding, or there is no such encoding.
 * @param encoding a label of the WHATWG's Encoding Standard
 * @param whole false where the bytes may end in the middle of a character
 */
export function tryDecode(bytes: Uint8Array, encoding: string, whole = true): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !whole });
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
