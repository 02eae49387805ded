import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest } from '../api-error.js';
import { readMultipart } from './multipart.js';
import type { Upload } from './upload.js';

/** Largest body in bytes: uploads up to 50 MB (Bot API, "Sending files"), and what stands around them. */
const LARGEST_BODY = 52 * 1_024 * 1_024;

/** The parameters of a call before they are held against the method's. */
export interface Parameters {
  /** Values of JSON as they are; all others as the text that came. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Files by the name under which `attach://name` finds them. */
  readonly files: ReadonlyMap<string, Upload>;
  /** Whether the values are text that stands for numbers, booleans and JSON too. */
  readonly textual: boolean;
}

/** Reads parameters from the query and the body, in each of the four ways that the Bot API takes. */
export async function readParameters(request: IncomingMessage, query: URLSearchParams): Promise<Parameters> {
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return textual(query);
  if (/^application\/json\b/i.test(type)) return fromJson(body, query);
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return textual(query, new URLSearchParams(body.toString('utf8')));
  }
  const boundary = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  if (!boundary) return textual(query);
  const { fields, files } = readMultipart(body, boundary[1] ?? boundary[2] ?? '');
  return { values: new Map([...query, ...fields]), files, textual: true };
}

/** The whole body; refuses what is too large without reading on. */
export async function readBody(request: IncomingMessage, largest = LARGEST_BODY): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw new ApiError(413, 'Request Entity Too Large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function textual(...sources: readonly URLSearchParams[]): Parameters {
  return { values: new Map(sources.flatMap((source) => [...source])), files: new Map(), textual: true };
}

function fromJson(body: Buffer, query: URLSearchParams): Parameters {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest("can't parse JSON object");
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    throw badRequest('expected an Object');
  // The Bot API takes null for "not given".
  const given = Object.entries(parsed).filter(([, value]) => value !== null);
  return { values: new Map<string, unknown>([...query, ...given]), files: new Map(), textual: false };
}
