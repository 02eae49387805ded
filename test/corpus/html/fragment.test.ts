import { describe, expect, test } from 'vitest';
import { draftsOfHtml } from '../../../src/corpus/html/fragment.js';

function outline(html: string, firstLine?: number): string[] {
  const reading = draftsOfHtml(html, firstLine);
  if (reading.kind === 'refused') return [reading.fault.problem.en];
  return reading.drafts.map(
    ({ role, text, lines, level }) =>
      `${lines.join('-')} ${role}${level === undefined ? '' : ` ${level}`}: ${text}`,
  );
}

describe('a fragment', () => {
  const cases: readonly [name: string, html: string, expected: string[]][] = [
    ['bare text', '渡口停航。', ['1-1 paragraph: 渡口停航。']],
    ['nothing', ' \n ', []],
    [
      'headings by their depth',
      '<h1>一</h1><h2>二</h2><h3>三</h3>',
      ['1-1 subhead 1: 一', '1-1 subhead 2: 二', '1-1 subhead 3: 三'],
    ],
    [
      'the lines of a heading are one',
      '<h2>关于医保<br>集中缴费<br/>\n的通告</h2><p>一<br>二</p>',
      ['1-2 subhead 1: 关于医保集中缴费的通告', '2-2 paragraph: 一', '2-2 paragraph: 二'],
    ],
    ['a heading of two words', '<h2>Notice<br>Board</h2>', ['1-1 subhead 1: Notice Board']],
    [
      'a subtitle in a heading',
      '<h2>大桥合龙<br>——记建设者</h2>',
      ['1-1 subhead 1: 大桥合龙', '1-1 subhead 1: ——记建设者'],
    ],
    [
      'a table, as in Markdown',
      '<table><tr><th>票种</th><th>价格</th></tr>\n<tr><td>儿童票</td><td>20</td></tr></table>',
      ['1-1 header: 票种 · 价格', '2-2 row: 票种：儿童票 · 价格：20'],
    ],
    ['items without their numbers', '<ol start="3"><li>带伞</li></ol>', ['1-1 item: 带伞']],
    ['code with its indentation', '<pre>\na:\n  b</pre>', ['2-2 code: a:', '3-3 code:   b']],
    ['what is left open', '<p>开<b>门<p>关门', ['1-1 paragraph: 开门', '1-1 paragraph: 关门']],
  ];
  test.each(cases)('%s', (_, html, expected) => {
    expect(outline(html)).toEqual(expected);
  });

  test('tells the lines of the file that it stands in', () => {
    expect(outline('<p>一</p>\n<p>二</p>', 40)).toEqual(['40-40 paragraph: 一', '41-41 paragraph: 二']);
  });

  test('is refused where it is nested too deep', () => {
    expect(outline('<div>'.repeat(600))).toEqual([
      'It cannot be read: its elements are nested more than 512 deep.',
    ]);
  });
});

describe('two rows name the columns of a table', () => {
  const below =
    '<tr><td>村</td><td>收入</td><td>支出</td><td>收入</td><td>支出</td></tr>' +
    '<tr><td>枫桥</td><td>12</td><td>8</td><td>15</td><td>9</td></tr></table>';
  const blocks = [
    '1-1 header: 村 · 一季度 收入 · 一季度 支出 · 二季度 收入 · 二季度 支出',
    '1-1 row: 村：枫桥 · 一季度 收入：12 · 一季度 支出：8 · 二季度 收入：15 · 二季度 支出：9',
  ];
  test.each([
    ['that are not marked', '<tr><td></td><td colspan="2">一季度</td><td colspan="2">二季度</td></tr>'],
    ['with empty cells', '<tr><td></td><td>一季度</td><td></td><td>二季度</td><td></td></tr>'],
  ])('%s', (_, groups) => expect(outline(`<table>${groups}${below}`)).toEqual(blocks));

  test('but not where words stand below wide cells', () => {
    const rows = [
      '<tr><td>姓名</td><td colspan="2">联系方式</td></tr>',
      '<tr><td>周文</td><td>手机</td><td>微信</td></tr>',
      '<tr><td>沈禾</td><td>座机</td><td>邮箱</td></tr>',
    ];
    expect(outline(`<table>${rows.join('')}</table>`)[1]).toBe(
      '1-1 row: 姓名：周文 · 联系方式：手机 · 联系方式：微信',
    );
  });
});
