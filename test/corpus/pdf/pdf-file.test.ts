import { describe, expect, test } from 'vitest';
import {
  column,
  HEIGHT,
  type PdfOptions,
  pdfOf,
  stackedAt,
  tableAt,
  verticalAt,
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

describe('headings that are only bold', () => {
  const bold = (text: string, y: number): Written => ({ text, x: 70, y, font: 'hei' });

  test('stand below larger ones', async () => {
    const article = await articleOf([
      [
        { text: '青石县年报', x: 200, y: 90, size: 24 },
        { text: '交通', x: 70, y: 130, size: 16 },
        bold('一、渡口', 160),
        ...column(70, 190, wrapped(FERRY, 30)),
        bold('二、大桥', 260),
        ...column(70, 290, wrapped(BRIDGE, 30)),
      ],
    ]);
    expect(article.sections).toEqual([['交通'], ['交通', '一、渡口'], ['交通', '二、大桥']]);
  });

  test('are found without a space around them', async () => {
    const article = await articleOf([
      [
        bold('渡口', 120),
        ...column(70, 136, wrapped(FERRY, 30)),
        bold('大桥', 200),
        ...column(70, 216, wrapped(BRIDGE, 30)),
      ],
    ]);
    expect(outline(article)).toEqual([
      'subhead 1–1 渡口',
      `paragraph 1–1 ${FERRY}`,
      'subhead 1–1 大桥',
      `paragraph 1–1 ${BRIDGE}`,
    ]);
  });

  test.each([
    ['a sentence', '周一闭馆。'],
    ['what introduces others', '办证须知：'],
    ['a long line', '县图书馆开放时间调整为每天八点半至二十点读者可以凭身份证免费办理借书证每次最多借十本'],
  ])('are not: %s', async (_, text) => {
    const article = await articleOf([[bold(text, 120), ...column(70, 150, wrapped(FERRY, 42))]]);
    expect(article.blocks.map(({ role }) => role)).toEqual(['paragraph', 'paragraph']);
  });

  test('are none where most of the text is bold', async () => {
    const lines = column(70, 120, [...wrapped(FERRY, 30), '　　周一闭馆', ...wrapped(BRIDGE, 30)]);
    const article = await articleOf([
      [...lines.map((line): Written => ({ ...line, font: 'hei' })), { text: '1', x: 70, y: 400 }],
    ]);
    expect(article.sections).toBeUndefined();
  });
});

describe('a table', () => {
  const LINES = [
    ['线路', '首班', '末班', '票价'],
    ['1路', '6:00', '21:30', '2元'],
    ['2路', '6:30', '20:00', '1元'],
    ['渡口专线', '7:15', '18:45', '3元'],
  ];
  const ROWS = [
    'header 1–1 线路 · 首班 · 末班 · 票价',
    'row 1–1 线路：1路 · 首班：6:00 · 末班：21:30 · 票价：2元',
    'row 1–1 线路：2路 · 首班：6:30 · 末班：20:00 · 票价：1元',
    'row 1–1 线路：渡口专线 · 首班：7:15 · 末班：18:45 · 票价：3元',
  ];

  test('is read row by row, each with the names of the columns', async () => {
    const article = await articleOf([
      [
        ...column(70, 120, wrapped(FERRY, 30)),
        ...tableAt([70, 200, 300, 400], 220, LINES),
        ...column(70, 320, wrapped(BRIDGE, 30)),
      ],
    ]);
    expect(outline(article)).toEqual([`paragraph 1–1 ${FERRY}`, ...ROWS, `paragraph 1–1 ${BRIDGE}`]);
    const { text, added = [] } = article;
    expect(added.slice(0, 2).map(({ start, end }) => text.slice(start, end))).toEqual([
      '线路：',
      ' · 首班：',
    ]);
  });

  test('with empty cells, and cells in the middle of their columns', async () => {
    const centred = tableAt([70, 200, 300, 400], 120, LINES).map(
      (cell): Written => ({ ...cell, x: cell.x + 30 - cell.text.length * 5 }),
    );
    const article = await articleOf([centred.filter(({ text }) => text !== '20:00')]);
    expect(outline(article)).toEqual(ROWS.with(2, 'row 1–1 线路：2路 · 首班：6:30 · 票价：1元'));
  });

  test('without a sure header names nothing', async () => {
    const words = [
      ['周文', '主任', '河街'],
      ['方晓棠', '记者', '北街'],
      ['老秦', '船工', '渡口'],
    ];
    expect(outline(await articleOf([tableAt([70, 200, 300], 120, words)]))).toEqual([
      'row 1–1 周文 · 主任 · 河街',
      'row 1–1 方晓棠 · 记者 · 北街',
      'row 1–1 老秦 · 船工 · 渡口',
    ]);
  });

  test('is none where columns of text stand side by side, and where a list is numbered', async () => {
    const columns = [...column(60, 140, wrapped(FERRY, 13)), ...column(250, 140, wrapped(BRIDGE, 13))];
    const list = ['一、', '二、', '三、'].flatMap((text, i) => [
      { text, x: 60, y: 340 + i * 16 },
      { text: '周一闭馆。', x: 95, y: 340 + i * 16 },
    ]);
    const article = await articleOf([[...columns, ...list]]);
    expect(article.blocks.filter(({ role }) => role === 'row')).toEqual([]);
  });
});

describe('vertical text', () => {
  const text = `${FERRY}${BRIDGE}`;

  test.each([
    ['of a vertical font', verticalAt],
    ['set character by character', stackedAt],
  ])('%s is read in lines from the right to the left', async (_, setAt) => {
    const article = await articleOf([
      [{ text: '青石县年报', x: 200, y: 60, size: 24 }, ...setAt(500, 100, text, 24)],
    ]);
    expect(outline(article)).toEqual(['title 1–1 青石县年报', `paragraph 1–1 ${text}`]);
  });

  test('in two tiers is read tier by tier', async () => {
    const article = await articleOf([
      [...verticalAt(500, 420, LIBRARY, 12), ...verticalAt(500, 100, FERRY, 12)],
    ]);
    expect(article.text.replaceAll('\n', '')).toBe(`${FERRY}${LIBRARY}`);
  });

  test('that stands on its side is left out, and that is told', async () => {
    const turned: Written[] = [{ text: BRIDGE, x: 300, y: 700, turned: true }];
    const reading = await readingOf(pdfOf([column(60, 120, wrapped(FERRY, 30)), turned]));
    expect(reading.articles.map((article) => article.text)).toEqual([FERRY]);
    expect(reading.unreadable).toEqual([
      {
        source: '馆/年报.pdf',
        problem: {
          en: 'Text that stands on its side is left out, on 1 of its 2 pages.',
          zh: '2 页里有 1 页的文字是横躺着的，没有读。',
        },
        remedy: {
          en: 'Turn those pages upright and save the PDF, or save their text as .txt.',
          zh: '请把这些页转正后保存，或把文字另存为 .txt。',
        },
      },
    ]);
  });

  test('aslant across a page, as a watermark is, is not worth a word', async () => {
    const watermark: Written = { text: '内部资料', x: 300, y: 500, turned: true };
    expect((await articleOf([[...column(60, 120, wrapped(FERRY, 30)), watermark]])).text).toBe(FERRY);
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
        problem: expect.objectContaining({ en: expect.stringMatching(problem) }),
        remedy: expect.objectContaining({ en: expect.stringMatching(remedy) }),
      },
    ]);
  });

  test('cost their own file alone: the next is read, and so are several at once', async () => {
    const readings = await Promise.all([Buffer.from('x'), whole, whole].map(readingOf));
    expect(readings.map(({ articles }) => articles.length)).toEqual([0, 1, 1]);
  });
});

