import { describe, expect, test } from 'vitest';
import { articlesOf, outline } from './outline.js';

/** The blocks of a plain text with these lines below its title. */
const blocksOf = (...lines: readonly string[]): string[] =>
  outline(`# 乌篷渡\n\n${lines.join('\n')}\n`, 'a.txt')[0]!.slice(1);

describe('lines in columns are the rows of a table', () => {
  const prices = [
    'header: 票种 · 成人 · 儿童',
    'row: 票种：平日票 · 成人：30元 · 儿童：15元',
    'row: 票种：周末票 · 成人：40元 · 儿童：20元',
  ];
  const tables: readonly [columns: string, lines: readonly string[], blocks: readonly string[]][] = [
    ['tabs', ['票种\t成人\t儿童', '平日票\t30元\t15元', '周末票\t40元\t20元'], prices],
    ['blanks', ['票种    成人    儿童', '平日票    30元    15元', '周末票    40元    20元'], prices],
    ['wide blanks', ['票种　　成人　　儿童', '平日票　30元　　15元', '周末票　40元　　20元'], prices],
    [
      'blanks that align two columns',
      ['时间      活动', '8:30      开幕', '10:00     划船比赛'],
      ['header: 时间 · 活动', 'row: 时间：8:30 · 活动：开幕', 'row: 时间：10:00 · 活动：划船比赛'],
    ],
    [
      'tabs, with words beside figures',
      ['姓名\t职务\t电话', '周文\t主任\t6201', '沈禾\t\t6202'],
      [
        'header: 姓名 · 职务 · 电话',
        'row: 姓名：周文 · 职务：主任 · 电话：6201',
        'row: 姓名：沈禾 · 电话：6202',
      ],
    ],
  ];
  test.each(tables)('made by %s', (_, lines, blocks) => expect(blocksOf(...lines)).toEqual(blocks));

  test('between lines of text, which stay text', () => {
    expect(
      blocksOf(
        '票价如下：',
        '票种    成人    儿童',
        '平日    30元    15元',
        '周末    40元    20元',
        '雨天停售，请看公告。',
      ),
    ).toEqual([
      'paragraph: 票价如下：',
      'header: 票种 · 成人 · 儿童',
      'row: 票种：平日 · 成人：30元 · 儿童：15元',
      'row: 票种：周末 · 成人：40元 · 儿童：20元',
      'paragraph: 雨天停售，请看公告。',
    ]);
  });

  test('the first line of a file too, which is no title then', () => {
    const [found] = articlesOf('票种\t票价\n成人\t30元\n儿童\t15元\n', '枫桥票价.txt');
    expect(found!.article.title).toBe('枫桥票价');
    expect(found!.article.text).toBe('票种 · 票价\n票种：成人 · 票价：30元\n票种：儿童 · 票价：15元');
  });

  test('of Markdown they are text', () => {
    const lines = '票种    成人    儿童\n平日    30元    15元\n周末    40元    20元\n';
    expect(outline(`# 乌篷渡\n\n${lines}`, 'a.md')[0]).not.toContain('header: 票种 · 成人 · 儿童');
  });
});

describe('other lines in columns stay text', () => {
  const texts: readonly [what: string, lines: readonly string[]][] = [
    ['verse', ['床前明月光    疑是地上霜', '举头望明月    低头思故乡', '一去二三里    烟村四五家']],
    ['verse with tabs', ['锄禾日当午\t汗滴禾下土', '谁知盘中餐\t粒粒皆辛苦', '春种一粒粟\t秋收万颗子']],
    ['names', ['周文    沈禾    何大毛', '罗金花  陆平    温如', '魏来    方圆    丁一']],
    ['facts with their labels', ['名称    枫桥馆', '电话    6201', '邮编    400000']],
    ['facts of which the first names figures', ['服务    免费', '电话    6201', '邮编    400000']],
    ['people', ['周文    主任    全面', '沈禾    会计    分管2组', '陆平    干事    分管3组']],
    ['a table of contents', ['第一章 总则    1', '第二章 票务    5', '第三章 附则    9']],
    [
      'pairs',
      ['周文    6201    沈禾    6202', '陆平    6203    温如    6204', '魏来    6205    方圆    6206'],
    ],
    ['two lines', ['票种    成人    儿童', '平日    30元    15元']],
    ['lines of other columns', ['票种    成人    儿童', '平日    30元', '周末    40元    20元']],
    ['sentences', ['票种    成人。    儿童', '平日票卖完。    30元    15元', '周末票卖完。    40元    20元']],
    [
      'paragraphs with an indent',
      ['　　集市每月初六开市，摊位60个。', '　　摊位费每月30元，由摊主付。', '　　雨天停市，另行通知。'],
    ],
  ];
  test.each(texts)('%s', (_, lines) => {
    expect(blocksOf(...lines).map((block) => block.replace(/^[a-z]+: /u, ''))).toEqual(
      lines.map((line) => line.trim()),
    );
  });
});
