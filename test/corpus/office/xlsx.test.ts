import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../lab/fuzz/builders/archives.js';
import { type SheetParts, xlsxOf } from '../../../lab/fuzz/builders/xlsx-files.js';
import { cellForms } from '../../../src/corpus/office/cell-forms.js';
import { shownCell } from '../../../src/corpus/office/shown-cell.js';
import { faultsOf, outlineOf, readFile } from '../read-file.js';

const PRICES = {
  name: 'Sheet1',
  rows: [
    ['乌篷渡景区票价表'],
    [],
    ['票种', '票价', '起售日', '开门'],
    ['成人票', 30, { serial: 46089, style: 1 }, { serial: 0.354166666666667, style: 2 }],
    ['儿童票', 14.000000000000002, { serial: 46090, style: 1 }, undefined],
    ['注：雨天停售。'],
  ],
} as const;

test('a sheet is an article of rows, below its title and its header', async () => {
  const reading = await readFile('票价.xlsx', xlsxOf([PRICES]));
  expect(faultsOf(reading)).toEqual([]);
  expect(outlineOf(reading)).toEqual([
    'title: 乌篷渡景区票价表',
    'header: 票种 · 票价 · 起售日 · 开门',
    'row: 票种：成人票 · 票价：30 · 起售日：2026-03-08 · 开门：8:30',
    'row: 票种：儿童票 · 票价：14 · 起售日：2026-03-09',
    'note: 注：雨天停售。',
  ]);
  expect(reading.articles[0]).toMatchObject({ title: '乌篷渡景区票价表', unit: 'row', lines: [1, 6] });
  expect(reading.articles[0]!.blocks.map(({ lines }) => lines[0])).toEqual([1, 3, 4, 5, 6]);
  expect(reading.found).toEqual({ format: 'Excel workbook' });
});

describe('titles', () => {
  const rows = [
    ['摊位', '摊主'],
    ['东一', '周文'],
  ];
  test('of the sheet, or of the file where a program named the sheet; hidden ones are left out', async () => {
    const sheets = [
      { name: '早市', rows },
      { name: 'Sheet2', rows },
      { name: '工作表3', rows },
      { name: '底稿', rows, hidden: true },
      { name: '空', rows: [] },
    ];
    const { articles } = await readFile('枫桥/集市.xlsx', xlsxOf(sheets));
    expect(articles.map(({ title }) => title)).toEqual(['早市', '集市', '集市']);
    expect(new Set(articles.map(({ id }) => id)).size).toBe(3);
  });
});

test('rows of a title and a text are articles', async () => {
  const rows = [
    ['标题', '正文', '日期'],
    ['古井完工', '井深十二米。', { serial: 46089, style: 1 }],
    ['集市改期', '每月初六开市。'],
  ] as const;
  const reading = await readFile('稿件.xlsx', xlsxOf([{ name: 'Sheet1', rows }]));
  expect(reading.articles).toMatchObject([
    { title: '古井完工', text: '井深十二米。', date: '2026-03-08', unit: 'row', lines: [2, 2] },
    { title: '集市改期', text: '每月初六开市。', lines: [3, 3] },
  ]);
});

test.each([
  [20, '20'],
  [0.1 + 0.2, '0.3'],
  [1 / 3, '0.3333333333'],
  [123456789.25, '123456789.25'],
  [13800001234, '13800001234'],
  [-4.5, '-4.5'],
  [true, 'TRUE'],
  ['#N/A', ''],
  [null, ''],
  [new Date('2026-03-08T00:00:00Z'), '2026-03-08'],
  [new Date('2026-03-08T08:59:59.9996Z'), '2026-03-08 9:00'],
  [new Date('2026-03-08T14:30:15Z'), '2026-03-08 14:30:15'],
  [new Date('1899-12-30T08:30:00Z'), '8:30'],
])('%s is shown as %j', (value, shown) => {
  expect(shownCell(value)).toBe(shown);
});

