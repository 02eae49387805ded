import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.js';
import { readFrontMatter } from '../../../src/corpus/front-matter/front-matter.js';
import { readDocument } from '../../../src/corpus/markdown/document.js';
import { sectionOf } from '../../../src/corpus/surroundings.js';
import { expectInProportion } from '../growth.js';

function documentOf(text: string): Article {
  return readDocument('手册.md', text, readFrontMatter(text)).article!;
}

/** The blocks of a document, each as `role: text`. */
function blocksOf(text: string): string[] {
  const article = documentOf(text);
  return article.blocks.map(({ role, start, end }) => `${role}: ${article.text.slice(start, end)}`);
}

describe('of the marks none is text', () => {
  const cases: readonly [name: string, text: string, expected: string[]][] = [
    ['emphasis', '船票**半价**，*仅限*今日。', ['paragraph: 船票半价，仅限今日。']],
    [
      'emphasis beside Chinese signs',
      '**注意：**停航。**“晚班”**照开。',
      ['paragraph: 注意：停航。“晚班”照开。'],
    ],
    ['a power is no emphasis', '共2**10个。', ['paragraph: 共2**10个。']],
    [
      'what is struck out',
      '摊位费~~80元~~60元。\n\n~~过户收费。~~\n\n过户免费。',
      ['paragraph: 摊位费60元。', 'paragraph: 过户免费。'],
    ],
    [
      'what is struck out by a tag',
      '摊位费<del>80**元**</del><ins>60元</ins>，<s>全天</s>。',
      ['paragraph: 摊位费60元，。'],
    ],
    ['a tag that strikes out without its end', '摊位费<s>80元。', ['paragraph: 摊位费80元。']],
    [
      'struck out cells, items and headings',
      '## ~~旧~~新\n\n- ~~甲~~\n- 乙\n\n| 项 | 元 |\n|-|-|\n| 摊位 | ~~80~~60 |',
      ['subhead: 新', 'item: 乙', 'header: 项 · 元', 'row: 项：摊位 · 元：60'],
    ],
    [
      'two waves between numbers',
      '票价10~~20元，套票30~~40元。',
      ['paragraph: 票价10~~20元，套票30~~40元。'],
    ],
    ['waves strike nothing out', '票价3~5元，10~20元。', ['paragraph: 票价3~5元，10~20元。']],
    [
      'links',
      '见[时刻表](https://a.example/b "表")和<https://a.example>。',
      ['paragraph: 见时刻表和https://a.example。'],
    ],
    ['links by name', '见[时刻表][表]。\n\n[表]: https://a.example/b', ['paragraph: 见时刻表。']],
    ['pictures', '码头。![码头](a.png)\n\n![码头](a.png)', ['paragraph: 码头。']],
    ['a picture with words below', '![码头](a.png "清晨的码头")', ['caption: 清晨的码头']],
    ['escapes and entities', '三\\*四 &amp; 五', ['paragraph: 三*四 & 五']],
    ['inline code', '输入 `a*b*c` 后。', ['paragraph: 输入 a*b*c 后。']],
    ['inline tags', '每<b>日</b>两<sup>1</sup>班。', ['paragraph: 每日两1班。']],
    ['comments', '<!-- 未定\n还未定 -->\n\n早班六点。<!-- 查 -->', ['paragraph: 早班六点。']],
    [
      'rules, containers, contents',
      '[TOC]\n\n::: tip\n早班六点。\n:::\n\n---\n\n晚班九点。',
      ['paragraph: 早班六点。', 'paragraph: 晚班九点。'],
    ],
    ['code keeps all', '```sh\n# 注\n  a **b**\n```', ['code: # 注', 'code:   a **b**']],
    ['quotations', '> 水是**命脉**。\n> —— 老话', ['quotation: 水是命脉。', 'quotation: —— 老话']],
    ['footnotes', '早班六点[^1]。\n\n[^1]: 冬季**七点**。', ['paragraph: 早班六点。', 'note: 冬季七点。']],
    [
      'footnotes of headings and cells',
      '## 迁表[^m]\n\n| 项 | 注 |\n|-|-|\n| 迁表 | 不含管材[^M]，另见[^n] |\n\n[^m]: 每米28元。',
      ['subhead: 迁表', 'header: 项 · 注', 'row: 项：迁表 · 注：不含管材，另见[^n]', 'note: 每米28元。'],
    ],
    [
      'lists',
      '带：\n\n- [ ] 伞\n- 水\n  - 热水\n\n1. 上船\n2. 坐好',
      ['paragraph: 带：', 'item: 伞', 'item: 水', 'item: 热水', 'item: 上船', 'item: 坐好'],
    ],
    [
      'indented paragraphs are no code',
      '    早班六点。\n\n　　晚班九点。',
      ['paragraph: 早班六点。', 'paragraph: 晚班九点。'],
    ],
    ['closing marks', '## 班次 ##\n\n六点。', ['subhead: 班次', 'paragraph: 六点。']],
    ['an underlined heading', '班次\n---\n\n六点。', ['subhead: 班次', 'paragraph: 六点。']],
    [
      'hyphens below a paragraph are a rule',
      '早班六点，晚班九点。\n---\n停航另告。',
      ['paragraph: 早班六点，晚班九点。', 'paragraph: 停航另告。'],
    ],
    ['HTML', '<div align="center">\n<p>早班六点</p>\n</div>', ['paragraph: 早班六点']],
    [
      'marks without an end',
      '**早班\n\n[晚班](\n\n```\n停航',
      ['paragraph: **早班', 'paragraph: [晚班](', 'code: 停航'],
    ],
  ];
  test.each(cases)('%s', (_, text, expected) => {
    expect(blocksOf(text)).toEqual(expected);
  });
});

