import { describe, expect, test } from 'vitest';
import { readJsonFile } from '../../../src/corpus/json/json-file.js';
import { answererOf } from '../../answering/support.js';
import { expectInProportion } from '../growth.js';
import { outlineOf } from '../read-file.js';

/** Articles as `first–last title`, faults as `line problem`, in their order. */
function told(content: string | Uint8Array): string[] {
  return [...readJsonFile('澜江.json', Buffer.from(content))].flatMap((outcome) => {
    if (outcome.kind === 'article') return `${outcome.article.lines.join('–')} ${outcome.article.title}`;
    return outcome.kind === 'unreadable'
      ? `${outcome.unreadable.line ?? '-'} ${outcome.unreadable.problem.en}`
      : [];
  });
}

const A = { 标题: '甲', 正文: '甲文。' };
const B = { headline: '乙', content: '乙文。' };
const NO_LIST = ['- It holds no list of articles, and no text of its own.'];

describe('articles are found in', () => {
  test.each<[what: string, root: unknown, titles: readonly string[]]>([
    ['a list', [A, B], ['甲', '乙']],
    ['an empty list', [], []],
    ['no settings', { version: 3, packages: { a: { n: 1 }, b: { n: 2 } } }, [NO_LIST[0]!.slice(2)]],
    ['data', { code: 0, data: [A, B] }, ['甲', '乙']],
    ['a list in data', { code: 0, data: { total: 2, list: [A, B] } }, ['甲', '乙']],
    ['any list of objects, the longest', { hits: [{ n: 1 }], found: [A, B] }, ['甲', '乙']],
    [
      'a list of a known name, though another is longer',
      { log: [{ n: '长'.repeat(99) }], articles: [A] },
      ['甲'],
    ],
    [
      'a list, though what holds it describes itself',
      { title: '站', description: '站的。', items: [A] },
      ['甲'],
    ],
    ['an object by itself', { ...A, tags: [{ tag: 1 }] }, ['甲']],
    ['an object within another', { code: 0, data: { ...A, tags: [{ tag: 1 }] } }, ['甲']],
    ['one whose text is a list', { data: { 标题: '甲', 正文: [{ type: 'p', text: '甲文。' }] } }, ['甲']],
    ['objects by their names', { a: A, b: B }, ['甲', '乙']],
    ['objects by their names, further in', { updated: '2026', all: { a: A, b: B } }, ['甲', '乙']],
    [
      'lists within a list',
      {
        期刊: '刊',
        栏目: [
          { 栏目名: '小说', 文章: [A] },
          { 栏目名: '诗', 文章: [B] },
        ],
      },
      ['甲', '乙'],
    ],
    [
      'sections of sections',
      { sections: [{ slug: 'a', title: '手艺', children: [{ title: '竹编', articles: [A, B] }] }] },
      ['甲', '乙'],
    ],
    [
      'texts that are wrapped, as in the interface of WordPress',
      [{ title: { rendered: '甲&#8211;乙' }, content: { rendered: '<p>甲文。</p>' } }],
      ['甲–乙'],
    ],
    ['pairs for training', [{ instruction: '几点开门？', input: '', output: '九点。' }], ['几点开门？']],
  ])('%s', (_, root, titles) => {
    expect(told(JSON.stringify(root)).map((each) => each.replace(/^\S+ /, ''))).toEqual(titles);
  });

  test('lines, under the ending of JSON', () => {
    expect(told(`${JSON.stringify(A)}\n${JSON.stringify(B)}\n`)).toEqual(['1–1 甲', '2–2 乙']);
  });
});

