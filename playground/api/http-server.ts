import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ApiResponse } from '@grammyjs/types';
import type { Files } from '../store/files.js';
import type { Dispatcher } from './dispatch.js';
import { answerFaultily } from './faulty-answer.js';
import { readParameters } from './parameters.js';

/** Answers what is not the Bot API's: the chat page and its endpoints. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/** What the HTTP server is made of. */
export interface ApiServerOptions {
  /** The one token that is accepted. */
  readonly token: string;
  readonly dispatcher: Dispatcher;
  readonly files: Files;
  readonly site: PageHandler;
}

/** Longer than a long poll, so that a connection does not close just as a bot uses it again; milliseconds. */
const KEEP_ALIVE_MS = 75_000;

const CALL = /^\/bot([^/]+)\/([^/]+)\/?$/;
const FILE = /^\/file\/bot([^/]+)\/(.+)$/;

/** The HTTP server: calls under `/bot<token>/`, downloads under `/file/bot<token>/`, all else for the site. */
export function createApiServer(options: ApiServerOptions): Server {
  const server = createServer((request, response) => {
    route(options, request, response).catch((error: unknown) => failed(response, error));
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

async function route(
  options: ApiServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = decode(url.pathname);
  const [, token, target] = CALL.exec(path) ?? FILE.exec(path) ?? [];
  if (token === undefined || target === undefined) return options.site(request, response, url);
  if (token !== options.token) return send(response, errorBody(401, 'Unauthorized'));
  if (path.startsWith('/file/')) return sendFile(options.files, response, target);
  return answerCall(options.dispatcher, request, response, target, url.searchParams);
}

async function answerCall(
  dispatcher: Dispatcher,
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  query: URLSearchParams,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const outcome = await dispatcher.call(method, () => readParameters(request, query), gone.signal);
  if (!answerFaultily(outcome.fault, response)) send(response, outcome.response);
}

function sendFile(files: Files, response: ServerResponse, path: string): void {
  const file = files.at(path);
  if (!file) {
    send(response, errorBody(404, 'Not Found'));
    return;
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': file.content.length,
  });
  response.end(file.content);
}

function send(response: ServerResponse, body: ApiResponse<unknown>): void {
  const retry = body.ok ? undefined : body.parameters?.retry_after;
  const headers = {
    'content-type': 'application/json',
    ...(retry === undefined ? {} : { 'retry-after': String(retry) }),
  };
  response.writeHead(body.ok ? 200 : body.error_code, headers);
  response.end(JSON.stringify(body));
}

const errorBody = (error_code: number, description: string): ApiResponse<never> => ({
  ok: false,
  error_code,
  description,
});

/** Tokens hold a colon, which some clients escape. A path that cannot be read names nothing. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A fault of the playground itself: the bot sees what it would see of Telegram, the developer sees the error. */
function failed(response: ServerResponse, error: unknown): void {
  if (response.destroyed) return;
  process.stderr.write(
    `playground: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  if (response.headersSent) response.destroy();
  else send(response, errorBody(500, 'Internal Server Error'));
}