describe('numbers are read as their format shows them', () => {
  const cases: readonly [format: string | number, value: number, shown: string][] = [
    [9, 0.35, '35%'],
    [10, 0.125, '12.50%'],
    ['0.0%', 0.125, '12.5%'],
    ['0%', 0.285, '29%'],
    ['0%', -0.05, '-5%'],
    ['0.0%;[Red]\\-0.0%', -0.052, '-5.2%'],
    ['0"%"', 35, '35%'],
    [3, 1234567, '1,234,567'],
    [4, 1.005, '1.01'],
    ['0.00', 12.5, '12.50'],
    ['0.##', 12.5, '12.5'],
    ['"¥"#,##0.00;"¥"\\-#,##0.00', 1200, '¥1,200.00'],
    ['"¥"#,##0.00;"¥"\\-#,##0.00', -1200, '¥-1,200.00'],
    ['_ [$¥-804]* #,##0.00_ ;_ [$¥-804]* \\-#,##0.00_ ;_ [$¥-804]* "-"??_ ;_ @_ ', 99.5, '¥99.50'],
    ['_ [$¥-804]* #,##0.00_ ;_ [$¥-804]* \\-#,##0.00_ ;_ [$¥-804]* "-"??_ ;_ @_ ', 0, '¥-'],
    ['#,##0_);\\(#,##0\\)', -1500, '(1,500)'],
    ['0"元"', 20, '20元'],
    ['General"元/位"', 12.5, '12.5元/位'],
    ['"第"0"期"', 8, '第8期'],
    ['000000', 1234, '001234'],
    ['000-0000-0000', 13800001234, '138-0000-1234'],
    ['0\\.0,"万"', 123456, '12.3万'],
    ['[>=10000]0\\.0,"万";0', 9999, '9999'],
    ['[>=10000]0\\.0,"万";0', 25000, '2.5万'],
    ['0;-0;', 0, ''],
    ['@', 12, '12'],
    ['0.00E+00', 1234.5, '1234.5'],
    ['# ?/?', 0.5, '0.5'],
    ['[DBNum1]General', 12, '12'],
  ];
  test.each(cases)('%j: %d is %s', async (format, serial, shown) => {
    const rows = [
      ['项', '数'],
      ['甲', { serial, style: 3 }],
      ['乙', 1],
    ];
    const { articles } = await readFile('a.xlsx', xlsxOf([{ name: '表', rows }], [format]));
    expect(articles[0]!.text.split('\n')[1]).toBe(shown === '' ? '项：甲' : `项：甲 · 数：${shown}`);
  });
});

describe('the format of a style', () => {
  const shown = (styles: string, value: number): (string | undefined)[] =>
    cellForms(`<styleSheet>${styles}</styleSheet>`).map((form) => form && shownCell(value, form));
  const month = new Date('2026-03-08T00:00:00Z');

  test('is that of the style it is made from, where it states none', () => {
    const bases = '<cellStyleXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellStyleXfs>';
    const styles = '<cellXfs><xf xfId="0"/><xf xfId="1"/><xf numFmtId="10" xfId="1"/></cellXfs>';
    expect(shown(bases + styles, 0.35)).toEqual([undefined, '35%', '35.00%']);
  });

  test('is not that of a rule for colouring', () => {
    const own = '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>';
    const rule = '<dxfs><dxf><numFmt numFmtId="164" formatCode="0&quot;元&quot;"/></dxf></dxfs>';
    expect(shown(`${own}<cellXfs><xf numFmtId="164"/></cellXfs>${rule}`, 0.35)).toEqual(['35.0%']);
  });

  test('57 is a month in the mainland, and a day in Taiwan', () => {
    const inFont = (charset: number) =>
      cellForms(
        `<styleSheet><fonts><font><charset val="${charset}"/></font></fonts><cellXfs><xf numFmtId="57"/></cellXfs></styleSheet>`,
      )[0];
    expect([134, 136].map((charset) => shownCell(month, inFont(charset)))).toEqual([
      '2026年3月',
      '2026-03-08',
    ]);
  });
});

describe('of days and times that is read which their format shows', () => {
  /** 8 March 2026, a Sunday, half past two in the afternoon. */
  const AFTERNOON = 46089 + 14.5 / 24;
  const cases: readonly [format: string | number, value: number, shown: string][] = [
    ['yyyy"年"m"月"', 46082, '2026年3月'],
    [57, 46082, '2026年3月'],
    [17, 46082, '2026年3月'],
    ['m"月"d"日"', 46089, '3月8日'],
    ['yyyy/m/d;@', AFTERNOON, '2026-03-08'],
    ['yyyy"年"m"月"d"日"', 46089, '2026-03-08'],
    ['yyyy/m/d h:mm', AFTERNOON, '2026-03-08 14:30'],
    [22, 46089, '2026-03-08'],
    ['h:mm AM/PM', AFTERNOON, '14:30'],
    ['上午/下午h"时"mm"分"', 0.25, '6:00'],
    [21, 0.25 + 15 / 86400, '6:00:15'],
    [46, 26.5 / 24, '26:30'],
    ['[h]:mm', 100 / 24, '100:00'],
    [45, 754 / 86400, '12:34'],
    ['aaaa', 46089, '星期日'],
    ['[$-804]aaaa;@', 46090, '星期一'],
  ];
  test.each(cases)('%j: %d is %s', async (format, serial, shown) => {
    const rows = [
      ['项', '时'],
      ['甲', { serial, style: 3 }],
      ['乙', 1],
    ];
    const { articles } = await readFile('a.xlsx', xlsxOf([{ name: '表', rows }], [format]));
    expect(articles[0]!.text.split('\n')[1]).toBe(`项：甲 · 时：${shown}`);
  });
});