describe('what is not public is left out and told once', () => {
  test.each<[what: string, mark: object]>([
    ['a draft', { status: 'draft' }],
    ['a draft in Chinese', { 状态: '草稿' }],
    ['a draft by yes', { is_draft: true }],
    ['published by no', { published: false }],
    ['taken back', { deleted: 'true' }],
    ['WordPress: private', { post_status: 'private' }],
    ['WordPress: to come', { post_status: 'future' }],
  ])('%s', (_, mark) => {
    const fault = 'Marked as a draft or as not public: 2 articles of this file.';
    const list = [{ ...A, ...mark }, B, { ...A, ...mark }];
    expect(told(JSON.stringify(list))).toEqual(['1–1 乙', `1 ${fault}`]);
    expect(told(list.map((each) => JSON.stringify(each)).join('\n'))).toEqual(['2–2 乙', `1 ${fault}`]);
  });

  test.each<[what: string, mark: object]>([
    ['published', { status: 'publish' }],
    ['a state of something else', { status: 'done', 状态: '已办结' }],
    ['no draft', { draft: false, published: '2026-03-08', deleted: null }],
    ['WordPress: public', { post_status: 'publish' }],
  ])('but not %s', (_, mark) => {
    expect(told(JSON.stringify([{ ...A, ...mark }]))).toEqual(['1–1 甲']);
  });
});

test('dates and authors go by the names of forums and of Weibo, too', () => {
  const articles = (fields: object) =>
    [...readJsonFile('澜江.json', Buffer.from(JSON.stringify([{ ...A, ...fields }])))].flatMap((outcome) =>
      outcome.kind === 'article' ? outcome.article : [],
    );
  expect(articles({ time: '2026-01-08 20:14', user: '青苔君' })).toMatchObject([
    { date: '2026-01-08', author: '青苔君' },
  ]);
  expect(
    articles({ created_at: 'Sat Nov 07 18:22:10 +0800 2026', user: { screen_name: '柳河交警' } }),
  ).toMatchObject([{ date: '2026-11-07', author: '柳河交警' }]);
});

describe('objects without texts are rows of a table', () => {
  const outline = (root: unknown): string[] =>
    [...readJsonFile('澜江/开放.json', Buffer.from(JSON.stringify(root, null, 1)))].flatMap((outcome) =>
      outcome.kind === 'article'
        ? [`# ${outcome.article.title}`, ...outlineOf({ articles: [outcome.article] })]
        : [],
    );

  test('with the names of their fields', () => {
    expect(
      outline([
        { 馆: '美术馆', 闭馆: '周一', 票价: 0, 电话: ['3210', '3211'] },
        { 馆: '博物馆', 闭馆: '周二', 地址: { 路: '江边路', 号: 1 }, 图: null },
      ]),
    ).toEqual([
      '# 开放',
      'header: 馆 · 闭馆 · 票价 · 电话 · 地址 路 · 地址 号',
      'row: 馆：美术馆 · 闭馆：周一 · 票价：0 · 电话：3210、3211',
      'row: 馆：博物馆 · 闭馆：周二 · 地址 路：江边路 · 地址 号：1',
    ]);
  });

  test('with the names that they have themselves', () => {
    expect(outline({ 美术馆: { 闭馆: '周一', 票价: 0 }, 博物馆: { 闭馆: '周二', 票价: 30 } })).toEqual([
      '# 开放',
      'header: 闭馆 · 票价',
      'row: 美术馆 · 闭馆：周一 · 票价：0',
      'row: 博物馆 · 闭馆：周二 · 票价：30',
    ]);
  });

  test.each<[what: string, root: unknown]>([
    ['one alone', [{ 馆: '美术馆', 闭馆: '周一' }]],
    [
      'settings of a program',
      [
        { name: 'a', value: 1 },
        { name: 'b', value: 2 },
      ],
    ],
    ['one value each', [{ 馆: '美术馆' }, { 馆: '博物馆' }]],
    ['articles, one of which has lost its text', [A, { 标题: '乙', 日期: '2026' }]],
  ])('but not %s', (_, root) => {
    expect(outline(root).filter((line) => line.startsWith('row'))).toEqual([]);
  });
});

test('lines are those of the object', () => {
  expect(told(JSON.stringify([A, B], null, 2))).toEqual(['2–5 甲', '6–9 乙']);
  expect(told(JSON.stringify(A, null, 2))).toEqual(['1–4 甲']);
});

