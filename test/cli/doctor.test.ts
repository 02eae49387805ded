import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createTcpServer,
  type Server as TcpServer,
} from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { englishIn } from '../../lab/fuzz/sentences.js';
import { type Playground, startPlayground } from '../../playground/playground.js';
import { isRecentEnough } from '../../src/app/node-version.js';
import { CHECKS } from '../../src/cli/doctor/finding.js';
import { memoryFound } from '../../src/cli/doctor/machine-checks.js';
import { EN } from '../../src/cli/doctor/wording-en.js';
import { ZH } from '../../src/cli/doctor/wording-zh.js';
import { ARTICLES, temporaryFolder } from '../telegram/support/articles.js';
import { freePort } from '../telegram/support/bot-process.js';
import { folderWith } from './command.js';
import { examined, runDoctor } from './run-doctor.js';

let server: Playground;
let base: Readonly<Record<string, string>>;
const opened: (Server | TcpServer)[] = [];

beforeAll(async () => {
  server = await startPlayground({ settings: { canReadAllGroupMessages: true } });
  const folder = await temporaryFolder();
  base = {
    LANG: 'en',
    BOT_TOKEN: server.token,
    BOT_API_ROOT: server.apiRoot,
    SEEDS_DIR: ARTICLES,
    DATA_DIR: join(folder, 'data'),
    INDEX_CACHE_DIR: join(folder, 'cache'),
    READER: 'off',
  };
});
afterAll(async () => {
  await server.close();
  for (const one of opened) one.close();
});

/** A server that answers every request in one way; its address. */
async function answering(
  answer: (url: string) => { status?: number; body: string; date?: string },
): Promise<string> {
  const fake = createServer((request, response) => {
    const { status = 200, body, date } = answer(request.url ?? '');
    response.writeHead(status, date === undefined ? {} : { date }).end(body);
  }).listen(0, '127.0.0.1');
  opened.push(fake);
  await once(fake, 'listening');
  return `http://127.0.0.1:${(fake.address() as AddressInfo).port}`;
}

/** A Bot API server that says this of the bot and its webhook. */
const telling = (me: object, webhook: object = { url: '', pending_update_count: 0 }, date?: string) =>
  answering((url) => {
    const result = url.endsWith('/getMe') ? { username: 'b', ...me } : webhook;
    return { body: JSON.stringify({ ok: true, result }), ...(date !== undefined && { date }) };
  });

/** What one check found, as `verdict kind`. */
async function findingsOf(check: string, changes: Readonly<Record<string, string>>): Promise<string[]> {
  const { found } = await examined({ ...base, ...changes }, {}, [check]);
  return found.map(({ verdict, kind }) => `${verdict} ${kind}`);
}

