import { describe, expect, test } from 'vitest';
import {
  column,
  HEIGHT,
  type PdfOptions,
  pdfOf,
  type Written,
  wrapped,
} from '../../../lab/fuzz/builders/build-pdf.js';
import type { Article, Unreadable } from '../../../src/corpus/article.js';
import { readPdf } from '../../../src/corpus/pdf/pdf-file.js';
import { answererOf } from '../../answering/support.js';

interface Reading {
  readonly articles: readonly Article[];
  readonly unreadable: readonly Unreadable[];
}

async function readingOf(bytes: Uint8Array): Promise<Reading> {
  const [articles, unreadable]: [Article[], Unreadable[]] = [[], []];
  for await (const outcome of readPdf('馆/年报.pdf', bytes)) {
    if (outcome.kind === 'article') articles.push(outcome.article);
    if (outcome.kind === 'unreadable') unreadable.push(outcome.unreadable);
  }
  return { articles, unreadable };
}

/** The article of a PDF of these pages. */
async function articleOf(pages: readonly (readonly Written[])[], options?: PdfOptions): Promise<Article> {
  const { articles, unreadable } = await readingOf(pdfOf(pages, options));
  expect(unreadable).toEqual([]);
  return articles[0]!;
}

/** Blocks as `role pages text`. */
function outline({ blocks, text }: Article): string[] {
  return blocks.map(({ role, lines, start, end }) => `${role} ${lines.join('–')} ${text.slice(start, end)}`);
}

const FERRY =
  '青石渡口运行了六十二年，十一月三日起停运。最后一班渡船由船工老秦驾驶，载客四十七人，许多居民赶来送行。';
const BRIDGE =
  '下游三公里处的青石大桥同日通车，全长1286米，总投资三亿两千万元，双向四车道，两侧各有一条人行道。';
const LIBRARY =
  '县图书馆开放时间调整为每天八点半至二十点，周一闭馆。读者可以凭身份证免费办理借书证，每次最多借十本。';

describe('the order of reading', () => {
  test('of one column', async () => {
    const lines = column(70, 120, [...wrapped(FERRY, 30), ...wrapped(BRIDGE, 30)]);
    expect(outline(await articleOf([lines]))).toEqual([`paragraph 1–1 ${FERRY}`, `paragraph 1–1 ${BRIDGE}`]);
  });

  test('of two columns, below a headline that stands across them', async () => {
    const article = await articleOf([
      [
        { text: '青石大桥通车渡口停运', x: 150, y: 90, size: 22 },
        ...column(60, 140, wrapped(FERRY, 18)),
        ...column(310, 140, [...wrapped(BRIDGE, 18), ...wrapped(LIBRARY, 18)]),
      ],
    ]);
    expect(article.title).toBe('青石大桥通车渡口停运');
    expect(outline(article)).toEqual([
      'title 1–1 青石大桥通车渡口停运',
      `paragraph 1–1 ${FERRY}`,
      `paragraph 1–1 ${BRIDGE}`,
      `paragraph 1–1 ${LIBRARY}`,
    ]);
  });

  test('of three columns, though they were set in another order', async () => {
    const article = await articleOf([
      [
        ...column(400, 140, wrapped(LIBRARY, 13)),
        ...column(50, 140, wrapped(FERRY, 13)),
        ...column(225, 140, wrapped(BRIDGE, 13)),
      ],
    ]);
    expect(outline(article).map((each) => each.slice(14))).toEqual([FERRY, BRIDGE, LIBRARY]);
  });

  test('of columns above and below a headline across them', async () => {
    const article = await articleOf([
      [
        ...column(60, 140, wrapped(FERRY, 18)),
        ...column(310, 140, wrapped(BRIDGE, 18)),
        { text: '县图书馆调整开放时间，今夏每天延长两个小时', x: 60, y: 330, size: 20 },
        ...column(60, 370, wrapped(LIBRARY, 18)),
        ...column(310, 370, wrapped(BRIDGE, 18)),
      ],
    ]);
    expect(outline(article).map((each) => each.replace(/ .*? /, ' ').slice(0, 16))).toEqual(
      [
        `paragraph ${FERRY}`,
        `paragraph ${BRIDGE}`,
        'title 县图书馆调整开放时间',
        `paragraph ${LIBRARY}`,
        `paragraph ${BRIDGE}`,
      ].map((each) => each.slice(0, 16)),
    );
  });
});

