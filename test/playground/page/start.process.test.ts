import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { DemoChats, PlaygroundState, UserAction } from '../../../playground/user-api.js';
import { DEFAULT_HTTP_PORT } from '../../../src/app/config.js';
import { ARTICLES, temporaryFolder } from '../../telegram/support/articles.js';
import { build, freePort, runMain } from '../../telegram/support/bot-process.js';

const MAIN = fileURLToPath(new URL('../../../dist/bin/start.js', import.meta.url));

/** Standard output and error of a bot that was started without a token, as they are when its page is ready. */
interface Started {
  readonly lines: readonly string[];
  readonly stderr: string;
  readonly url: string;
}

describe('without a token', () => {
  const stops: (() => Promise<unknown>)[] = [];
  beforeAll(() => build());
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  /** Starts the bot and reads until the first address. */
  async function start(port?: number, settings: Record<string, string> = {}): Promise<Started> {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [MAIN], {
      cwd: await temporaryFolder(),
      env: {
        PATH,
        HOME,
        INDEX_CACHE_DIR: '',
        SEEDS_DIR: ARTICLES,
        HTTP_PORT: port === undefined ? '' : String(port),
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'close');
    stops.push(() => {
      child.kill('SIGTERM');
      return ended;
    });
    let stdout = '';
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      stdout += chunk;
      if (/^http:.*\n$/m.test(stdout)) break;
    }
    const lines = stdout.trimEnd().split('\n');
    return { lines, stderr, url: lines.at(-1) ?? '' };
  }

  it('prints how to get one, in both languages, and the address of the page in the last line', async () => {
    const port = await freePort();
    const { lines, url } = await start(port);
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(lines.join('\n')).toMatch(
      /BOT_TOKEN is not set[\s\S]*BotFather[\s\S]*没有设置 BOT_TOKEN[\s\S]*npm run ask/,
    );
    const page = await fetch(url);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('app.js');
  });

  it('answers health checks at the address of the page', async () => {
    const { url } = await start(await freePort());
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok');
    expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready');
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
  });

  it('serves the page for a bot that is ready: commands are set, questions suggested', async () => {
    const { url } = await start(await freePort());
    const state = async () => (await (await fetch(`${url}/playground/state`)).json()) as PlaygroundState;
    const { commands, settings } = await state();
    expect(commands.map(({ languageCode }) => languageCode)).toEqual(['', 'en']);
    // They are read first, which the page does not wait for.
    await vi.waitUntil(async () => (await state()).suggestions.length > 0, { timeout: 20_000 });
    // As README has it set with BotFather.
    expect(settings).toMatchObject({ canReadAllGroupMessages: true, inlineQueries: true });
  });

  it('lets the visitor be an administrator, by the id that docs/running.md names', async () => {
    const { url } = await start(await freePort(), { ADMIN_IDS: '100001' });
    const act = async (action: UserAction): Promise<unknown> => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify(action);
      const response = await fetch(`${url}/playground/actions`, { method: 'POST', headers, body });
      return ((await response.json()) as { readonly result: unknown }).result;
    };
    const { visitor } = (await act({ type: 'visit', language: 'zh' })) as DemoChats;
    await act({ type: 'say', chat: visitor, from: visitor, text: '/about' });
    const answer = await vi.waitUntil(async () => {
      const state = (await (await fetch(`${url}/playground/state`)).json()) as PlaygroundState;
      return state.chats.find(({ chat }) => chat.id === visitor)?.messages.find(({ from }) => from?.is_bot);
    });
    // The line that everybody else's /about does not have.
    expect(answer.text).toContain('没有收入 0 个');
  });

  /** Takes a port; one that another program has is taken already. */
  async function take(port: number): Promise<number> {
    const other = createServer().listen(port, '127.0.0.1');
    const listening = await once(other, 'listening').then(
      () => true,
      () => false,
    );
    if (!listening) return port;
    stops.push(async () => other.close());
    return (other.address() as AddressInfo).port;
  }

  it('moves to a free port where the usual one is taken, and says so', async () => {
    await take(DEFAULT_HTTP_PORT);
    const { url, stderr } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(url).not.toContain(`:${DEFAULT_HTTP_PORT}`);
    expect(stderr).toContain(`Port ${DEFAULT_HTTP_PORT} is taken`);
  });

  it('ends with a remedy where a port that was asked for is taken', async () => {
    const port = await take(0);
    const settings = { SEEDS_DIR: ARTICLES, HTTP_PORT: String(port) };
    const { code, stdout, stderr } = await (await runMain(settings)).ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`port ${port} \\(EADDRINUSE\\)[\\s\\S]*HTTP_PORT`));
    expect(stderr).not.toContain('    at ');
  });

  it('ends with a remedy where its address is not one of this machine', async () => {
    // A range kept for documentation: RFC 5737.
    const { code, stderr } = await (await runMain({ SEEDS_DIR: ARTICLES, HTTP_HOST: '192.0.2.1' })).ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(/192\.0\.2\.1[\s\S]*HTTP_HOST/);
    expect(stderr).not.toContain('    at ');
  });
});