describe('where all is well', () => {
  test('each check says so, in their order, and the exit code is 0', async () => {
    const { code, found } = await examined({ ...base, READER: 'on' });
    expect(found.map(({ check, verdict, kind }) => `${check}: ${verdict} ${kind}`)).toEqual([
      'node: good node-fine',
      'settings: good settings-fine',
      'proxy: good proxy-none',
      'token: good token-fine',
      'updates: good polling-fine',
      'groups: good groups-open',
      'inline: good inline-on',
      'clock: good clock-fine',
      'disk: good folder-fine',
      'disk: good folder-fine',
      'files: good files-fine',
      'memory: good memory-fine',
      'reader: good reader-fine',
    ]);
    expect(code).toBe(0);
  });

  test('people read a line a finding and a summary, in their language', async () => {
    const { text } = await runDoctor([], base);
    expect(text).toContain('✓ token        it is that of @jianbao_bot\n');
    expect(text.endsWith('\nAll is well.\n')).toBe(true);
    const chinese = await runDoctor(['token'], { ...base, LANG: 'zh_CN.UTF-8' });
    expect(chinese.text).toBe('✓ 令牌      有效，机器人是 @jianbao_bot\n\n一切正常。\n');
  });

  test('nothing is changed: no call but questions, no folder that was not there', async () => {
    const before = server.calls.length;
    const folder = await temporaryFolder();
    const apart = { DATA_DIR: join(folder, 'a/b'), INDEX_CACHE_DIR: join(folder, 'c') };
    await examined({ ...base, ...apart }, {}, ['token', 'updates', 'groups', 'inline', 'clock', 'disk']);
    expect(
      server.calls
        .slice(before)
        .map(({ method }) => method)
        .sort(),
    ).toEqual(['getMe', 'getWebhookInfo']);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('what is wrong is told by its check, and by no other', () => {
  const cases: readonly [
    name: string,
    check: string,
    changes: () => Promise<Record<string, string>>,
    expected: string[],
  ][] = [
    ['a wrong setting', 'settings', async () => ({ TIME_ZONE: 'Mars/Base' }), ['wrong setting-wrong']],
    [
      'a webhook without its settings',
      'settings',
      async () => ({ BOT_MODE: 'webhook' }),
      ['wrong setting-wrong', 'wrong setting-wrong'],
    ],
    ['a wrong token', 'token', async () => ({ BOT_TOKEN: '1:AAEhBOweik6ad9r' }), ['wrong token-refused']],
    [
      'a server that is none',
      'token',
      async () => ({ BOT_API_ROOT: await answering(() => ({ body: '<html>' })) }),
      ['wrong server-silent'],
    ],
    [
      'a server that fails',
      'token',
      async () => ({
        BOT_API_ROOT: await answering(() => ({
          status: 502,
          body: '{"ok":false,"error_code":502,"description":"Bad Gateway"}',
        })),
      }),
      ['wrong server-silent'],
    ],
    [
      'nobody there',
      'token',
      async () => ({ BOT_API_ROOT: `http://127.0.0.1:${await freePort()}` }),
      ['wrong server-silent'],
    ],
    [
      'nobody there, of the network',
      'proxy',
      async () => ({ BOT_API_ROOT: `http://127.0.0.1:${await freePort()}` }),
      ['wrong proxy-needed'],
    ],
    [
      'no proxy for this machine',
      'proxy',
      async () => ({ HTTPS_PROXY: 'http://127.0.0.1:9' }),
      ['good proxy-spared'],
    ],
    [
      'a proxy that is not there',
      'proxy',
      async () => ({
        BOT_API_ROOT: 'http://telegram.invalid',
        HTTPS_PROXY: `http://u:pw@127.0.0.1:${await freePort()}`,
      }),
      ['wrong proxy-gone'],
    ],
    [
      'a webhook while polling',
      'updates',
      async () => ({ BOT_API_ROOT: await telling({}, { url: 'https://a.cn/x', pending_update_count: 3 }) }),
      ['look polling-webhook'],
    ],
    [
      'many waiting',
      'updates',
      async () => ({ BOT_API_ROOT: await telling({}, { url: '', pending_update_count: 99 }) }),
      ['look updates-waiting'],
    ],
    [
      'privacy mode',
      'groups',
      async () => ({ BOT_API_ROOT: await telling({ can_join_groups: true }) }),
      ['look groups-private'],
    ],
    [
      'no groups at all',
      'groups',
      async () => ({ BOT_API_ROOT: await telling({ can_join_groups: false }) }),
      ['look groups-barred'],
    ],
    ['inline mode off', 'inline', async () => ({ BOT_API_ROOT: await telling({}) }), ['look inline-off']],
    [
      'a clock that is fast',
      'clock',
      async () => ({ BOT_API_ROOT: await telling({}, {}, 'Tue, 01 Jan 2019 00:00:00 GMT') }),
      ['look clock-off'],
    ],
    ['no token', 'token', async () => ({ BOT_TOKEN: '' }), ['look token-none']],
    ['no token, so nothing else of Telegram', 'groups', async () => ({ BOT_TOKEN: '' }), ['open not-asked']],
    [
      'nothing kept',
      'disk',
      async () => ({ DATA_DIR: '', INDEX_CACHE_DIR: '' }),
      ['good folder-none', 'good folder-none'],
    ],
    [
      'a file in place of the folders',
      'disk',
      async () => {
        const folder = await folderWith({ x: '' });
        return { DATA_DIR: join(folder, 'x'), INDEX_CACHE_DIR: join(folder, 'x/y') };
      },
      ['wrong folder-unwritable', 'look folder-unwritable'],
    ],
    [
      'a full disk',
      'disk',
      async () => ({ DATA_DIR: '/dev/full', INDEX_CACHE_DIR: '' }),
      ['wrong folder-unwritable', 'good folder-none'],
    ],
    ['no folder of articles', 'files', async () => ({ SEEDS_DIR: '/nowhere/at/all' }), ['wrong files-gone']],
    ['an empty folder', 'files', async () => ({ SEEDS_DIR: await temporaryFolder() }), ['wrong files-empty']],
    [
      'a file that cannot be read',
      'files',
      async () => ({ SEEDS_DIR: await folderWith({ 'a.txt': '# 甲\n甲乙丙丁。\n', 'b.pdf': 'none' }) }),
      ['look files-left-out'],
    ],
    ['no reader, as was asked', 'reader', async () => ({ READER: 'off' }), ['good reader-off']],
  ];

  test.each(cases)('%s', async (_, check, changes, expected) => {
    expect(await findingsOf(check, await changes())).toEqual(expected);
  });

  test.each(cases)('%s, in Chinese without English', async (_, check, changes) => {
    const { found } = await examined({ ...base, LANG: 'zh_CN.UTF-8', ...(await changes()) }, {}, [check]);
    for (const { text, remedy = '' } of found) expect(englishIn(`${text} ${remedy}`)).toBeUndefined();
  });

  test('a finding is told in one language, its facts too', async () => {
    const SEEDS_DIR = await folderWith({ 'a.txt': '# 甲\n甲乙丙丁。\n', 'old.doc': 'x' });
    const of = async (LANG: string) => {
      const { found } = await examined({ ...base, LANG, SEEDS_DIR, TIME_ZONE: 'Mars/Base' }, {}, [
        'settings',
        'files',
      ]);
      return found.map(({ facts, text, remedy }) => ({ facts, text, remedy }));
    };
    expect(await of('zh_CN.UTF-8')).toEqual([
      {
        facts: { name: 'TIME_ZONE', found: '填的是 "Mars/Base"', expected: '时区，例如 Asia/Shanghai' },
        text: 'TIME_ZONE 不能用：填的是 "Mars/Base"',
        remedy: '请在 .env 或环境变量里改成：时区，例如 Asia/Shanghai（说明见 .env.example）',
      },
      {
        facts: expect.objectContaining({
          leftOut: 1,
          first: 'old.doc：不支持这种格式的文件。请另存为 .docx。',
        }),
        text: `${SEEDS_DIR}：1 个文件，1 篇文章；没有收入 1 个文件，例如 old.doc：不支持这种格式的文件。请另存为 .docx。`,
        remedy: '运行 npm run read 可以逐个查看',
      },
    ]);
    expect(await of('en_US.UTF-8')).toEqual([
      {
        facts: { name: 'TIME_ZONE', found: '"Mars/Base"', expected: 'a time zone such as Asia/Shanghai' },
        text: 'TIME_ZONE cannot be used: found "Mars/Base"',
        remedy:
          'Put a time zone such as Asia/Shanghai into .env or the environment; .env.example describes it.',
      },
      {
        facts: expect.objectContaining({
          leftOut: 1,
          first: 'old.doc: Files of this kind are not read. Save it as .docx.',
        }),
        text: `${SEEDS_DIR}: 1 articles in 1 files; 1 files left out. old.doc: Files of this kind are not read. Save it as .docx.`,
        remedy: 'npm run read shows them one by one.',
      },
    ]);
  });

  test('webhook mode: not yet known to Telegram, another address, or failing', async () => {
    const own = { BOT_MODE: 'webhook', WEBHOOK_URL: 'https://a.cn/x', WEBHOOK_SECRET: 'hidden_secret' };
    const of = async (webhook: object) =>
      findingsOf('updates', { ...own, BOT_API_ROOT: await telling({}, webhook) });
    expect(await of({ url: '' })).toEqual(['look webhook-none']);
    expect(await of({ url: 'https://b.cn/x' })).toEqual(['look webhook-other']);
    expect(
      await of({ url: 'https://a.cn/x', pending_update_count: 2, last_error_message: 'SSL error' }),
    ).toEqual(['wrong webhook-failing']);
    expect(
      await of({ url: 'https://a.cn/x', pending_update_count: 0, last_error_message: 'long ago' }),
    ).toEqual(['good webhook-fine']);
  });

  test('a server that takes the connection and says nothing is given up in time', async () => {
    const mute = createTcpServer(() => {}).listen(0, '127.0.0.1');
    opened.push(mute);
    await once(mute, 'listening');
    const root = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const limits = { checkMs: 300, filesMs: 60_000 };
    const { found } = await examined({ ...base, BOT_API_ROOT: root }, { limits });
    const late = found.filter(({ kind }) => kind === 'late').map(({ check }) => check);
    expect(late).toEqual(['proxy', 'token', 'updates', 'groups', 'inline', 'clock']);
    expect(found.find(({ check }) => check === 'files')?.verdict).toBe('good');
  });

  test('a proxy that works lets the calls through', async () => {
    const target = Number(new URL(server.apiRoot).port);
    const proxy = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '');
      const onward = connect(target, '127.0.0.1', () => {
        onward.write(`GET ${pathname} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      });
      response.detachSocket(request.socket);
      onward.pipe(request.socket);
    }).listen(0, '127.0.0.1');
    opened.push(proxy);
    await once(proxy, 'listening');
    const HTTPS_PROXY = `http://user:pass-word@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const { found } = await examined({ ...base, BOT_API_ROOT: 'http://telegram.invalid', HTTPS_PROXY }, {}, [
      'proxy',
      'token',
    ]);
    expect(found.map(({ kind }) => kind)).toEqual(['proxy-fine', 'token-fine']);
    expect(JSON.stringify(found)).not.toContain('pass-word');
  });
});

describe('exit codes', () => {
  test.each([
    [1, 'something to look at', { BOT_TOKEN: '' }],
    [2, 'something wrong', { SEEDS_DIR: '/nowhere/at/all' }],
  ] as const)('%i: %s', async (code, _, changes) => {
    expect((await runDoctor([], { ...base, ...changes })).code).toBe(code);
  });
});

test('whatever goes wrong, no secret is printed, and nothing that a terminal obeys', async () => {
  const folder = '/nowhere/a\u001b]0;owned\u0007';
  const secrets = {
    BOT_TOKEN: '99:SECRETsecretSECRET',
    WEBHOOK_SECRET: 'webhook~hidden',
    HTTPS_PROXY: 'ftp://u:hidden-pw@h',
  };
  for (const args of [[], ['--json']]) {
    const { text } = await runDoctor(args, { ...base, ...secrets, SEEDS_DIR: folder });
    for (const secret of ['SECRETsecretSECRET', 'webhook~hidden', 'hidden-pw'])
      expect(text).not.toContain(secret);
    expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
    if (args.length === 0) expect(text).toContain('/nowhere/a␛]0;owned␇');
  }
});

test('memory: what is free is held against what the passages take', () => {
  expect(memoryFound(20_000, 1e9)).toMatchObject({ verdict: 'good', facts: { needed: 330 } });
  expect(memoryFound(100_000, 500e6)).toMatchObject({ verdict: 'look', kind: 'memory-short' });
  expect(memoryFound(undefined, 500e6)).toMatchObject({ kind: 'memory-unknown' });
});

test.each([
  ['18.20.8', false],
  ['20.18.9', false],
  ['20.19.0', true],
  ['22.0.0', true],
  ['24.21.0', true],
])('Node.js %s is recent enough: %s', async (version, expected) => {
  expect(isRecentEnough(version)).toBe(expected);
  const { found } = await examined(base, { node: version }, ['node']);
  expect(found[0]?.kind).toBe(expected ? 'node-fine' : 'node-old');
});

test('both languages say something of every check, and the same remedies', () => {
  for (const check of CHECKS) expect([ZH.checks[check], EN.checks[check]]).not.toContain('');
  expect(Object.keys(ZH.say).sort()).toEqual(Object.keys(EN.say).sort());
});
