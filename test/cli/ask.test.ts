import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { folderWith } from './command.js';
import { PAGE } from './page.js';
import { runAsk } from './run-ask.js';

const ENGLISH = { LANG: 'en_GB.UTF-8' };

const LINES = [
  { id: 'a7', title: '秋土豆', text: '秋土豆要在立秋前后播种。播种前用草木灰拌种，可以防止烂种。' },
  { id: 'b9', text: '县博物馆今年接待游客一万二千人。', author: '何敏', date: '2023-12-31' },
];

/** A line of `--json`, field by field; a field that is not named here is a fault. */
const span = z.tuple([z.int().min(0), z.int().min(1)]);
const results = z.array(
  z.strictObject({
    excerpt: z.string().min(1),
    highlights: z.array(span),
    answer: span.optional(),
    score: z.number().min(0).max(1),
    unmentioned: z.array(z.string()),
    citation: z.strictObject({
      id: z.string().regex(/^[A-Za-z0-9_-]{1,16}$/),
      article: z.string().min(1),
      title: z.string(),
      source: z.string().min(1),
      lines: z.tuple([z.int().min(1), z.int().min(1)]),
      publication: z.string().optional(),
      date: z.string().optional(),
      when: z.string().optional(),
      page: z.string().optional(),
      byline: z.string().optional(),
      url: z.string().optional(),
    }),
  }),
);
const common = { question: z.string(), ms: z.number().min(0), results };
const lineSchema = z.discriminatedUnion('status', [
  z.strictObject({ ...common, status: z.enum(['answered', 'possible']) }),
  z.strictObject({
    ...common,
    status: z.literal('refused'),
    reason: z.enum(['empty', 'greeting', 'no-evidence']),
    missing: z.array(z.string()),
  }),
]);

let page: string;
let jsonl: string;

beforeAll(async () => {
  page = await folderWith({ '1103/第2版.md': PAGE });
  jsonl = join(
    await folderWith({ 'articles.jsonl': LINES.map((line) => JSON.stringify(line)).join('\n') }),
    'articles.jsonl',
  );
});

/** Asks questions of a corpus on standard input, and reads the lines that come back. */
async function ask(corpus: string, questions: readonly string[], ...options: readonly string[]) {
  const ended = await runAsk(['--corpus', corpus, '--json', ...options], { input: questions.join('\n') });
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  return linesOf(ended.stdout);
}

function linesOf(stdout: string) {
  expect(stdout.endsWith('\n')).toBe(true);
  return stdout
    .slice(0, -1)
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

describe('--json', () => {
  const asked = ['青石大桥全长多少米？', '', '火星大桥的密码', '  ', '谢谢', '。', '渡口为什么停运\r'];
  const strange = [
    '多长'.repeat(2048),
    '👩‍👩‍👧'.repeat(400),
    '\u202e\u0000青石大桥',
    '\u001b[31m',
    '\ufeff大桥',
  ];
  let lines: Awaited<ReturnType<typeof ask>>;

  beforeAll(async () => {
    lines = await ask(page, [...asked, ...strange]);
  });

  test('gives a line a question, in turn, blank ones passed over, and nothing else on standard output', () => {
    expect(lines.slice(0, 5).map(({ question, status }) => [question, status])).toEqual([
      ['青石大桥全长多少米？', 'answered'],
      ['火星大桥的密码', 'refused'],
      ['谢谢', 'refused'],
      ['。', 'refused'],
      ['渡口为什么停运', 'answered'],
    ]);
    expect(lines).toHaveLength(5 + strange.length);
  });

  test('gives excerpt, ranges and citation of an answer', () => {
    const best = lines[0]?.results[0];
    const { excerpt = '', highlights = [], answer = [0, 0] } = best ?? {};
    expect(excerpt.slice(...answer)).toContain('1,286米');
    expect(highlights.map((range) => excerpt.slice(...range)).join(' ')).toMatch(/大桥.*全长/);
    expect(best?.citation).toMatchObject({
      title: '青石渡口今起停运',
      source: '1103/第2版.md',
      publication: '青石晚报',
      date: '2023-11-03',
      page: '2',
      url: 'https://example.cn/a',
    });
  });

  test('gives the reason of a refusal, the words that are missing, and the nearest passages', () => {
    expect(lines.slice(1, 4)).toMatchObject([
      { reason: 'no-evidence', missing: expect.arrayContaining(['火星', '密码']) },
      { reason: 'greeting', missing: [], results: [] },
      { reason: 'empty', missing: [], results: [] },
    ]);
    expect(lines[1]?.results.length).toBeGreaterThan(0);
  });

  test('asks a question from the command line, its words joined', async () => {
    const ended = await runAsk(['--corpus', page, '--json', '青石大桥', '全长']);
    expect(linesOf(ended.stdout)).toMatchObject([{ question: '青石大桥 全长', status: 'answered' }]);
  });

  test('gives --top results at most, one a passage, the same ones first', async () => {
    const question = '渡口 图书馆';
    const [[one], [all]] = await Promise.all([
      ask(page, [question], '--top', '1'),
      ask(page, [question], '--top', '50'),
    ]);
    expect(one?.results).toHaveLength(1);
    const ids = all?.results.map(({ citation }) => citation.id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(1);
    expect(all?.results[0]).toEqual(one?.results[0]);
  });

  test('gives --chars UTF-16 units of excerpt at most', async () => {
    const [line] = await ask(page, ['最后一班渡船由谁驾驶'], '--chars', '20');
    for (const { excerpt } of line?.results ?? []) expect(excerpt.length).toBeLessThanOrEqual(20);
    expect(line?.results[0]).toMatchObject({ citation: { lines: [9, 9] } });
  });
});

describe('a corpus', () => {
  test('may be a JSONL file, whose ids are the articles’', async () => {
    const lines = await ask(jsonl, ['秋土豆什么时候播种', '博物馆接待了多少游客']);
    expect(lines.map(({ results: [best] }) => best?.citation)).toMatchObject([
      { article: 'a7', title: '秋土豆', source: 'articles.jsonl', lines: [1, 1] },
      { article: 'b9', byline: '何敏', date: '2023-12-31', lines: [2, 2] },
    ]);
  });

  test('is served without what cannot be read, which standard error names with line and remedy', async () => {
    const corpus = await folderWith({
      'good.md': PAGE,
      'empty.txt': '',
      'picture.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
      'broken.jsonl': `${JSON.stringify(LINES[0])}\n{"id": 1,\n`,
    });
    const ended = await runAsk(['--corpus', corpus, '--json', '秋土豆什么时候播种'], { env: ENGLISH });
    expect(ended.code).toBe(0);
    expect(linesOf(ended.stdout)[0]?.results[0]?.citation.article).toBe('a7');
    const faults = ended.stderr.trim().split('\n');
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^broken\.jsonl:2: .+\. .+\.$/),
        expect.stringMatching(/^picture\.txt: .+\. .+\.$/),
      ]),
    );
    expect(ended.stderr).not.toMatch(/good\.md|\n\s+at /);
  });
});

