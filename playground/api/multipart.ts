import { badRequest } from '../api-error.js';
import { Upload } from './upload.js';

/** The parts of a form, by name. */
export interface Form {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Upload>;
}

const BLANK_LINE = Buffer.from('\r\n\r\n');

/**
 * Takes a multipart/form-data body apart. Lenient where Telegram is: grammY leaves file names without quotes, and
 * they may hold blanks and Chinese, which the stricter readers turn down.
 */
export function readMultipart(body: Buffer, boundary: string): Form {
  const fields = new Map<string, string>();
  const files = new Map<string, Upload>();
  for (const part of partsOf(body, Buffer.from(`--${boundary}`))) {
    const end = part.indexOf(BLANK_LINE);
    if (end < 0) throw badRequest('a part of the form has no end of headers');
    const header = disposition(part.subarray(0, end).toString('utf8'));
    const content = part.subarray(end + BLANK_LINE.length);
    const name = parameter(header, 'name');
    if (name === undefined) throw badRequest('a part of the form has no name');
    const fileName = parameter(header, 'filename');
    if (fileName === undefined) fields.set(name, content.toString('utf8'));
    else files.set(name, new Upload(fileName, content));
  }
  return { fields, files };
}

/** What stands between the delimiters, without the line breaks that belong to them. */
function* partsOf(body: Buffer, delimiter: Buffer): Generator<Buffer> {
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length + 2;
    const next = body.indexOf(delimiter, from);
    if (next < 0) return;
    yield body.subarray(from, next - 2);
    start = next;
  }
}

function disposition(headers: string): string {
  const line = headers.split('\r\n').find((header) => /^content-disposition\s*:/i.test(header));
  if (line === undefined) throw badRequest('a part of the form has no content disposition');
  return line;
}

function parameter(header: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\r\\n]*))`, 'i').exec(header);
  return match?.[1]?.replace(/\\(.)/g, '$1') ?? match?.[2]?.trim();
}
