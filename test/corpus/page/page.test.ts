import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../../src/corpus/page/page.js';
import { articlesOf, outline } from './outline.js';

const LONG = '为落实市政府关于推进城乡供水一体化的部署，水务部门今年以来新建管网三百余公里，';
const CLOSED = '全市供水普及率因此提高到百分之九十八。';

describe('articles', () => {
  const cases: readonly [name: string, page: string, expected: string[][]][] = [
    [
      'each headline begins one',
      '# 甲\n\n甲文。\n\n## 乙\n\n乙文。',
      [
        ['title: 甲', 'paragraph: 甲文。'],
        ['title: 乙', 'paragraph: 乙文。'],
      ],
    ],
    [
      'text before the first headline is one',
      '前言不长。\n\n# 甲\n甲文。',
      [['paragraph: 前言不长。'], ['title: 甲', 'paragraph: 甲文。']],
    ],
    [
      'a headline with a dash is a subtitle',
      '# 甲\n## ——乙\n甲文。',
      [['title: 甲', 'subtitle: ——乙', 'paragraph: 甲文。']],
    ],
    ['other dashes too', '# 甲\n\n# ──乙\n\n甲文。', [['title: 甲', 'subtitle: ──乙', 'paragraph: 甲文。']]],
    [
      'a dash with no article before it begins one',
      '# ——甲\n\n甲文。',
      [['title: ——甲', 'paragraph: 甲文。']],
    ],
    [
      'a deeper headline is a subhead',
      '# 甲\n\n### 乙\n\n甲文。',
      [['title: 甲', 'subhead: 乙', 'paragraph: 甲文。']],
    ],
    [
      'a deeper headline with a dash directly below another is its subtitle',
      '# 甲\n### ——乙\n甲文。\n\n### 丙\n#### ——丁\n丙文。',
      [
        ['title: 甲', 'subtitle: ——乙', 'paragraph: 甲文。'].concat([
          'subhead: 丙',
          'subtitle: ——丁',
          'paragraph: 丙文。',
        ]),
      ],
    ],
    [
      'but not where all of a level have dashes',
      '# 甲\n### ——乙\n甲文。\n\n### ——丙\n丙文。',
      [['title: 甲', 'subhead: ——乙', 'paragraph: 甲文。', 'subhead: ——丙', 'paragraph: 丙文。']],
    ],
    ['closing marks go', '# 甲 #\n\n甲文。', [['title: 甲', 'paragraph: 甲文。']]],
    ['a mark without a space is text', '#话题# 一\n\n#标签', [['title: #话题# 一', 'paragraph: #标签']]],
    ['an empty headline is nothing', '# 甲\n\n##\n\n甲文。', [['title: 甲', 'paragraph: 甲文。']]],
    ['a headline alone is an article', '# 甲\n# 乙', [['title: 甲'], ['title: 乙']]],
    [
      'marks inside a fence are text',
      '# 甲\n\n```\n# 注释\n```',
      [['title: 甲', 'paragraph: ```', 'paragraph: # 注释', 'paragraph: ```']],
    ],
    ['an empty file has none', '\n \n　\n', []],
    ['marks alone are none', '#\n\n##', []],
  ];
  test.each(cases)('%s', (_, page, expected) => {
    expect(outline(page)).toEqual(expected);
  });
});

test.each([
  ['# 甲\n### ——乙\n甲文。', '——乙'],
  ['# 甲\n甲文。\n\n### 丙\n#### ——丁\n丙文。', undefined],
])('the subtitle of %j is %s', (page, subtitle) => {
  expect(articlesOf(page)[0]!.article.subtitle).toBe(subtitle);
});

