import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../lab/fuzz/builders/archives.js';
import { xlsxOf } from '../../../lab/fuzz/builders/xlsx-files.js';
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