describe('tables', () => {
  test('each row says what its cells are', () => {
    expect(blocksOf('| 班次 | 开船 |\n|:-|-:|\n| **早班** | 六\\|点 |\n| 晚班 | |')).toEqual([
      'header: 班次 · 开船',
      'row: 班次：早班 · 开船：六|点',
      'row: 班次：晚班',
    ]);
  });

  test('at any length', () => {
    const blocks = blocksOf(`| 村 | 户 |\n|---|---|\n${'| 东村 | 3 |\n'.repeat(20_000)}`);
    expect(blocks).toHaveLength(20_001);
    expect(blocks.at(-1)).toBe('row: 村：东村 · 户：3');
  });

  test.each(['| 村 | 户 |\n| 东村 | 3 |', '| 村 | 户 |\n|---|\n| 东村 | 3 |'])('%j is none', (text) => {
    expect(blocksOf(text).some((block) => block.startsWith('row'))).toBe(false);
  });
});

test('headings are sections, one below the other', () => {
  const article = documentOf('# 手册\n\n总说。\n\n## 船\n\n### 早班\n\n六点。\n\n## 车\n\n九点。');
  expect(article.title).toBe('手册');
  expect(article.blocks.map((block) => sectionOf(article, block).join(' › '))).toEqual([
    ...['', '', '船', '船 › 早班', '船 › 早班', '车', '车'],
  ]);
});

describe('a heading with a dash directly below another is its subtitle', () => {
  test.each<[name: string, text: string, expected: string[], subtitle: string | undefined]>([
    [
      'below the title',
      '# 渡口\n## ——柳塘河上的百年\n\n船开了。',
      ['title: 渡口', 'subtitle: ——柳塘河上的百年', 'paragraph: 船开了。'],
      '——柳塘河上的百年',
    ],
    [
      'of the same level',
      '一册。\n\n# 渡口\n\n# ——百年\n\n船开了。',
      ['paragraph: 一册。', 'title: 渡口', 'subtitle: ——百年', 'paragraph: 船开了。'],
      '——百年',
    ],
    [
      'below a section, which it does not divide',
      '# 渡口\n\n序。\n\n## 船\n### ——老船工说\n\n船开了。',
      ['title: 渡口', 'paragraph: 序。', 'subhead: 船', 'subtitle: ——老船工说', 'paragraph: 船开了。'],
      undefined,
    ],
    [
      'but not below text',
      '# 渡口\n\n序。\n\n## ——船\n\n船开了。',
      ['title: 渡口', 'paragraph: 序。', 'subhead: ——船', 'paragraph: 船开了。'],
      undefined,
    ],
    [
      'nor below a deeper one',
      '# 渡口\n\n序。\n\n### 船\n## ——车\n\n开了。',
      ['title: 渡口', 'paragraph: 序。', 'subhead: 船', 'subhead: ——车', 'paragraph: 开了。'],
      undefined,
    ],
    [
      'nor where all of a level have dashes',
      '# 渡口\n\n序。\n\n## 班次\n### ——早班\n\n六点。\n\n### ——晚班\n\n九点。',
      ['title: 渡口', 'paragraph: 序。', 'subhead: 班次']
        .concat(['subhead: ——早班', 'paragraph: 六点。'])
        .concat(['subhead: ——晚班', 'paragraph: 九点。']),
      undefined,
    ],
  ])('%s', (_, text, expected, subtitle) => {
    expect(blocksOf(text)).toEqual(expected);
    expect(documentOf(text).subtitle).toBe(subtitle);
  });

  test('and what follows stands in the section of that one', () => {
    const article = documentOf('# 渡口\n\n序。\n\n## 船\n### ——老船工说\n\n船开了。');
    expect(article.sections).toEqual([['船']]);
  });
});

