/** About how much of a section is made and written at a time, in bytes: few enough to let other work have its turn. */
const PIECE_BYTES = 2 ** 20;
/** Rows of numbers that are gathered before they are handed on. */
const ROWS = 2 ** 14;

/** The bytes of an array of numbers. */
export function bytesOf(array: Uint8Array | Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** An array in pieces. */
export function* slices(array: Uint16Array | Uint32Array): Generator<Uint8Array> {
  const bytes = bytesOf(array);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/** Texts as UTF-16 units, one after the other; unlike UTF-8 that keeps lone halves of pairs. */
export function* units(texts: Iterable<string>): Generator<Uint8Array> {
  let buffered: string[] = [];
  let bytes = 0;
  for (const text of texts) {
    buffered.push(text);
    bytes += text.length * 2;
    if (bytes < PIECE_BYTES) continue;
    yield Buffer.from(buffered.join(''), 'utf16le');
    buffered = [];
    bytes = 0;
  }
  yield Buffer.from(buffered.join(''), 'utf16le');
}

/** Values as one JSON array. */
export function* json(values: Iterable<unknown>): Generator<Uint8Array> {
  let text = '[';
  let separator = '';
  for (const value of values) {
    text += separator + JSON.stringify(value);
    separator = ',';
    if (text.length < PIECE_BYTES) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(`${text}]`);
}

/** Rows of numbers, 32 bits each, one after the other. */
export function* numbers(rows: Iterable<readonly number[]>): Generator<Uint8Array> {
  let buffered: number[] = [];
  for (const row of rows) {
    buffered.push(...row);
    if (buffered.length < ROWS) continue;
    yield bytesOf(Uint32Array.from(buffered));
    buffered = [];
  }
  yield bytesOf(Uint32Array.from(buffered));
}