describe('paragraphs', () => {
  test('go on over columns and pages, unless the next begins with an indent', async () => {
    const lines = wrapped(FERRY, 18);
    const article = await articleOf([
      [
        ...column(60, 140, wrapped(BRIDGE, 18)),
        ...column(310, 140, wrapped(BRIDGE, 18).slice(0, 3)),
        ...column(310, 188, lines.slice(0, 2)),
      ],
      [...column(60, 100, [...lines.slice(2), ...wrapped(LIBRARY, 18)])],
    ]);
    expect(outline(article).slice(-2)).toEqual([`paragraph 1–2 ${FERRY}`, `paragraph 2–2 ${LIBRARY}`]);
  });

  test('are parted by a wider space where none is indented', async () => {
    const plain = (text: string) => wrapped(`　　${text}`, 30).map((line) => line.replace(/^　+/u, ''));
    const article = await articleOf([
      [...column(70, 120, plain('甲'.repeat(88))), ...column(70, 190, plain('乙'.repeat(88)))],
    ]);
    expect(article.blocks).toHaveLength(2);
  });

  test('of a list are items without their bullets, the lines below them set in', async () => {
    const article = await articleOf([
      [
        { text: '办证须知：', x: 70, y: 120 },
        { text: `• ${BRIDGE.slice(0, 28)}`, x: 90, y: 136 },
        { text: BRIDGE.slice(28), x: 105, y: 152 },
        { text: '• 周一闭馆。', x: 90, y: 168 },
        ...column(70, 184, wrapped(FERRY, 30)),
      ],
    ]);
    expect(outline(article)).toEqual([
      'paragraph 1–1 办证须知：',
      `item 1–1 ${BRIDGE}`,
      'item 1–1 周一闭馆。',
      `paragraph 1–1 ${FERRY}`,
    ]);
  });

  test('in larger letters are headings of what follows, the larger the higher', async () => {
    const article = await articleOf([
      [
        { text: '青石县年报', x: 200, y: 90, size: 24 },
        { text: '交通', x: 70, y: 130, size: 16 },
        { text: '渡口', x: 70, y: 160, size: 13 },
        ...column(70, 190, wrapped(FERRY, 30)),
        { text: '文化', x: 70, y: 280, size: 16 },
        ...column(70, 310, wrapped(LIBRARY, 30)),
      ],
    ]);
    expect(article.title).toBe('青石县年报');
    expect(article.sections).toEqual([['交通'], ['交通', '渡口'], ['文化']]);
  });
});

test('running heads, feet and page numbers are left out', async () => {
  const page = (number: number, text: string): Written[] => [
    { text: `青石县图书馆 ${2020 + number}年报`, x: 60, y: 40, size: 9 },
    ...column(60, 120, wrapped(text, 30)),
    { text: `— ${number} —`, x: 290, y: HEIGHT - 40, size: 9 },
  ];
  const article = await articleOf([page(1, FERRY), page(2, BRIDGE), page(3, LIBRARY)]);
  expect(outline(article)).toEqual([
    `paragraph 1–1 ${FERRY}`,
    `paragraph 2–2 ${BRIDGE}`,
    `paragraph 3–3 ${LIBRARY}`,
  ]);
});

describe('the title is', () => {
  const page = [{ text: '最大的字', x: 60, y: 90, size: 20 }, ...column(60, 140, wrapped(FERRY, 30))];
  test.each([
    ['what the file states', '青石年报', page, '青石年报'],
    ['the largest of the first page where it states junk', 'Microsoft Word - 年报.doc', page, '最大的字'],
    ['the same for a file name', '年报终稿.docx', page, '最大的字'],
    ['the name of the file where all is of one size', 'untitled', page.slice(1), '年报'],
  ])('%s', async (_, title, lines, expected) => {
    expect((await articleOf([lines], { title })).title).toBe(expected);
  });
});

describe('faults', () => {
  const whole = pdfOf([column(60, 120, wrapped(FERRY, 30))]);
  const key = `<${'00'.repeat(32)}>`;
  const encryption = `/ID [${key} ${key}] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${key} /U ${key} >>`;
  test.each<[what: string, bytes: Uint8Array, problem: RegExp, remedy: RegExp]>([
    ['no text layer', pdfOf([[], []]), /pictures without text/, /OCR/],
    ['a password', pdfOf([[]], { trailer: encryption }), /password/, /without the password/],
    ['no PDF', Buffer.from('甲文。'), /damaged or no PDF/, /again/],
    ['the beginning alone', whole.subarray(0, 300), /damaged or no PDF/, /again/],
    [
      'most pages without text',
      pdfOf([column(60, 120, wrapped(FERRY, 30)), [], []]),
      /^2 of its 3 pages/,
      /OCR/,
    ],
  ])('%s', async (_, bytes, problem, remedy) => {
    const { unreadable } = await readingOf(bytes);
    expect(unreadable).toEqual([
      {
        source: '馆/年报.pdf',
        problem: expect.stringMatching(problem),
        remedy: expect.stringMatching(remedy),
      },
    ]);
  });

  test('cost their own file alone: the next is read, and so are several at once', async () => {
    const readings = await Promise.all([Buffer.from('x'), whole, whole].map(readingOf));
    expect(readings.map(({ articles }) => articles.length)).toEqual([0, 1, 1]);
  });
});

test('what it answers is cited with the page', async () => {
  const article = await articleOf([
    [{ text: '青石县年报', x: 200, y: 90, size: 24 }, ...column(60, 140, wrapped(FERRY, 30))],
    [...column(60, 120, wrapped(BRIDGE, 18)), ...column(310, 120, wrapped(LIBRARY, 18))],
  ]);
  const { results } = await (await answererOf([article])).answer({ text: '青石大桥全长多少米？' });
  expect(results[0]).toMatchObject({
    excerpt: expect.stringContaining('青石大桥同日通车，全长1286米'),
    citation: { title: '青石县年报', source: '馆/年报.pdf', place: { unit: 'page', first: 2, last: 2 } },
  });
});