describe('head and foot', () => {
  const cases: readonly [name: string, lines: string[], roles: string[]][] = [
    ['kicker before running text', ['# 题', '新春走基层', CLOSED], ['title', 'kicker', 'paragraph']],
    [
      'kicker before a summary',
      ['# 题', '系列报道③', '■要点。', CLOSED],
      ['title', 'kicker', 'summary', 'paragraph'],
    ],
    [
      'the first of several subheads',
      ['# 题', '修渠引水', CLOSED, '惠及四乡', CLOSED],
      ['title', 'subhead', 'paragraph', 'subhead', 'paragraph'],
    ],
    [
      'kicker, then the first of several subheads',
      ['# 题', '走基层', '修渠引水', CLOSED, '惠及四乡', CLOSED],
      ['title', 'kicker', 'subhead', 'paragraph', 'subhead', 'paragraph'],
    ],
    [
      'a dash makes a plain line a subtitle',
      ['# 题', '——记一个小村', CLOSED],
      ['title', 'subtitle', 'paragraph'],
    ],
    [
      'a byline under the headline',
      ['# 题', '本报记者 李明 通讯员 王小红', CLOSED],
      ['title', 'byline', 'paragraph'],
    ],
    ['a byline with a square', ['# 题', '■本报记者 李明', CLOSED], ['title', 'byline', 'paragraph']],
    ['a name at the end', ['# 题', CLOSED, '欧阳秋水'], ['title', 'paragraph', 'byline']],
    ['names in brackets at the end', ['# 题', CLOSED, '（李明 王小红）'], ['title', 'paragraph', 'byline']],
    ['no name at the end', ['# 题', CLOSED, '谢谢'], ['title', 'paragraph', 'paragraph']],
    [
      'no name after a list',
      ['# 题', '获奖名单', '李明', '王小红'],
      ['title', 'paragraph', 'paragraph', 'paragraph'],
    ],
    ['a credit', ['# 题', CLOSED, '记者 谢智强 摄/视觉重庆'], ['title', 'paragraph', 'credit']],
    ['a credit with a label', ['# 题', '摄影：李明', CLOSED], ['title', 'credit', 'paragraph']],
    ['a credit without spaces', ['# 题', CLOSED, '李明/摄'], ['title', 'paragraph', 'credit']],
    [
      'a signature and a date are no subheads',
      ['# 题', CLOSED, '澜江市水务集团', '2024年11月4日'],
      ['title', 'paragraph', 'paragraph', 'paragraph'],
    ],
    [
      'rows of a table are no kicker',
      ['# 题', '周一　语文　一楼', '周二　数学　二楼', '周三　英语　三楼'],
      ['title', 'paragraph', 'paragraph', 'paragraph'],
    ],
    ['a list is no subhead', ['# 题', '- 带伞', '- 带水', CLOSED], ['title', 'item', 'item', 'paragraph']],
    [
      'three short lines are a list',
      ['# 题', CLOSED, '雨伞', '水壶', '干粮', CLOSED],
      ['title', 'paragraph', 'paragraph', 'paragraph', 'paragraph', 'paragraph'],
    ],
    [
      'a question in an interview is no subhead',
      ['# 题', '问：水从哪里来？', '答：从山上来。'],
      ['title', 'question', 'answer'],
    ],
    [
      'numbered questions below a labelled one have answers of their own',
      [
        '# 题',
        '问：周末开门吗？',
        '答：周六开。',
        '1、多久到账？',
        '一般1个工作日。',
        '2、父母能提取吗？',
        '可以。',
      ],
      ['title', 'question', 'answer', 'question', 'answer', 'question', 'answer'],
    ],
    [
      'so have several without one',
      ['# 题', '1. 多久到账？', '一般1个工作日。', '（2）父母能提取吗？', '可以。'],
      ['title', 'question', 'answer', 'question', 'answer'],
    ],
    [
      'a single numbered line that asks is none, nor one after the other',
      ['# 题', '1、谁来修？', '大家都在问。', '2、修好了。'],
      ['title', 'paragraph', 'paragraph', 'paragraph'],
    ],
    [
      'an answer ends at a line across the page',
      ['# 题', '问：周末开门吗？', '答：周六开。', '———', '热线：工作日八时到十七时。'],
      ['title', 'question', 'answer', 'paragraph', 'paragraph'],
    ],
  ];
  test.each(cases)('%s', (_, lines, roles) => {
    const [article] = articlesOf(lines.join('\n\n'));
    expect(article!.article.blocks.map(({ role }) => role)).toEqual(roles);
  });
});

describe('titles without a headline', () => {
  const cases: readonly [name: string, page: string, source: string, title: string][] = [
    ['a short first line', '澜江大桥合龙\n\n昨日合龙。', 'a.txt', '澜江大桥合龙'],
    ['else the name of the file', `${CLOSED}\n\n${CLOSED}`, '旧报/大桥 合龙.v2.txt', '大桥 合龙.v2'],
    ['a list is no title', '- 带伞\n- 带水', '行李.md', '行李'],
    ['the stated one', '---\ntitle: 大桥\n---\n昨日合龙\n\n正文。', 'a.md', '大桥'],
    ['a headline counts more than the stated one', '---\ntitle: 大桥\n---\n# 合龙\n\n正文。', 'a.md', '合龙'],
  ];
  test.each(cases)('%s', (_, page, source, title) => {
    expect(articlesOf(page, source)[0]!.article.title).toBe(title);
  });
});

describe('ids', () => {
  const ids = (page: string) => articlesOf(page).map(({ article }) => article.id);

  test('stay when lines move and when other articles come, go or change', () => {
    const [first, second] = ids('# 甲\n\n甲文。\n\n# 乙\n\n乙文。');
    expect(ids('\n\n# 丙\n\n# 甲\n\n甲文，改过。\n\n# 乙\n\n乙文。').slice(1)).toEqual([first, second]);
  });

  test('differ for equal titles and in different files', () => {
    const found = [
      ...ids('# 简讯\n\n一。\n\n# 简讯\n\n二。'),
      ...articlesOf('# 简讯', 'b.txt').map(({ article }) => article.id),
    ];
    expect(new Set(found).size).toBe(3);
  });
});

