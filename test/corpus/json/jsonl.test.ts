import { describe, expect, test } from 'vitest';
import type { Article, Unreadable } from '../../../src/corpus/article.js';
import { readJsonl } from '../../../src/corpus/json/jsonl.js';

function parse(content: string | Uint8Array): { articles: Article[]; unreadable: Unreadable[] } {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const outcomes = [...readJsonl('a.jsonl', bytes)];
  return {
    articles: outcomes.flatMap((outcome) => (outcome.kind === 'article' ? [outcome.article] : [])),
    unreadable: outcomes.flatMap((outcome) => (outcome.kind === 'unreadable' ? [outcome.unreadable] : [])),
  };
}

/** The article that one line of these fields makes. */
function line(fields: object): Article | undefined {
  return parse(JSON.stringify(fields)).articles[0];
}

test('a line is an article with what it states', () => {
  const facts = {
    publication: '澜江日报',
    date: '2024-11-05',
    page: '1',
    byline: '李明',
    author: '王红',
    url: 'https://example.org',
  };
  expect(line({ id: 'a-1', title: '甲', text: '甲文。', ...facts, other: 1 })).toEqual({
    id: 'a-1',
    source: 'a.jsonl',
    title: '甲',
    text: '甲文。',
    blocks: [{ role: 'paragraph', start: 0, end: 3, lines: [1, 1] }],
    lines: [1, 1],
    ...facts,
  });
});

test('the title is no part of the text, and lines of the text are paragraphs', () => {
  const article = line({ id: 'a', title: '甲', text: '　　一。\r\n\r\n二。\n' })!;
  expect(article.text).toBe('一。\n二。');
  expect(article.blocks.map(({ start, end }) => article.text.slice(start, end))).toEqual(['一。', '二。']);
});

describe('leniency', () => {
  test('a number is an id and a page', () => {
    expect(line({ id: 7, text: '一。', page: 3 })).toMatchObject({ id: '7', page: '3' });
  });

  test.each<[date: unknown, day: string]>([
    [1762390800, '2025-11-06'],
    [1762390800000, '2025-11-06'],
    ['1762390800', '2025-11-06'],
    // Past midnight in China, and not yet in Greenwich.
    [1762444800, '2025-11-07'],
    [9999999999, '9999999999'],
    [176239080, '176239080'],
    [20251106, '20251106'],
  ])('a date that counts since 1970 is the day in China: %j', (date, day) => {
    expect(line({ id: 'a', text: '一。', publishTime: date })!.date).toBe(day);
  });

  test.each([
    ['a short first sentence', '一。二。', '一。'],
    ['a long one, cut', '字'.repeat(99), `${'字'.repeat(29)}…`],
    ['no half of a pair', '𠮷'.repeat(99), `${'𠮷'.repeat(14)}…`],
  ])('without a title: %s', (_, text, title) => {
    expect(line({ id: 'a', text })!.title).toBe(title);
  });

  test('an id is made from the content when there is none, and differs for equal lines', () => {
    const same = JSON.stringify({ title: '甲', text: '一。' });
    const [first, second] = parse(`${same}\n${same}`).articles;
    expect(first!.id).toMatch(/^[\w-]{12}$/);
    expect(second!.id).not.toBe(first!.id);
    expect(parse(`{"text":"二。"}\n${same}`).articles[1]!.id).toBe(first!.id);
  });

  test('facts that are no text count as absent', () => {
    expect(Object.keys(line({ id: 'a', text: '一。', date: null, page: [1], url: ' ' })!)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/date|page|url/)]),
    );
  });

  test.each([
    ['byte-order mark', '\ufeff{"text":"一。"}'],
    ['Windows line ends', '{"text":"一。"}\r\n'],
    ['empty lines', '\n\n{"text":"一。"}\n \n'],
    ['UTF-16', Buffer.from('\ufeff{"text":"一。"}\n', 'utf16le')],
    ['GB18030', Buffer.from([...Buffer.from('{"text":"'), 0xd6, 0xd0, 0xce, 0xc4, ...Buffer.from('"}')])],
  ])('%s', (_, content) => {
    const { articles, unreadable } = parse(content);
    expect(unreadable).toEqual([]);
    expect(articles).toHaveLength(1);
  });
});

describe('a bad line costs itself alone', () => {
  test.each([
    ['{"text":"一。"', /JSON/],
    ['["一。"]', /object/],
    ['null', /object/],
    ['{"title":"甲"}', /"text"/],
    ['{"text":" \\n "}', /"text"/],
    ['{"text":[1]}', /"text"/],
    ['{"text":[" "]}', /"text"/],
    [Buffer.from([0x22, 0xff, 0xff, 0x22]), /UTF-8/],
    [Buffer.from([0x22, 0, 0x22]), /NUL bytes/],
  ])('%s', (bad, problem) => {
    const good = Buffer.from('{"text":"一。"}');
    const newline = Buffer.from('\n');
    const { articles, unreadable } = parse(
      Buffer.concat([good, newline, Buffer.from(bad as string), newline, good]),
    );
    expect(articles.map(({ lines }) => lines)).toEqual([
      [1, 1],
      [3, 3],
    ]);
    expect(unreadable).toEqual([
      {
        source: 'a.jsonl',
        line: 2,
        problem: { en: expect.stringMatching(problem), zh: expect.stringMatching(/。$/) },
        remedy: { en: expect.any(String), zh: expect.any(String) },
      },
    ]);
  });

  test('the problem does not repeat the line', () => {
    expect(parse('{"secret": oops}').unreadable[0]!.problem.en.length).toBeLessThan(120);
  });
});

