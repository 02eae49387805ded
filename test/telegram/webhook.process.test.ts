import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { ARTICLES } from './support/articles.js';
import { type BotProcess, build, freePort, runMain, startBot } from './support/bot-process.js';

const SECRET = 'only-telegram-knows';
let playground: Playground;
let bot: BotProcess;
let address: string;
let settings: Record<string, string>;

beforeAll(async () => {
  build();
  playground = await startPlayground();
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  settings = {
    BOT_MODE: 'webhook',
    WEBHOOK_URL: `${address}/telegram`,
    WEBHOOK_SECRET: SECRET,
    HTTP_PORT: String(port),
  };
  bot = await startBot(playground, settings);
});

afterAll(async () => {
  bot.kill('SIGKILL');
  await bot.ended;
  await playground.close();
});

/** Posts to the webhook as its server would, or as somebody else. */
async function post(body: string, { secret = SECRET, path = '/telegram' } = {}): Promise<number> {
  const headers = { 'x-telegram-bot-api-secret-token': secret };
  const response = await fetch(address + path, { method: 'POST', headers, body });
  return response.status;
}

/** Resolves when somebody listens at the webhook's port. */
async function untilListening(): Promise<void> {
  while (
    !(await fetch(address).then(
      () => true,
      () => false,
    ))
  )
    await pause(20);
}

describe('webhook mode', () => {
  it('tells the server where to bring which updates, and with which secret', () => {
    const call = playground.calls.find(({ method }) => method === 'setWebhook');
    expect(call?.payload).toMatchObject({ url: `${address}/telegram`, secret_token: SECRET });
    expect(call?.payload.allowed_updates).toContain('guest_message');
    expect(playground.calls.some(({ method }) => method === 'getUpdates')).toBe(false);
  });

  it('answers in private, inline and behind buttons', async () => {
    const lin = playground.addUser({ first_name: '林' });
    playground.say(lin, lin, '102路公交车末班车几点？');
    const answer = await playground.nextMessage(lin);
    expect(answer.text).toContain('十点半');
    expect(await playground.press(lin, answer, '全文', lin)).toMatchObject({ status: 'answered' });
    expect(await playground.typeInline(lin, '末班车')).toMatchObject({ results: [{ type: 'article' }] });
  });

  it('answers an update that is brought again only once', async () => {
    const lin = playground.addUser({ first_name: '林' });
    playground.duplicateUpdates();
    playground.say(lin, lin, '你好');
    await playground.nextMessage(lin);
    const last = playground.say(lin, lin, '谢谢');
    const answer = await playground.nextMessage(lin);
    expect(answer.reply_to_message?.message_id).toBe(last.message_id);
  });

  it.each([
    ['a wrong secret', 401, '{"update_id":1}', { secret: 'guessed' }],
    ['another path', 404, '{"update_id":1}', { path: '/' }],
    ['a path that is no address', 404, '{"update_id":1}', { path: '//' }],
    ['what is no JSON', 400, 'hello', {}],
    ['what is no update', 400, '{"message":{}}', {}],
    ['what is too long', 413, `"${'a'.repeat(1_100_000)}"`, {}],
    ['an update of an unknown kind', 200, '{"update_id":900000001,"something_new":{}}', {}],
  ])('meets %s with %i', async (_, status, body, options) => {
    expect(await post(body, options)).toBe(status);
  });

  it('tells whoever watches over it that it lives and is ready', async () => {
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect((await fetch(`${address}/telegram`)).status).toBe(405);
  });

  it('is alive but takes no update while it starts', async () => {
    await bot.stop();
    playground.fail({ kind: 'slow', ms: 1_500 }, { method: 'getMe' });
    const starting = startBot(playground, settings);
    await untilListening();
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    expect(await post('{"update_id":900000002}')).toBe(503);
    expect(await post('{"update_id":900000002}', { secret: 'guessed' })).toBe(401);
    bot = await starting;
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await post('{"update_id":900000002}')).toBe(200);
  });

  it('finishes what is under way when it stops; what comes meanwhile waits for the next start', async () => {
    const lin = playground.addUser({ first_name: '林' });
    playground.fail({ kind: 'slow', ms: 1_000 }, { method: 'sendMessage' });
    playground.say(lin, lin, '你好');
    const wu = playground.addUser({ first_name: '吴' });
    playground.say(wu, wu, '你好');
    await playground.nextMessage(wu);
    const stopped = bot.stop();
    await bot.logged('"stopping"');
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    expect(await stopped).toMatchObject({ code: 0 });
    expect(playground.messages(lin)).toHaveLength(2);
    playground.say(wu, wu, '谢谢');
    bot = await startBot(playground, settings);
    expect((await playground.nextMessage(wu)).text).toContain('不客气');
  });
});

describe('what keeps webhook mode from starting', () => {
  async function end(changes: Record<string, string>) {
    const other = await startPlayground();
    const process = await runMain({
      BOT_TOKEN: other.token,
      BOT_API_ROOT: other.apiRoot,
      SEEDS_DIR: ARTICLES,
      ...settings,
      ...changes,
    });
    const ended = await process.ended;
    await other.close();
    return ended;
  }

  it('a port that is taken', async () => {
    const { code, stderr } = await end({});
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot listen at 127\.0\.0\.1, port \d+ \(EADDRINUSE\)[\s\S]*HTTP_PORT/);
  });

  it('an address that the server does not accept', async () => {
    const { code, stderr } = await end({
      HTTP_PORT: String(await freePort()),
      WEBHOOK_URL: 'https://bot.example.cn:1234/telegram',
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/does not accept WEBHOOK_URL[\s\S]*BOT_MODE=polling/);
  });
});