describe('merged cells', () => {
  const outline = async (rows: SheetParts['rows'], merges: readonly string[]): Promise<string[]> =>
    outlineOf(await readFile('a.xlsx', xlsxOf([{ name: '表', ...(rows && { rows }), merges }])));

  test('over names make groups of columns', async () => {
    expect(
      await outline(
        [
          ['镇财政收支', undefined, undefined, undefined, undefined],
          ['村', '一季度', undefined, '二季度', undefined],
          [undefined, '收入', '支出', '收入', '支出'],
          ['枫桥', 12, 8, 15, 9],
          ['柳溪', 7, 6, 9, 5],
        ],
        ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2'],
      ),
    ).toEqual([
      'title: 镇财政收支',
      'header: 村 · 一季度 收入 · 一季度 支出 · 二季度 收入 · 二季度 支出',
      'row: 村：枫桥 · 一季度 收入：12 · 一季度 支出：8 · 二季度 收入：15 · 二季度 支出：9',
      'row: 村：柳溪 · 一季度 收入：7 · 一季度 支出：6 · 二季度 收入：9 · 二季度 支出：5',
    ]);
  });

  test('over words too, where other names reach down', async () => {
    expect(
      await outline(
        [
          ['星期', '上午', undefined],
          [undefined, '第一节', '第二节'],
          ['周一', '语文', '算术'],
          ['周二', '图画', '体育'],
        ],
        ['A1:A2', 'B1:C1'],
      ),
    ).toEqual([
      'header: 星期 · 上午 第一节 · 上午 第二节',
      'row: 星期：周一 · 上午 第一节：语文 · 上午 第二节：算术',
      'row: 星期：周二 · 上午 第一节：图画 · 上午 第二节：体育',
    ]);
  });

  test('that reach down count in each row; a remark across rows counts once', async () => {
    expect(
      await outline(
        [
          ['线路', '方向', '首班'],
          ['1路', '东', '6:00'],
          [undefined, '西', '6:10'],
          ['注：雨天停驶。', undefined, undefined],
          [],
        ],
        ['A2:A3', 'A4:C5'],
      ),
    ).toEqual([
      'header: 线路 · 方向 · 首班',
      'row: 线路：1路 · 方向：东 · 首班：6:00',
      'row: 线路：1路 · 方向：西 · 首班：6:10',
      'note: 注：雨天停驶。',
    ]);
  });

  test('above rows of words make no groups of them', async () => {
    expect(
      await outline(
        [
          ['姓名', '联系方式', undefined],
          ['周文', '手机', '微信'],
          ['沈禾', '座机', '邮箱'],
        ],
        ['B1:C1'],
      ),
    ).toEqual([
      'header: 姓名 · 联系方式',
      'row: 姓名：周文 · 联系方式：手机 · 微信',
      'row: 姓名：沈禾 · 联系方式：座机 · 邮箱',
    ]);
  });
});

describe('what is broken', () => {
  const whole = xlsxOf([PRICES]);
  const corners =
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
  const cases: readonly [name: string, content: Uint8Array, problem: string][] = [
    ['breaks off', whole.subarray(0, 300), 'It is damaged or incomplete: its list of contents is missing.'],
    ['is something else', Buffer.from('票种,票价'), 'It is no ZIP archive.'],
    [
      'is of an older format, or has a password',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0]),
      'It is protected with a password, or of an older format than .xlsx.',
    ],
    ['is another archive', zipOf({ 'a.txt': '1' }), 'It cannot be read as an Excel workbook'],
    [
      'has cells in opposite corners',
      xlsxOf([{ name: 'a', xml: corners }]),
      'A sheet of it has more than 2,000,000 cells',
    ],
    [
      'has cells in opposite corners, written otherwise',
      xlsxOf([{ name: 'a', xml: `<row r="1"><c x=">" r='&#88;FD1'><v>1</v></c></row>` }]),
      'A sheet of it has more than 2,000,000 cells',
    ],
    [
      'bursts',
      xlsxOf([{ name: 'a', rows: [['井'.repeat(4_000_000)]] }]),
      'It would become more than 100 times',
    ],
    [
      'declares entities',
      xlsxOf([{ name: 'a', xml: '<!DOCTYPE a [<!ENTITY b "1111">]>&b;' }]),
      'A file in it declares entities',
    ],
    ['is empty', xlsxOf([{ name: 'a' }]), 'It holds no text.'],
  ];
  test.each(cases)('%s', async (_, content, problem) => {
    const reading = await readFile('a.xlsx', content);
    expect(reading.articles).toEqual([]);
    expect(reading.unreadable).toHaveLength(1);
    expect(reading.unreadable[0]!.problem.en).toContain(problem);
  });
});
