import { once } from 'node:events';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BilingualError } from '../language/bilingual.js';

/** What answers which requests, by method and path: `GET /healthz`. A `GET` route answers `HEAD` as well. */
export type Routes = Readonly<Record<string, RequestListener>>;

/** Where to listen. */
export interface HttpAddress {
  /** A name or address of this machine. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

/** An HTTP server that listens. */
export interface HttpServer {
  readonly port: number;
  /** Cuts the connections and frees the port. */
  close(): Promise<void>;
}

/** Thrown when nothing can listen where the settings say. */
export class ListenError extends BilingualError {
  override readonly name = 'ListenError';
  readonly exitCode = 2;

  /** @param code the system's name for what went wrong, such as `EADDRINUSE` */
  constructor(
    { host, port }: HttpAddress,
    readonly code: string,
    options: ErrorOptions,
  ) {
    super(
      {
        en:
          `The HTTP server cannot listen at ${host}, port ${port} (${code}).\n` +
          'Set HTTP_HOST to an address of this machine and HTTP_PORT to a free port above 1023.',
        zh:
          `HTTP 服务不能用 ${host} 的端口 ${port}（${code}）。\n` +
          '请把 HTTP_HOST 设成本机的地址，把 HTTP_PORT 设成 1023 以上没有被占用的端口。',
      },
      options,
    );
  }
}

/**
 * Serves routes; any other path meets 404, another method 405.
 * @throws ListenError
 */
export async function serveHttp(routes: Routes, address: HttpAddress): Promise<HttpServer> {
  const server = createServer(routed(routes));
  try {
    server.listen(address.port, address.host);
    await once(server, 'listening');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new ListenError(address, code, { cause });
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Answers in plain text. */
export function reply(response: ServerResponse, code: number, text: string): void {
  response.writeHead(code, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function routed(routes: Routes): RequestListener {
  const known = new Map(Object.entries(routes));
  const paths = new Set([...known.keys()].map((route) => route.slice(route.indexOf(' ') + 1)));
  return (request, response) => {
    const path = request.url?.replace(/[?#].*$/s, '') ?? '/';
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const listener = known.get(`${method} ${path}`);
    if (listener) listener(request, response);
    else if (paths.has(path)) reply(response, 405, 'method not allowed');
    else reply(response, 404, 'not found');
  };
}
