import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { DEFAULT_HTTP_PORT } from '../../src/app/config.js';
import { ARTICLES } from '../telegram/support/articles.js';
import { build, httpAddress, runMain, startBot } from '../telegram/support/bot-process.js';

let playground: Playground;
let settings: Record<string, string>;

beforeAll(() => build());

// Updates that one bot has left are not for the next.
beforeEach(async () => {
  playground = await startPlayground();
  settings = { BOT_TOKEN: playground.token, BOT_API_ROOT: playground.apiRoot, SEEDS_DIR: ARTICLES };
  return () => playground.close();
});

/** What health checks see: the codes of `/healthz` and `/readyz`. */
async function health(address: string): Promise<number[]> {
  const responses = await Promise.all(['/healthz', '/readyz'].map((path) => fetch(address + path)));
  return responses.map(({ status }) => status);
}

describe('a bot that polls', () => {
  it('lives from the start, and is ready while the collection is open and updates are taken', async () => {
    playground.fail({ kind: 'slow', ms: 1_500 }, { method: 'getMe' });
    const bot = await runMain(settings);
    const address = await httpAddress(bot);
    expect(await health(address)).toEqual([200, 503]);
    await bot.logged('"ready"');
    expect(await health(address)).toEqual([200, 200]);
    expect((await fetch(`${address}/`)).status).toBe(404);

    const lin = playground.addUser({ first_name: '林' });
    // Nearly as long as a stop waits for what is under way, so that there is time to look.
    playground.fail({ kind: 'slow', ms: 2_200 }, { method: 'sendMessage' });
    playground.say(lin, lin, '你好');
    // The next poll comes when the question is under way.
    await playground.waitForPoll();
    const stopped = bot.stop();
    await bot.logged('"stopping"');
    expect(await health(address)).toEqual([200, 503]);
    expect(await stopped).toMatchObject({ code: 0, stdout: '' });
    expect(playground.messages(lin)).toHaveLength(2);
  });
});

describe('where the port is taken', () => {
  let other: Server;
  let taken: number;

  /** Takes a port; one that another program has is taken already. */
  async function take(port: number): Promise<void> {
    other = createServer().listen(port, '127.0.0.1');
    taken = await once(other, 'listening').then(
      () => (other.address() as AddressInfo).port,
      () => port,
    );
  }

  afterEach(() => void other.close());

  it('goes on without health checks when nobody chose it, and says so', async () => {
    await take(DEFAULT_HTTP_PORT);
    const bot = await startBot(playground, { HTTP_PORT: '' });
    const lin = playground.addUser({ first_name: '林' });
    playground.say(lin, lin, '你好');
    await playground.nextMessage(lin);
    const { code, stderr } = await bot.stop();
    expect(code).toBe(0);
    expect(stderr).toMatch(new RegExp(`"port":${DEFAULT_HTTP_PORT},"msg":"the port is taken[^"]*HTTP_PORT`));
  });

  it('ends with the remedy when a setting chose it', async () => {
    await take(0);
    const { ended } = await runMain({ ...settings, HTTP_PORT: String(taken) });
    const { code, stdout, stderr } = await ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`port ${taken} \\(EADDRINUSE\\)[\\s\\S]*HTTP_PORT`));
    expect(stderr).not.toContain('    at ');
  });
});
