import { isUtf8 } from 'node:buffer';
import type { Bilingual } from '../../language/bilingual.js';
import { decode, utf16Of } from '../decode.js';
import { unmarkedEncoding } from '../encoding/unmarked.js';
import type { Fault } from '../fault.js';
import { failed, type ReadOutcome, read } from '../reader.js';
import { isObject, Records } from './records.js';

/** How many bytes of such lines are looked at. */
const ENOUGH_TO_TELL = 64 * 1024;
const LINE_END = Uint8Array.of(0x0a);
const FORM: Bilingual = {
  en: 'Each line is one object like {"id": "…", "title": "…", "text": "…"}.',
  zh: '每行应是一个对象，如 {"id": "…", "title": "…", "text": "…"}。',
};
const NO_OBJECT: Fault = {
  problem: { en: 'The line is no JSON object.', zh: '这一行不是 JSON 对象。' },
  remedy: FORM,
};
const NO_TEXT: Fault = {
  problem: { en: 'The line has no "text".', zh: '这一行缺少正文（"text"）。' },
  remedy: FORM,
};

/**
 * Reads a file of one article a line (`Reader`). Lines are decoded one by one, so that a damaged line costs itself
 * alone and the file is never held a second time as text.
 */
export function* readJsonl(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  const records = new Records(source, true);
  const encodings = new Set<string>();
  const likely = isUtf16(bytes) ? undefined : likelyEncoding(bytes);
  let line = 0;
  for (const content of linesOf(bytes)) {
    line++;
    const decoded = typeof content === 'string' ? content : decodeLine(content, likely, encodings);
    if (typeof decoded !== 'string') yield failed(source, decoded, line);
    else if (decoded.trim() !== '') yield* readLine(records, source, decoded, line);
  }
  const encoding = isUtf16(bytes) ? 'UTF-16' : [...encodings].join(', ') || undefined;
  yield* records.close('JSONL', { encoding });
}

function* readLine(records: Records, source: string, content: string, line: number): Generator<ReadOutcome> {
  let fields: unknown;
  try {
    fields = JSON.parse(content);
  } catch (error) {
    yield failed(source, invalid(error as SyntaxError), line);
    return;
  }
  if (!isObject(fields)) {
    yield failed(source, NO_OBJECT, line);
    return;
  }
  const article = records.articleOf(fields, [line, line]);
  if (article !== 'withheld') yield article ? read(article) : failed(source, NO_TEXT, line);
}

/** What the engine says of it, it says in English. */
function invalid({ message }: SyntaxError): Fault {
  return {
    problem: { en: `The line is not valid JSON (${message}).`, zh: '这一行不是正确的 JSON。' },
    remedy: FORM,
  };
}

function decodeLine(bytes: Uint8Array, likely: string | undefined, encodings: Set<string>): string | Fault {
  const decoded = decode(bytes, likely);
  if (decoded.kind !== 'text') return decoded;
  if (decoded.encoding !== undefined) encodings.add(decoded.encoding);
  return decoded.text;
}

function isUtf16(bytes: Uint8Array): boolean {
  return utf16Of(bytes) !== undefined || (bytes.includes(0) && unmarkedEncoding(bytes) !== undefined);
}

/** How the lines that are no UTF-8 are encoded: many together tell it more surely than each by itself. */
function likelyEncoding(bytes: Uint8Array): string | undefined {
  if (isUtf8(bytes)) return undefined;
  const lines: Uint8Array[] = [];
  let length = 0;
  for (const line of linesOf(bytes)) {
    if (typeof line === 'string' || isUtf8(line)) continue;
    lines.push(line, LINE_END);
    length += line.length + 1;
    if (length >= ENOUGH_TO_TELL) break;
  }
  return unmarkedEncoding(Buffer.concat(lines));
}

/** Lines as bytes; of UTF-16, whose line ends are no single bytes, as text. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array | string> {
  if (isUtf16(bytes)) {
    const decoded = decode(bytes);
    if (decoded.kind === 'text') yield* decoded.text.split('\n');
    else yield bytes;
    return;
  }
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}
