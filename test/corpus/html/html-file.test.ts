import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.js';
import { readHtmlFile } from '../../../src/corpus/html/html-file.js';

const ONE =
  '澜江大桥主桥昨日合龙，全长一千二百八十六米，双向六车道，计划明年国庆节前通车，两岸居民过江只要三分钟。';
const TWO =
  '合龙口的误差必须控制在五毫米以内，施工只能选在清晨气温最稳的时候进行，焊接前后用了整整四个小时。';

function article(html: string | Uint8Array, source = '大桥.html'): Article | undefined {
  const [found, outcome, ...more] = readHtmlFile(source, typeof html === 'string' ? Buffer.from(html) : html);
  expect(found).toEqual({ kind: 'found', found: { format: 'HTML' } });
  expect(more).toEqual([]);
  return outcome?.kind === 'article' ? outcome.article : undefined;
}

/** The article's blocks in the form `role: text`. */
function outline(html: string): string[] | undefined {
  const found = article(html);
  return found?.blocks.map(({ role, start, end }) => `${role}: ${found.text.slice(start, end)}`);
}

describe('main content', () => {
  const main = [`paragraph: ${ONE}`, `paragraph: ${TWO}`];
  const cases: readonly [name: string, html: string, expected: string[]][] = [
    ['bare paragraphs', `<p>${ONE}<p>${TWO}`, main],
    [
      'declared by article',
      `<div><p>关于本站。欢迎光临。</p></div><article><p>${ONE}</p><p>${TWO}</p></article>`,
      main,
    ],
    ['declared by main', `<p>欢迎光临。</p><main><p>${ONE}</p><p>${TWO}</p></main>`, main],
    [
      'found by its text',
      `<div>欢迎</div><div><div><p>${ONE}</p><p>${TWO}</p></div></div><div>友情链接</div>`,
      main,
    ],
    ['lines parted by br', `<div>${ONE}<br><br>　　${TWO}</div>`, main],
    [
      'inside a form, as some frameworks put it',
      `<form><input><div><p>${ONE}</p><p>${TWO}</p></div><button>提交</button></form>`,
      main,
    ],
    [
      'no scripts, styles, templates or comments',
      `<script>x()</script><style>p{}</style><!-- 注 --><template><p>模板。</p></template><p>${ONE}</p><noscript>请开启脚本。</noscript><p>${TWO}</p>`,
      main,
    ],
    [
      'no navigation, header, footer or aside',
      `<header><a href="/">首页</a></header><nav><p>新闻很多。</p></nav><p>${ONE}</p><aside>旁注。</aside><p>${TWO}</p><footer>版权所有。</footer>`,
      main,
    ],
    [
      'no parts with a role or name of that kind',
      `<div role="navigation">导航。</div><div class="bread-crumbs breadcrumb">首页</div><div><p>${ONE}</p><p>${TWO}</p></div><div id="comments"><p>${TWO.repeat(3)}</p></div>`,
      main,
    ],
    [
      'no hidden parts',
      `<p hidden>${TWO}</p><div style="display: none">${TWO}</div><p>${ONE}</p><p aria-hidden="true">${TWO}</p><p>${TWO}</p>`,
      main,
    ],
    [
      'no lists of links',
      `<div><p>${ONE}</p><p>${TWO}</p><ul><li><a href="1">相关一</a></li><li><a href="2">相关二</a></li></ul></div>`,
      main,
    ],
    ['a sentence in a link stays', `<div><p><a href="1">${ONE}</a></p><p>${TWO}</p></div>`, main],
    [
      'a name that would leave nothing is not believed',
      `<div class="share"><p>${ONE}</p><p>${TWO}</p></div>`,
      main,
    ],
    [
      'a headline outside the content is added',
      `<h1>大桥合龙</h1><div>分享</div><div><p>${ONE}</p><p>${TWO}</p></div>`,
      ['title: 大桥合龙', ...main],
    ],
  ];
  test.each(cases)('%s', (_, body, expected) => {
    expect(outline(`<!doctype html><html><body>${body}</body></html>`)).toEqual(expected);
  });

  test('nothing for readers is no article', () => {
    expect(
      article('<html><head><title>空</title></head><body><script>1</script></body></html>'),
    ).toBeUndefined();
    expect(article('')).toBeUndefined();
  });
});