describe('a text may be a list', () => {
  /** The blocks of the articles in the form `role: text`. */
  const outline = (root: unknown): string[] =>
    [...readJsonFile('澜江.json', Buffer.from(JSON.stringify(root)))].flatMap((outcome) =>
      outcome.kind === 'article' ? outlineOf({ articles: [outcome.article] }) : [],
    );
  const both = ['paragraph: 第一段。', 'paragraph: 第二段。'];

  test.each<[what: string, content: unknown, blocks: readonly string[]]>([
    ['of paragraphs', ['第一段。', ' ', '第二段。'], both],
    ['of HTML', ['<p>第一段。</p>', '<p>第二段。</p>'], both],
    [
      'of blocks that state their type',
      [
        { type: 'h2', text: '开放' },
        { type: 'p', text: '第一段。' },
        { type: 'image', url: 'https://example.org/1.jpg', caption: '望潮阁夜景' },
        { type: 'hr' },
        { tag: 'P', content: '第二段。' },
      ],
      ['subhead: 开放', 'paragraph: 第一段。', 'caption: 望潮阁夜景', 'paragraph: 第二段。'],
    ],
    [
      'of blocks with parts',
      [
        {
          _type: 'block',
          children: [
            { _type: 'span', text: '第一' },
            { _type: 'span', text: '段。' },
          ],
        },
        { type: 'paragraph', children: [{ text: '第二' }, { type: 'link', children: [{ text: '段。' }] }] },
      ],
      both,
    ],
    [
      'of blocks with their data apart',
      [
        { type: 'paragraph', data: { text: '第一段。' } },
        { type: 'list', data: { items: ['夜游', '早茶'] } },
      ],
      ['paragraph: 第一段。', 'item: 夜游', 'item: 早茶'],
    ],
    [
      'in an object that is the document',
      {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: '第一段。' }] },
          {
            type: 'bulletList',
            content: [
              {
                type: 'listItem',
                content: [{ type: 'paragraph', content: [{ type: 'text', text: '夜游' }] }],
              },
            ],
          },
        ],
      },
      ['paragraph: 第一段。', 'item: 夜游'],
    ],
  ])('%s', (_, content, blocks) => {
    expect(outline({ title: '夜游', content })).toEqual(blocks);
    expect(outline([{ title: '夜游', content }])).toEqual(blocks);
  });

  test('of the paragraphs of an answer', () => {
    expect(outline([{ question: '几点开门？', answer: ['平日八点。', '周末九点。'] }])).toEqual([
      'question: 几点开门？',
      'answer: 平日八点。',
      'answer: 周末九点。',
    ]);
  });

  test.each<[what: string, content: unknown]>([
    ['numbers', [1, 2]],
    ['pictures alone', [{ type: 'image', caption: '望潮阁夜景' }]],
    ['objects that state no type', [{ text: '第一段。' }]],
    ['types that are not known', [{ type: 'news', text: '第一段。' }]],
    ['what has titles', [{ type: 'text', title: '甲', text: '甲文。' }]],
    ['nested deeper than texts are', JSON.parse(`${'['.repeat(99)}"一"${']'.repeat(99)}`)],
  ])('not of %s', (_, content) => expect(outline([{ title: '夜游', content }])).toEqual([]));

  test('articles in it are articles still', () => {
    expect(told(JSON.stringify({ site: '站', article: [A, B] }))).toEqual(['1–1 甲', '1–1 乙']);
  });
});

test('ids are of the file, so that each may count from 1', () => {
  const ids = (source: string) =>
    [...readJsonFile(source, Buffer.from('[{"id":1,"text":"一。"},{"id":1,"text":"二。"}]'))].flatMap(
      (outcome) => (outcome.kind === 'article' ? outcome.article.id : []),
    );
  expect(new Set([...ids('a.json'), ...ids('b.json')]).size).toBe(4);
});

test('what was found out is told of once', () => {
  expect([...readJsonFile('a.json', Buffer.from(JSON.stringify([A, A])))].at(-1)).toEqual({
    kind: 'found',
    found: { format: 'JSON', fields: { title: '标题', text: '正文' } },
  });
});

