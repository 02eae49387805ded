import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../api/parameters.js';
import { ApiError } from '../api-error.js';
import { LARGEST_UPLOAD } from '../limits/limits.js';
import { PlaygroundError } from '../playground-error.js';
import type { Files } from '../store/files.js';
import { newFile } from '../user-actions/attachment.js';
import type { FileResponse } from '../user-api.js';

/** Pictures that a page may show, by how their content begins; all else is kept on disk by whoever wants it. */
const PICTURES: readonly (readonly [start: string, type: string])[] = [
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff', 'image/jpeg'],
];

/** Longest name of a file, in UTF-16 units, as most systems have it. */
const LONGEST_NAME = 255;

/** Takes in a file that a person is about to send. What cannot be taken is answered with the reason. */
export async function takeFile(files: Files, request: IncomingMessage, url: URL): Promise<FileResponse> {
  try {
    // Pages of other sites cannot send this type without asking first, which is never granted.
    if (request.headers['content-type'] !== 'application/octet-stream')
      throw new PlaygroundError('A file is sent as application/octet-stream.');
    const name = url.searchParams.get('name') ?? '';
    if (name === '' || name.length > LONGEST_NAME)
      throw new PlaygroundError(`The name of a file has 1 to ${LONGEST_NAME} characters.`);
    const content = await readBody(request, LARGEST_UPLOAD);
    return { ok: true, result: { id: newFile(files, { name, content }).file_id } };
  } catch (error) {
    if (error instanceof PlaygroundError || error instanceof ApiError)
      return { ok: false, error: error.message };
    throw error;
  }
}

/** Gives a file that was sent. What is in it comes from people and bots, so a browser is to run nothing of it. */
export function giveFile(files: Files, response: ServerResponse, fileId: string): void {
  const file = files.get(fileId);
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('Not found\n');
    return;
  }
  const start = file.content.toString('latin1', 0, 8);
  const picture = PICTURES.find(([known]) => start.startsWith(known))?.[1];
  const name = encodeURIComponent(file.file_name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16)}`,
  );
  response.writeHead(200, {
    'content-type': picture ?? 'application/octet-stream',
    'content-length': file.content.length,
    'content-disposition': `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600, immutable',
  });
  response.end(file.content);
}