describe('fields are found under other names, which is told of for the whole file', () => {
  const facts = { title: '甲', text: '一。' };
  test.each<[what: string, lines: readonly object[], article: object, fields: object | undefined]>([
    ['nothing to tell', [{ ...facts, tags: [], views: 3, source_id: 'x' }], facts, undefined],
    ['the text', [{ content: '一。' }], { text: '一。' }, { text: 'content' }],
    [
      'Chinese names',
      [{ 正文: '一。', 标题: '甲', 来源: '报' }],
      { ...facts, publication: '报' },
      { text: '正文', title: '标题', publication: '来源' },
    ],
    [
      'other letters',
      [{ Text: '一。', 'pub-date': '2024' }],
      { text: '一。', date: '2024' },
      { text: 'Text', date: 'pub-date' },
    ],
    [
      'names of programs and of libraries',
      [{ newsTitle: '甲', post_content: '一。', createTime: '2026-11-06', sourceName: '报' }],
      { ...facts, date: '2026-11-06', publication: '报' },
      { title: 'newsTitle', text: 'post_content', date: 'createTime', publication: 'sourceName' },
    ],
    [
      'what was published before what was made, and that before what was changed',
      [
        { ...facts, updated_at: '2026-11-08', createdAt: '2026-11-07', 发表时间: '2026-11-06' },
        { ...facts, 更新时间: '2026-11-08', created_at: '2026-11-07' },
      ],
      { ...facts, date: '2026-11-06' },
      { date: '发表时间, created_at' },
    ],
    [
      'typing errors',
      [{ text: '一。', titel: '甲', auther: '李' }],
      { ...facts, author: '李' },
      { title: 'titel', author: 'auther' },
    ],
    [
      'no likeness that means something else',
      [{ ...facts, ticker: '600', pages: '9', data: '甲' }],
      facts,
      undefined,
    ],
    ['the right name goes before', [{ body: '<p>', Title: '乙', ...facts }], facts, undefined],
    ['what is empty gives way', [{ text: ' ', body: '一。', title: '甲' }], facts, { text: 'body' }],
    [
      'the likelier goes before',
      [{ description: '略。', content: '一。', title: '甲' }],
      facts,
      { text: 'content' },
    ],
    [
      'several of the same',
      [{ content: '一。', title: '甲' }, { body: '二。' }],
      facts,
      { text: 'content, body' },
    ],
    [
      'people in a list',
      [{ ...facts, authors: [{ name: '李' }, '王'] }],
      { ...facts, author: '李、王' },
      { author: 'authors' },
    ],
  ])('%s', (_, lines, article, fields) => {
    const outcomes = [
      ...readJsonl('a.jsonl', Buffer.from(lines.map((each) => JSON.stringify(each)).join('\n'))),
    ];
    expect(outcomes[0]).toMatchObject({ kind: 'article', article });
    expect(outcomes.filter(({ kind }) => kind === 'unreadable')).toEqual([]);
    expect(outcomes.at(-1)).toEqual({ kind: 'found', found: { format: 'JSONL', ...(fields && { fields }) } });
  });
});

describe('a text', () => {
  /** Blocks as `role: text`. */
  function outline(text: string): string[] {
    const article = line({ text })!;
    return article.blocks.map(({ role, start, end }) => `${role}: ${article.text.slice(start, end)}`);
  }

  test.each<[what: string, text: string, blocks: readonly string[]]>([
    ['of HTML is its blocks', '<h2>甲</h2><p>一，<b>二</b>。</p>', ['subhead: 甲', 'paragraph: 一，二。']],
    [
      'of HTML in parts',
      '前言。<br>一。<br/>二。',
      ['paragraph: 前言。', 'paragraph: 一。', 'paragraph: 二。'],
    ],
    ['about HTML is none', '段落写作 <p>，换行写作 <br>。', ['paragraph: 段落写作 <p>，换行写作 <br>。']],
    ['that compares is none', '若 a<b 则停。', ['paragraph: 若 a<b 则停。']],
    ['of Markdown is plain', '# 甲\n- 一', ['paragraph: # 甲', 'paragraph: - 一']],
  ])('%s', (_, text, blocks) => expect(outline(text)).toEqual(blocks));

  test('is a question with its answer where there is no other', () => {
    const article = line({ question: '几点开门？', answer: '九点。\n周一闭馆。' })!;
    expect(article.title).toBe('几点开门？');
    expect(article.blocks.map(({ role, lead }) => [role, lead])).toEqual([
      ['question', undefined],
      ['answer', 0],
      ['answer', 0],
    ]);
  });
});
