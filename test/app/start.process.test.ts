import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { ARTICLES, temporaryFolder } from '../telegram/support/articles.js';
import { build, type Ended, freePort, runMain, startBot } from '../telegram/support/bot-process.js';

const TOKEN = '123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc';
let playground: Playground;

beforeAll(async () => {
  build();
  playground = await startPlayground();
});

afterAll(() => playground.close());

async function folder(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const path = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
  return path;
}

/** Runs the bot with settings with which it cannot start, and gives how it ended. */
async function end(settings: Record<string, string>): Promise<Ended> {
  const { apiRoot, token } = playground;
  const bot = await runMain({
    BOT_TOKEN: token,
    BOT_API_ROOT: apiRoot,
    SEEDS_DIR: ARTICLES,
    ...settings,
  });
  return bot.ended;
}

describe('what keeps the bot from starting is said in plain words, with the remedy, in both languages', () => {
  it.each<[string, () => Promise<Record<string, string>>, number, RegExp, inChinese: RegExp]>([
    [
      'wrong settings, all at once',
      async () => ({ HTTP_PORT: 'http', LOG_LEVEL: 'loud' }),
      2,
      /HTTP_PORT: found "http"[\s\S]*LOG_LEVEL: found "loud"[\s\S]*\.env\.example/,
      /HTTP_PORT 填的是 "http"，应填：0 到 65535 的端口号\n {2}LOG_LEVEL 填的是 "loud"，应填：trace、/,
    ],
    [
      'a setting that is missing, since it has another name',
      async () => ({ BOT_MODE: 'webhook', WEBHOOK_URL: 'https://a.cn', WEBHOOK_SECERT: 'secret words' }),
      2,
      /WEBHOOK_SECRET: found nothing[\s\S]*\nWEBHOOK_SECERT is no setting; did you mean WEBHOOK_SECRET\?\n/,
      /WEBHOOK_SECRET 没有填[\s\S]*\n没有 WEBHOOK_SECERT 这项设置，是不是想写 WEBHOOK_SECRET？\n/,
    ],
    [
      'a token that is none',
      async () => ({ BOT_TOKEN: 'secret words' }),
      2,
      /BOT_TOKEN: found 12 characters/,
      /BOT_TOKEN 填了 12 个字符（是密钥，不显示）/,
    ],
    [
      'a token that the server refuses',
      async () => ({ BOT_TOKEN: TOKEN }),
      2,
      /refuses BOT_TOKEN \(401\)[\s\S]*BotFather/,
      /不认 BOT_TOKEN（401）[\s\S]*BotFather/,
    ],
    [
      'a server that cannot be reached',
      async () => ({ BOT_API_ROOT: `http://127.0.0.1:${await freePort()}` }),
      1,
      /http:\/\/127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)[\s\S]*BOT_API_ROOT/,
      /连不上 Bot API 服务器 http:\/\/127\.0\.0\.1:\d+（ECONNREFUSED）[\s\S]*BOT_API_ROOT/,
    ],
    [
      'a folder that is not there',
      async () => ({ SEEDS_DIR: '/nowhere/articles' }),
      2,
      /\/nowhere\/articles[\s\S]*SEEDS_DIR/,
      /打不开放文章的“\/nowhere\/articles”：没有这个文件或文件夹。/,
    ],
    [
      'an empty folder',
      async () => ({ SEEDS_DIR: await folder() }),
      2,
      /holds no article[\s\S]*SEEDS_DIR/,
      /一篇文章也没有。请放入/,
    ],
    [
      'a folder with nothing but a picture named like a text',
      async () => ({
        SEEDS_DIR: await folder({ 'a.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]) }),
      }),
      2,
      /holds no article[\s\S]*a\.txt/,
      /一篇文章也没有（a\.txt：这不是文本文件/,
    ],
  ])('%s', async (_, settings, code, message, inChinese) => {
    const ended = await end(await settings());
    expect(ended.stderr).toMatch(message);
    expect(ended.stderr).toMatch(inChinese);
    // English stands above.
    expect(ended.stderr.search(message)).toBeLessThan(ended.stderr.search(inChinese));
    expect(ended.stderr).not.toMatch(/\n\s+at |secret words/);
    expect(ended).toMatchObject({ code, stdout: '' });
  });
});

describe('arguments', () => {
  it('are refused, since settings are not given like that', async () => {
    const { ended } = await runMain({}, ['--port', '9000']);
    expect((await ended).stderr).toMatch(/--port[\s\S]*HTTP_PORT=9000 npm start/);
    expect(await ended).toMatchObject({ code: 2, stdout: '' });
  });

  it('may ask for help', async () => {
    const { ended } = await runMain({}, ['--help']);
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
    expect((await ended).stdout).toContain('.env.example');
  });
});

describe('what does not keep it from starting', () => {
  it('files that cannot be read: they are named, the others are served', async () => {
    const seeds = await temporaryFolder();
    await cp(ARTICLES, seeds, { recursive: true });
    await writeFile(join(seeds, 'empty.txt'), '');
    await writeFile(join(seeds, 'broken.jsonl'), '{"id": 1,\n');
    await mkdir(join(seeds, 'folder.txt'));
    const bot = await startBot(playground, { SEEDS_DIR: seeds });
    const lin = playground.addUser({ first_name: '林' });
    playground.say(lin, lin, '102路公交车末班车几点？');
    expect((await playground.nextMessage(lin)).text).toContain('十点半');
    const { stderr, code } = await bot.stop();
    expect(stderr).toContain('broken.jsonl');
    expect(code).toBe(0);
  });

  it('a setting under a name that is not read, which is told without its value', async () => {
    const bot = await startBot(playground, { ALOWED_IDS: '-1004711004711' });
    const { stderr } = await bot.stop();
    expect(stderr).toContain('"ALOWED_IDS is no setting; did you mean ALLOWED_IDS?"');
    expect(stderr).not.toContain('4711004711');
  });

  it('a webhook from another time: it is removed', async () => {
    const { token, apiRoot } = playground;
    await fetch(`${apiRoot}/bot${token}/setWebhook?url=https://127.0.0.1:8443/`);
    const bot = await startBot(playground);
    const lin = playground.addUser({ first_name: '林' });
    playground.say(lin, lin, '你好');
    await playground.nextMessage(lin);
    expect(await bot.stop()).toMatchObject({ code: 0 });
  });
});

describe('a stop', () => {
  it.each(['"listening"', '"ready"'])(
    'is heard as soon as the log says %s, and leaves no trace',
    async (line) => {
      const { apiRoot, token } = playground;
      const data = await folder();
      const bot = await runMain({
        BOT_TOKEN: token,
        BOT_API_ROOT: apiRoot,
        SEEDS_DIR: ARTICLES,
        DATA_DIR: data,
      });
      await bot.logged(line);
      expect(await bot.stop()).toMatchObject({ code: 0, stdout: '' });
      expect(await readdir(data)).not.toContain('.in-use');
    },
  );

  it('is heard on the chat page before its address is printed', async () => {
    const bot = await runMain({ SEEDS_DIR: ARTICLES });
    await bot.logged('"ready"');
    expect(await bot.stop()).toMatchObject({ code: 0 });
  });
});
