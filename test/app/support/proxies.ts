import { once } from 'node:events';
import { createServer as createHttpServer, request } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A proxy on this machine that leads every name to this machine, as if it were the only one that knows it. */
export interface TestProxy {
  /** For `HTTPS_PROXY`. */
  readonly url: string;
  /** The hosts that it was asked for, with their ports. */
  readonly asked: string[];
  close(): Promise<void>;
}

const LOCAL = '127.0.0.1';

/** An HTTP proxy: tunnels by `CONNECT`, and requests for whole addresses. */
export async function httpProxy(): Promise<TestProxy> {
  const asked: string[] = [];
  const server = createHttpServer((incoming, response) => {
    const { host, port, pathname, search } = new URL(incoming.url ?? '');
    asked.push(host);
    const { method, headers } = incoming;
    const onward = request({ host: LOCAL, port, path: pathname + search, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', ({ url = '' }, socket: Socket) => {
    asked.push(url);
    const target = connect(Number(url.split(':')[1]), LOCAL, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      join(socket, target);
    });
    target.on('error', () => socket.destroy());
  });
  return listening(server, 'http', asked);
}

/**
 * A SOCKS5 proxy (RFC 1928) without authentication. An address in numbers is noted as it is, so that it shows where a name was
 * looked up.
 */
export async function socksProxy(): Promise<TestProxy> {
  const asked: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    void serveSocks(socket, asked);
  });
  return listening(server, 'socks5', asked);
}

async function serveSocks(socket: Socket, asked: string[]): Promise<void> {
  await once(socket, 'data');
  // Version 5, no authentication.
  socket.write(Buffer.from([5, 0]));
  const [wish] = (await once(socket, 'data')) as [Buffer];
  const byName = wish[3] === 3;
  const end = byName ? 5 + (wish[4] as number) : 8;
  const host = byName ? wish.subarray(5, end).toString() : [...wish.subarray(4, 8)].join('.');
  const port = wish.readUInt16BE(end);
  asked.push(`${host}:${port}`);
  const target = connect(port, LOCAL, () => {
    socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
    join(socket, target);
  });
  target.on('error', () => socket.destroy());
}

function join(one: Socket, other: Socket): void {
  one.pipe(other).pipe(one);
  one.on('error', () => other.destroy()).on('close', () => other.destroy());
  other.on('error', () => one.destroy()).on('close', () => one.destroy());
}

async function listening(server: Server, protocol: string, asked: string[]): Promise<TestProxy> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  server.listen(0, LOCAL);
  await once(server, 'listening');
  return {
    url: `${protocol}://${LOCAL}:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
}