test.each([
  ['short lines', '白大褂\n'],
  ['full lines of one width', `${LONG.slice(0, 24)}\n`],
  ['rows of values', '甲,1.5,北湖镇人民政府第一会议室,上午九点整,全体村民代表参加会议,备注\n'],
  ['broken paragraphs', `${LONG.slice(0, 35)}\n\n`],
])('a page of 150,000 lines is read: %s', (_, line) => {
  const [found] = [...readPage('page.txt', line.repeat(150_000))];
  expect(found!.article.lines[1]).toBeGreaterThanOrEqual(150_000);
});

describe('marks', () => {
  const cases: readonly [name: string, source: string, lines: string[], blocks: string[]][] = [
    ['bullets go', 'a.txt', ['- 带伞', '• 带水'], ['item: 带伞', 'item: 带水']],
    ['a minus is no bullet', 'a.txt', ['-5度，'], ['paragraph: -5度，']],
    ['numbers stay in plain text', 'a.txt', ['1. 修渠。'], ['paragraph: 1. 修渠。']],
    ['and go in Markdown', 'a.md', ['1. 修渠。'], ['item: 修渠。']],
    [
      'Chinese numbers stay',
      'a.md',
      ['第三条 包括下列读物：', '（一）纸质书；'],
      ['paragraph: 第三条 包括下列读物：', 'item: （一）纸质书；'],
    ],
    ['stars are text in plain text', 'a.txt', ['每日**两班**。'], ['paragraph: 每日**两班**。']],
    ['emphasis', 'a.md', ['每日**两班**，*不停*。'], ['paragraph: 每日两班，不停。']],
    ['emphasis beside a Chinese sign', 'a.md', ['**注意：**停水。'], ['paragraph: 注意：停水。']],
    [
      'links and pictures',
      'a.md',
      ['见[公告](http://a.example/b)。', '![桥](a.png)'],
      ['paragraph: 见公告。'],
    ],
    ['escapes and tags', 'a.md', ['三\\*四，<b>五</b>。'], ['paragraph: 三*四，五。']],
    [
      'breaks',
      'a.md',
      ['船开了，<br>人到了。', '乘Spring <br> Festival号。', '票价~~八~~6~~0~~元。'],
      ['paragraph: 船开了，人到了。', 'paragraph: 乘Spring Festival号。', 'paragraph: 票价6元。'],
    ],
    ['quotations', 'a.md', ['> 水是命脉。'], ['quotation: 水是命脉。']],
    ['code', 'a.md', ['```', '# *a*', '```'], ['code: # *a*']],
    ['rules', 'a.md', ['一。', '---', '二。'], ['paragraph: 一。', 'paragraph: 二。']],
  ];
  test.each(cases)('%s', (_, source, lines, blocks) => {
    expect(outline(`# 题\n\n${lines.join('\n\n')}`, source)[0]!.slice(1)).toEqual(blocks);
  });

  test.each(['a.txt', 'a.md'])('a table in %s is read by rows', (source) => {
    const table = '| 班次 | 开船 |\n| :--- | ---: |\n| 早班 | 六点 |\n| 晚班 |  |\n\n每日如此。';
    expect(outline(`# 题\n\n${table}`, source)).toEqual([
      [
        'title: 题',
        'header: 班次 · 开船',
        'row: 班次：早班 · 开船：六点',
        'row: 班次：晚班',
        'paragraph: 每日如此。',
      ],
    ]);
  });

  test('headlines have none either', () => {
    expect(articlesOf('# **大桥**<br>合龙\n\n昨日合龙。', 'a.md')[0]!.article.title).toBe('大桥合龙');
  });
});

test.each(['page.txt', 'page.md'])('of any page nothing is lost: %s', (source) => {
  const fragment = fc.constantFrom(
    ...[
      '# ',
      '## ',
      '### ',
      '——',
      '■',
      '\n',
      '\n\n',
      '\r\n',
      '　　',
      ' ',
      '---\n',
      'date: 1\n',
      '```\n',
      ...['\t', '   ', '票种\t票价\n成人\t30元\n儿童\t15元\n', '甲　　1\n'],
      ...['|', '| 甲 | **乙** |\n|---|---|\n', '|---|', '- ', '1. ', '> '],
      ...['**', '*', '`', '[甲](乙)', '![', '\\\\*', '&amp;', '<b>', '<br>', '<!--', '~~'],
    ],
    ...[
      '。',
      '，',
      '“',
      '”',
      '（',
      '）',
      '本报讯（记者 李明）',
      '李明',
      '特别',
      '别是',
      '握手言和”。',
      '和”。',
      LONG,
      CLOSED,
    ],
    ...['2024年', '12', '1200米', 'Latin word', '𠮷', '👩‍👩‍👧', '\u200b', '\0', '#', '\ud800'],
  );
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 40 }), (parts) => {
      articlesOf(parts.join(''), source);
    }),
    { numRuns: 500 },
  );
});
