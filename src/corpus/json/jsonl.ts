import { decode, utf16Of } from '../decode.js';
import { failed, type ReadOutcome, read } from '../reader.js';
import { isObject, Records } from './records.js';

const FORM = 'Each line is one object like {"id": "…", "title": "…", "text": "…"}.';

/**
 * Reads a file of one article a line (`Reader`). Lines are decoded one by one, so that a damaged line costs itself
 * alone and the file is never held a second time as text.
 */
export function* readJsonl(source: string, bytes: Uint8Array): Generator<ReadOutcome> {
  const records = new Records(source, true);
  let line = 0;
  for (const content of linesOf(bytes)) {
    line++;
    const decoded = typeof content === 'string' ? content : decodeLine(content);
    if (typeof decoded !== 'string') yield failed(source, decoded.problem, decoded.remedy, line);
    else if (decoded.trim() !== '') yield readLine(records, source, decoded, line);
  }
  yield* records.close('JSONL');
}

function readLine(records: Records, source: string, content: string, line: number): ReadOutcome {
  let fields: unknown;
  try {
    fields = JSON.parse(content);
  } catch (error) {
    return failed(source, `The line is not valid JSON (${(error as Error).message}).`, FORM, line);
  }
  if (!isObject(fields)) return failed(source, 'The line is no JSON object.', FORM, line);
  const article = records.articleOf(fields, [line, line]);
  return article ? read(article) : failed(source, 'The line has no "text".', FORM, line);
}

function decodeLine(bytes: Uint8Array): string | { problem: string; remedy: string } {
  const decoded = decode(bytes);
  return decoded.kind === 'text' ? decoded.text : decoded;
}

/** Lines as bytes; of UTF-16, whose line ends are no single bytes, as text. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array | string> {
  if (utf16Of(bytes)) {
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
