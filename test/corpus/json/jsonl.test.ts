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
    ['{"text":["一。"]}', /"text"/],
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
      { source: 'a.jsonl', line: 2, problem: expect.stringMatching(problem), remedy: expect.any(String) },
    ]);
  });

  test('the problem does not repeat the line', () => {
    expect(parse('{"secret": oops}').unreadable[0]!.problem.length).toBeLessThan(120);
  });
});

describe('names that are not read are told of in one line, where the one that is read is missing', () => {
  /** Line and what to write, such as `1 content → text`; other faults as they are. */
  function told({ line, problem, remedy }: Unreadable): string {
    const pairs = [...remedy.matchAll(/"([^"]+)" for "([^"]+)"/g)].map(
      ([, meant, name]) => `${name} → ${meant}`,
    );
    return `${line} ${pairs.join(', ') || problem}`;
  }

  test.each<[what: string, lines: readonly object[], articles: number, faults: readonly string[]]>([
    ['nothing to tell', [{ text: '一。', tags: [], views: 3, source_id: 'x', data: {} }], 1, []],
    ['the text, in all lines', [{ content: '一。' }, { content: '二。' }], 0, ['1 content → text']],
    ['a title', [{ text: '一。', headline: '甲' }], 1, ['1 headline → title']],
    [
      'several, from the first of their lines on',
      [{ text: '一。' }, { body: '一。', Title: '甲' }, { text: '二。', link: 'https://example.cn' }],
      2,
      ['2 body → text, Title → title, link → url'],
    ],
    ['typing errors', [{ text: '一。', titel: '甲', auther: '李' }], 1, ['1 titel → title, auther → author']],
    ['Chinese names', [{ 正文: '一。', 标题: '甲' }], 0, ['1 正文 → text, 标题 → title']],
    ['the right name there as well', [{ text: '一。', title: '甲', body: '<p>', Title: '乙' }], 1, []],
    [
      'a line without any text, by itself',
      [{ content: '一。' }, { views: 3 }],
      0,
      ['2 The line has no "text".', '1 content → text'],
    ],
  ])('%s', (_, lines, count, faults) => {
    const { articles, unreadable } = parse(lines.map((fields) => JSON.stringify(fields)).join('\n'));
    expect(articles).toHaveLength(count);
    expect(unreadable.map(told)).toEqual(faults);
  });

  test('in these words', () => {
    expect(parse('{"content":"一。","headline":"甲"}').unreadable).toEqual([
      {
        source: 'a.jsonl',
        line: 1,
        problem: 'From this line on, there are names that are not read: "content", "headline".',
        remedy: 'Write "text" for "content", "title" for "headline", if that is what is meant.',
      },
    ]);
  });
});