describe('faults', () => {
  test.each<[what: string, content: string, told: readonly string[]]>([
    ['nothing in it', ' \n', []],
    ['a text', '"甲"', ['- It cannot be read: JSON begins with [ or {.']],
    ['no list', '{"a": 1, "b": {"c": [1, 2]}}', NO_LIST],
    ['no objects', '[1,\n{"text":"一。"}]', ['1 What stands in the list is no JSON object.', '2–2 一。']],
    ['no text', '[{"title":"甲"}]', ['1 The object has no "text".']],
    ['a last comma', '[{"text":"一。"},]', ['1–1 一。']],
    [
      'it breaks off',
      '[{"text":"一。"},\n{"text":"二',
      ['1–1 一。', '2 The file breaks off in the middle of an object.'],
    ],
  ])('%s', (_, content, expected) => expect(told(content)).toEqual(expected));

  test('a broken object costs itself alone', () => {
    const [first, fault, last] = told('[{"text":"一。"},\n{"text":oops},\n{"text":"三。"}]');
    expect([first, last]).toEqual(['1–1 一。', '3–3 三。']);
    expect(fault).toMatch(/^2 The object is not valid JSON/);
  });

  test('many of a kind are counted', () => {
    const faults = told(JSON.stringify(Array(1_000).fill(0)));
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)).toBe('- So it is with 980 others of its list.');
  });

  test('a file of more than 64 MB', () => {
    const [outcome] = readJsonFile('a.json', Buffer.alloc(64 * 1024 * 1024 + 1, '['));
    expect(outcome).toMatchObject({
      unreadable: { remedy: { en: expect.stringMatching(/\.jsonl/), zh: expect.stringMatching(/\.jsonl/) } },
    });
  });
});

describe('hostile files take no more time than their length', () => {
  const MB2 = 2 * 1024 * 1024;
  test.each<[what: string, times: number, content: (times: number) => string]>([
    ['open brackets', MB2, (times) => '['.repeat(times)],
    ['nested lists', MB2 / 2, (times) => '['.repeat(times) + ']'.repeat(times)],
    ['nested objects', MB2 / 6, (times) => `${'{"a":'.repeat(times)}1${'}'.repeat(times)}`],
    [
      'nested in an article',
      MB2 / 2,
      (times) => `[{"text":"一。","x":${'['.repeat(times)}${']'.repeat(times)}}]`,
    ],
    ['quotation marks', MB2 / 2, (times) => `["${'\\"'.repeat(times)}`],
    ['many lists', 100_000, (times) => `{${Array.from({ length: times }, (_, i) => `"${i}":[{}]`).join()}}`],
    ['many lines', MB2, (times) => `[${'\n'.repeat(times)}{}]`],
    [
      'many names',
      99_999,
      (times) => JSON.stringify([Object.fromEntries(Array.from({ length: times }, (_, i) => [`n${i}`, 0]))]),
    ],
  ])('%s', (_, times, content) => expectInProportion((some) => told(content(some)), times));
});

test('what they answer is cited with what they state', async () => {
  const list = {
    data: [
      {
        标题: '望潮阁周末开放夜游',
        正文: '<p>望潮阁六月起每周六开放夜游。</p><p>夜游票价三十五元，儿童免票，晚上九点半停止入场。</p>',
        来源: '澜江晚报',
        作者: '沈禾',
        发布时间: '2024-06-02',
        链接: 'https://example.org/7',
      },
      { 标题: '旧书市集移到南门', 正文: '旧书市集本周起移到南门广场，摊位增加到六十个。' },
    ],
  };
  const outcomes = [...readJsonFile('澜江.json', Buffer.from(JSON.stringify(list, null, 1)))];
  const articles = outcomes.flatMap((outcome) => (outcome.kind === 'article' ? outcome.article : []));
  const { results } = await (await answererOf(articles)).answer({ text: '望潮阁夜游票价多少？' });
  expect(results[0]).toMatchObject({
    excerpt: expect.stringContaining('夜游票价三十五元'),
    citation: {
      title: '望潮阁周末开放夜游',
      source: '澜江.json',
      lines: [3, 10],
      publication: '澜江晚报',
      byline: '沈禾',
      date: '2024-06-02',
      url: 'https://example.org/7',
    },
  });
});