describe('text', () => {
  const cases: readonly [name: string, html: string, text: string][] = [
    ['line breaks in Chinese go', '大桥\n    昨日，\n合龙。', '大桥昨日，合龙。'],
    ['line breaks in English are spaces', 'The bridge\n  was closed.', 'The bridge was closed.'],
    ['entities are characters', '&ldquo;A&amp;B&rdquo;&#x6865;。', '“A&B”桥。'],
    [
      'inline elements leave no trace',
      '大<b>桥</b>昨<a href="x">日</a>合<span>龙</span>。',
      '大桥昨日合龙。',
    ],
    [
      'what is struck out is no text',
      '摊位费<del>80元</del><ins>60元</ins><s>，全天</s><strike>，每人</strike>。',
      '摊位费60元。',
    ],
    ['cells of a row stand apart', '<table><tr><th>品种</th><td>价格</td></tr></table>', '品种 价格'],
    ['pronunciation is left out', '<ruby>龙<rp>(</rp><rt>lóng</rt><rp>)</rp></ruby>年。', '龙年。'],
    ['preformatted lines stay', '<pre>一\n二</pre>', '一\n二'],
  ];
  test.each(cases)('%s', (_, html, text) => {
    expect(article(`<body>${html}</body>`)!.text).toBe(text);
  });
});

test('headings, credits and bylines have their roles', () => {
  const html = `<article><h1>大桥合龙</h1><p>本报记者 李明</p><p>${ONE}</p><h2>误差五毫米</h2><p>${TWO}</p><p>王红 摄</p></article>`;
  expect(outline(html)?.map((block) => block.split(':')[0])).toEqual([
    'title',
    'byline',
    'paragraph',
    'subhead',
    'paragraph',
    'credit',
  ]);
  expect(article(html)).toMatchObject({ title: '大桥合龙', byline: '本报记者 李明', credit: '王红 摄' });
});

test('lines are those of the source, whatever its line ends', () => {
  for (const end of ['\n', '\r\n']) {
    const html = [
      '<html><body>',
      '<h1>大桥',
      '合龙</h1>',
      '',
      '<p>',
      `  ${ONE}`,
      '</p>',
      '<pre>一',
      '二</pre>',
      '</body>',
    ].join(end);
    const found = article(html)!;
    expect(found.blocks.map(({ lines }) => lines)).toEqual([
      [2, 3],
      [6, 6],
      [8, 8],
      [9, 9],
    ]);
    expect(found.lines).toEqual([2, 9]);
  }
});

describe('title', () => {
  const cases: readonly [name: string, html: string, title: string][] = [
    ['the headline', '<title>大桥合龙_澜江网</title><h1>大桥合龙</h1>', '大桥合龙'],
    [
      'of several, the one that the title repeats',
      '<title>大桥合龙_澜江网</title><h1>澜江新闻</h1><h1>大桥合龙</h1>',
      '大桥合龙',
    ],
    [
      'what the page shares',
      '<title>大桥合龙_澜江网</title><meta property="og:title" content="大桥合龙">',
      '大桥合龙',
    ],
    ['the title of the document', '<title> 大桥\n合龙 </title>', '大桥 合龙'],
    ['the name of the file', '', '大桥'],
  ];
  test.each(cases)('%s', (_, html, title) => {
    expect(article(`${html}<p>${ONE}</p>`)!.title).toBe(title);
  });
});

describe('facts', () => {
  const cases: readonly [html: string, facts: object][] = [
    ['<meta name="author" content="李明">', { author: '李明' }],
    ['<meta property="article:author" content="https://example.org/li">', {}],
    ['<meta property="article:published_time" content="2024-11-05T08:00:00+08:00">', { date: '2024-11-05' }],
    ['<meta name="PubDate" content="2024年11月5日">', { date: '2024年11月5日' }],
    ['<time datetime="2024-11-05" itemprop="datePublished"></time>', { date: '2024-11-05' }],
    ['<time datetime="2024-11-05"></time>', {}],
    ['<meta property="og:site_name" content="澜江网">', { publication: '澜江网' }],
    ['<link rel="canonical" href="https://example.org/a">', { url: 'https://example.org/a' }],
    ['<link rel="canonical" href="/a">', {}],
    ['<meta name="date" content="">', {}],
  ];
  test.each(cases)('%s', (html, facts) => {
    const { publication, date, url, author } = article(`${html}<p>${ONE}</p>`)!;
    expect(JSON.parse(JSON.stringify({ publication, date, url, author }))).toEqual(facts);
  });
});

test('what cannot be decoded is reported', () => {
  expect([...readHtmlFile('a.html', Buffer.from([0xff, 0, 1]))]).toEqual([
    { kind: 'unreadable', unreadable: expect.objectContaining({ source: 'a.html' }) },
  ]);
});
