import { afterEach, describe, expect, it } from 'vitest';
import { type HttpServer, ListenError, type Routes, reply, serveHttp } from '../../src/app/http.js';

const LOCAL = { host: '127.0.0.1', port: 0 };
const ROUTES: Routes = {
  'GET /status': (_, response) => reply(response, 200, '好'),
  'POST /take': (_, response) => reply(response, 202, 'taken'),
};

const servers: HttpServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function serve(port = 0): Promise<HttpServer> {
  const server = await serveHttp(ROUTES, { ...LOCAL, port });
  servers.push(server);
  return server;
}

describe('routes', () => {
  it.each([
    ['GET', '/status', 200, '好'],
    ['GET', '/status?verbose#top', 200, '好'],
    ['HEAD', '/status', 200, ''],
    ['POST', '/take', 202, 'taken'],
    ['POST', '/status', 405, 'method not allowed'],
    ['GET', '/take', 405, 'method not allowed'],
    ['GET', '/status/', 404, 'not found'],
    ['GET', '/', 404, 'not found'],
    ['GET', '//', 404, 'not found'],
    ['POST', '/nothing', 404, 'not found'],
  ])('%s %s: %i', async (method, path, status, text) => {
    const { port } = await serve();
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    expect([response.status, await response.text()]).toEqual([status, text]);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });
});

describe('a server', () => {
  it('frees its port when it closes, whoever is still connected', async () => {
    const first = await serveHttp({ 'GET /slow': () => {} }, LOCAL);
    const waiting = fetch(`http://127.0.0.1:${first.port}/slow`).then(
      () => 'answered',
      () => 'cut',
    );
    // Answered at the same port, so the request before it has come as well.
    await fetch(`http://127.0.0.1:${first.port}/`);
    await first.close();
    expect(await waiting).toBe('cut');
    expect((await serve(first.port)).port).toBe(first.port);
  });

  it.each<[string, () => Promise<{ host: string; port: number }>, string]>([
    ['a port that is taken', async () => ({ ...LOCAL, port: (await serve()).port }), 'EADDRINUSE'],
    // A range kept for documentation: RFC 5737.
    ['an address of another machine', async () => ({ ...LOCAL, host: '192.0.2.1' }), 'EADDRNOTAVAIL'],
  ])('names the settings that are wrong: %s', async (_, address, code) => {
    const { host, port } = await address();
    const failure = await serveHttp(ROUTES, { host, port }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ListenError);
    expect(failure).toMatchObject({ code, exitCode: 2 });
    expect(String(failure)).toMatch(new RegExp(`${host}, port ${port} \\(${code}\\)[\\s\\S]*HTTP_PORT`));
  });
});