describe('what it answers is cited with the page', () => {
  const TABLE = tableAt([70, 200, 300], 300, [
    ['线路', '首班', '末班'],
    ['1路', '6:00', '21:30'],
    ['渡口专线', '7:15', '18:45'],
  ]);

  test.each<[question: string, page: readonly Written[], excerpt: string, section?: readonly string[]]>([
    [
      '青石大桥全长多少米？',
      [...column(60, 120, wrapped(BRIDGE, 18)), ...column(310, 120, wrapped(LIBRARY, 18))],
      '青石大桥同日通车，全长1286米',
    ],
    [
      '县图书馆周几闭馆？',
      [{ text: '图书馆', x: 60, y: 100, font: 'hei' }, ...column(60, 120, wrapped(LIBRARY, 30))],
      '周一闭馆',
      ['图书馆'],
    ],
    [
      '渡口专线末班几点？',
      [{ text: '公共汽车', x: 60, y: 280, font: 'hei' }, ...TABLE],
      '公共汽车\n线路 · 首班 · 末班\n线路：1路 · 首班：6:00 · 末班：21:30\n线路：渡口专线 · 首班：7:15 · 末班：18:45',
    ],
    ['渡船由谁驾驶？', verticalAt(500, 100, FERRY, 20), '最后一班渡船由船工老秦驾驶'],
  ])('%s', async (question, page, excerpt, section) => {
    const answerer = await answererOf([await articleOf([[], page], { title: '青石县年报' })]);
    const { results } = await answerer.answer({ text: question });
    expect(results[0]).toMatchObject({
      excerpt: expect.stringContaining(excerpt),
      citation: {
        title: '青石县年报',
        source: '馆/年报.pdf',
        place: { unit: 'page', first: 2, last: 2 },
        ...(section && { section }),
      },
    });
  });
});