describe('to whom Chinese is spoken', () => {
  test('what is left out is told in Chinese, with line and remedy', async () => {
    const corpus = await folderWith({ 'good.md': PAGE, 'broken.jsonl': '{"id": 1,\n' });
    const { stderr } = await runAsk(['--corpus', corpus, '谢谢'], {
      env: { LANG: 'zh_CN.UTF-8', READER: 'off' },
    });
    expect(stderr).toBe(
      'broken.jsonl 第 1 行：这一行不是正确的 JSON。每行应是一个对象，如 {"id": "…", "title": "…", "text": "…"}。\n',
    );
  });

  test('so is what cannot be done', async () => {
    const ended = await runAsk(['--corpus', '/nowhere/at/all', '问'], { env: { LANG: 'zh_CN.UTF-8' } });
    expect(ended).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^打不开放文章的“\/nowhere\/at\/all”：没有这个文件或文件夹。请放入.+。\n$/,
      ),
    });
  });
});

describe('what cannot be done is said in plain words, with nothing on standard output', () => {
  test.each<[string, readonly string[] | (() => Promise<readonly string[]>), number, RegExp]>([
    ['an unknown option', ['--colour'], 2, /--colour[\s\S]*Usage: npm run ask/],
    ['an option without its value', ['--corpus'], 2, /--corpus[\s\S]*Usage/],
    [
      'a count that is none',
      ['--top', 'three', '问'],
      2,
      /--top takes a whole number from 1 to 50; got "three"/,
    ],
    ['a count that is too small', ['--top', '0', '问'], 2, /--top/],
    [
      'a length that is too large',
      ['--chars', '4001', '问'],
      2,
      /--chars takes a whole number from 20 to 4000/,
    ],
    ['a length that is negative', ['--chars=-1', '问'], 2, /--chars/],
    [
      'a corpus that is not there',
      ['--corpus', '/nowhere/at/all', '问'],
      2,
      /\/nowhere\/at\/all[\s\S]*--corpus/,
    ],
    ['an empty folder', async () => ['--corpus', await folderWith({}), '问'], 2, /holds no article/],
  ])('%s', async (_, args, code, message) => {
    const ended = await runAsk(typeof args === 'function' ? await args() : args, { env: ENGLISH });
    expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(message) });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });
});

describe('in a terminal', () => {
  test('an answer is the excerpts with where they come from', async () => {
    const { stdout, code } = await runAsk(['--corpus', page, '青石大桥全长多少米？']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^1\. [\s\S]*1,286米[\s\S]*—— 《青石渡口今起停运》.* · 青石晚报 · 2023年11月3日 · 第2版 · .*1103\/第2版\.md 第 \d+(–\d+)? 行 · https:\/\/example\.cn\/a\n/,
    );
    expect(stdout).not.toContain('\u001b');
  });

  test('a refusal names what is missing', async () => {
    const { stdout, code } = await runAsk(['--corpus', page, '火星基地的密码']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^文章里没有找到答案。\n这些词没有出现过：.*火星/);
  });

  test('a refusal of a question without Chinese says which language the articles are in', async () => {
    const { stdout } = await runAsk(['--corpus', page, 'Who moved the library?']);
    expect(stdout).toMatch(/^文章里没有找到答案。\n.*\n文章都是中文的，用中文来问更容易找到。\n/);
  });

  test.each<[Record<string, string>, RegExp]>([
    [{ LANG: 'en_GB.UTF-8' }, /^You’re welcome/],
    [{ LC_MESSAGES: 'en', LANG: 'zh_CN.UTF-8' }, /^You’re welcome/],
    [{ LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, /^不客气/],
    [{ LANG: 'C.UTF-8' }, /^不客气/],
  ])('the locale %o decides on the language', async (env, said) => {
    expect((await runAsk(['--corpus', page, '谢谢'], { env })).stdout).toMatch(said);
  });

  test('the words that USER_DICT names are read, as the bot reads them', async () => {
    const ended = await runAsk(['--corpus', page, '谢谢'], { env: { USER_DICT: '/nowhere/words.txt' } });
    expect(ended).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('/nowhere/words.txt'),
    });
  });

  test('--help explains the command', async () => {
    expect(await runAsk(['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Usage[\s\S]*--corpus[\s\S]*--top[\s\S]*--chars[\s\S]*--json/),
      stderr: '',
    });
  });
});
