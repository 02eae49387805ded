import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { startPlayground } from '../../playground/playground.js';
import { isSpared, proxyAgent } from '../../src/app/proxy.js';
import { identify } from '../../src/telegram/identify.js';
import { serve } from '../../src/telegram/serve.js';
import { fakeAnswerer } from '../telegram/support/fake-answerer.js';
import { httpProxy, socksProxy, type TestProxy } from './support/proxies.js';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open<T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> {
  const one = await opening;
  opened.unshift(one);
  return one;
}

describe('a bot behind a proxy', () => {
  it.each<[kind: string, proxy: () => Promise<TestProxy>]>([
    ['HTTP', httpProxy],
    ['SOCKS5', socksProxy],
  ])('polls and answers through it: %s', async (_, proxyOf) => {
    const proxy = await open(proxyOf());
    const playground = await open(startPlayground());
    // A name that nobody knows here, so that nothing can go another way.
    const apiRoot = playground.apiRoot.replace('127.0.0.1', 'telegram.test');
    const server = { apiRoot, agent: proxyAgent(apiRoot, { httpsProxy: proxy.url, noProxy: undefined }) };
    const { token } = playground;
    const serving = await serve({
      ...server,
      token,
      me: await identify(token, server),
      answerer: fakeAnswerer(() => ({ status: 'refused', reason: 'no-evidence', missing: [], results: [] })),
      log: pino({ enabled: false }),
    });
    const lin = playground.addUser({ first_name: '林' });
    playground.say(lin, lin, '你好');
    await playground.nextMessage(lin);
    await serving.stop();
    expect(new Set(proxy.asked)).toEqual(new Set([new URL(apiRoot).host]));
  });

  it.each<[kind: string, proxy: () => Promise<TestProxy>]>([
    ['HTTP, by CONNECT', httpProxy],
    ['SOCKS5', socksProxy],
  ])('reaches an https address through it: %s', async (_, proxyOf) => {
    const proxy = await open(proxyOf());
    const tls = readFileSync(new URL('support/tls.pem', import.meta.url));
    const server = createServer({ key: tls, cert: tls }, (_request, response) => response.end('reached'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = `https://telegram.test:${(server.address() as AddressInfo).port}/`;
    const agent = proxyAgent(address, { httpsProxy: proxy.url, noProxy: 'example.cn' });
    const [response] = await once(get(address, { agent, ca: tls }), 'response');
    expect(String((await once(response, 'data'))[0])).toBe('reached');
    expect(proxy.asked).toEqual([new URL(address).host]);
    server.closeAllConnections();
    server.close();
  });
});

describe('what is reached without a proxy', () => {
  it.each<[noProxy: string, address: string, spared: boolean]>([
    ['', 'https://api.telegram.org', false],
    ['', 'http://127.0.0.1:8081', true],
    ['', 'http://localhost:8081', true],
    ['', 'http://[::1]:8081', true],
    ['127.0.0.1', 'http://127.0.0.1:8081', true],
    ['api.telegram.org', 'https://api.telegram.org', true],
    ['telegram.org', 'https://api.telegram.org', true],
    ['.telegram.org', 'https://api.telegram.org', true],
    ['*.telegram.org', 'https://api.telegram.org', true],
    ['gram.org', 'https://api.telegram.org', false],
    ['a.cn, api.telegram.org', 'https://api.telegram.org', true],
    ['api.telegram.org:443', 'https://api.telegram.org', true],
    ['api.telegram.org:8443', 'https://api.telegram.org', false],
    ['192.168.1.7', 'http://192.168.1.7:8081', true],
    ['[fd00::1]', 'http://[fd00::1]:8081', true],
    ['fd00::1', 'http://[fd00::1]:8081', true],
    ['*', 'https://api.telegram.org', true],
  ])('NO_PROXY=%s: %s %s', (noProxy, address, spared) => {
    expect(isSpared(new URL(address), noProxy)).toBe(spared);
    const agent = proxyAgent(address, { httpsProxy: 'http://127.0.0.1:7890', noProxy });
    expect(agent === undefined).toBe(spared);
  });

  it('is everything where none is set', () => {
    expect(
      proxyAgent('https://api.telegram.org', { httpsProxy: undefined, noProxy: undefined }),
    ).toBeUndefined();
  });
});