test.each([
  ['柳河镇<br>三月大事', '柳河镇三月大事'],
  ['柳河镇 <br/> 三月大事', '柳河镇三月大事'],
  ['Spring<br>Festival', 'Spring Festival'],
  ['柳河镇  大事', '柳河镇 大事'],
])('a heading that breaks, %s, is %s', (heading, title) => {
  expect(documentOf(`# ${heading}\n\n船开了。`).title).toBe(title);
});

test('a cell that breaks holds two things', () => {
  expect(blocksOf('| 日 |\n|-|\n| 周一<br>周三 |')).toEqual(['header: 日', 'row: 日：周一 周三']);
});

test('questions and answers, by headings, bold lines and labels', () => {
  expect(
    blocksOf(
      '# 问答\n\n## 怎么报名？\n\n来电。\n\n也可来信。\n\n**收费吗？**\n\n免费。\n\n问：几点开船？\n\n答：六点。\n\n## 其他\n\n无。',
    ),
  ).toEqual([
    'title: 问答',
    ...['question: 怎么报名？', 'answer: 来电。', 'answer: 也可来信。'],
    ...['question: 收费吗？', 'answer: 免费。', 'question: 问：几点开船？', 'answer: 答：六点。'],
    ...['subhead: 其他', 'paragraph: 无。'],
  ]);
});

test('articles of a regulation stand alone, and their items know theirs', () => {
  const { blocks, text } = documentOf(
    '# 规定\n\n第一条 目的从略。\n第二条 本规定所称读物，包括：\n（一）纸质书；\n（二）电子书。\n\n第三条 有下列情形之一的，不予借阅。\n\n（一）破损；',
  );
  const lead = (number: number) => {
    const at = blocks[number]?.lead;
    return at === undefined ? undefined : text.slice(blocks[at]!.start, blocks[at]!.start + 3);
  };
  expect(blocks.map(({ role }) => role)).toEqual([
    ...['title', 'paragraph', 'paragraph', 'item', 'item', 'paragraph', 'item'],
  ]);
  expect([3, 4, 6].map(lead)).toEqual(['第二条', '第二条', '第三条']);
});

test('blocks know their lines', () => {
  const article = documentOf(
    '---\ntitle: 手册\n---\n\n早班*六点*\n晚班九点\n\n- 伞\n- 水\n\n| 甲 |\n|---|\n| 乙 |',
  );
  expect(article.blocks.map(({ lines }) => lines[0])).toEqual([5, 6, 8, 9, 11, 13]);
});

describe('time is in proportion to length', () => {
  test.each<[name: string, times: number, text: (times: number) => string]>([
    ['a line of digits', 2_000_000, (times) => '1'.repeat(times)],
    ['a heading', 50_000, (times) => `# ${'字'.repeat(times)}`],
    ['stars', 100_000, (times) => '*'.repeat(times)],
    ['stars between letters', 25_000, (times) => 'a**b'.repeat(times)],
    ['brackets', 100_000, (times) => '['.repeat(times)],
    ['links without an end', 20_000, (times) => '[a](b'.repeat(times)],
    ['quotations in quotations', 100_000, (times) => '>'.repeat(times)],
    ['lists in lists', 50_000, (times) => `${'- '.repeat(times)}甲`],
    ['comments without an end', 100_000, (times) => '<!--\n'.repeat(times)],
    ['tables without an end', 50_000, (times) => '<table>\n'.repeat(times)],
    ['items', 50_000, (times) => '- 一项\n'.repeat(times)],
    ['footnotes', 50_000, (times) => '[^1]: 一注\n'.repeat(times)],
    ['spaces', 100_000, (times) => `# a${' '.repeat(times)}b`],
  ])('%s', (_, times, textOf) =>
    expectInProportion((some) => {
      const text = textOf(some);
      readDocument('a.md', text, readFrontMatter(text));
    }, times),
  );

  test('what has too many marks is text from a line on that is told', () => {
    const text = '每日**两班**，从柳塘码头开出。\n\n'.repeat(30_000);
    const { article, unparsedFrom } = readDocument('a.md', text, readFrontMatter(text));
    expect(article!.blocks).toHaveLength(30_000);
    expect(unparsedFrom).toBeGreaterThan(5_000);
  });
});
