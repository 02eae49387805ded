import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ApiResponse } from '@grammyjs/types';
import { type Dispatcher, dispatch } from './dispatch.js';

/** Answers what is not the Bot API's: the chat page and its endpoints. */
export type Site = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

const CALL = /^\/bot([^/]+)\/([^/]+)\/?$/;

/** The HTTP server: the Bot API under `/bot<token>/`, all else for the site. */
export function createApiServer(token: string, dispatcher: Dispatcher, site: Site): Server {
  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const call = CALL.exec(url.pathname);
    const work = call
      ? answerCall(token, dispatcher, request, response, call, url)
      : site(request, response, url);
    work.catch((error: unknown) => failed(response, error));
  });
}

async function answerCall(
  token: string,
  dispatcher: Dispatcher,
  request: IncomingMessage,
  response: ServerResponse,
  [, given, method]: RegExpExecArray,
  { searchParams }: URL,
): Promise<void> {
  if (decodeURIComponent(given ?? '') !== token) {
    return send(response, { ok: false, error_code: 401, description: 'Unauthorized' });
  }
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const verdict = await dispatch(
    dispatcher,
    request,
    { method: method ?? '', query: searchParams },
    gone.signal,
  );
  if (verdict.kind === 'cut') request.socket.destroy();
  else send(response, verdict.response);
}

function send(response: ServerResponse, body: ApiResponse<unknown>): void {
  const retry = body.ok ? undefined : body.parameters?.retry_after;
  const headers = { 'content-type': 'application/json', ...(retry ? { 'retry-after': String(retry) } : {}) };
  response.writeHead(body.ok ? 200 : body.error_code, headers);
  response.end(JSON.stringify(body));
}

/** A fault of the playground itself: the bot sees what it would see of Telegram, the developer sees the error. */
function failed(response: ServerResponse, error: unknown): void {
  process.stderr.write(
    `playground: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  if (!response.headersSent)
    send(response, { ok: false, error_code: 500, description: 'Internal Server Error' });
  else response.destroy();
}
