import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  headerAbove,
  WINDOW_UNITS,
  windowsOf,
  windowsOfPassage,
} from '../../../src/answering/reading/windows.js';
import { anyText } from '../../language/texts.js';
import { article, passage } from '../support.js';

const TABLE =
  '票价如下。\n| 票种 | 票价 |\n| --- | --- |\n| 成人票 | 40元 |\n| 儿童票 | 20元 |\n另收保险费。\n';

test('windows of any text cover it in order, and each is as long as allowed at most', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 5, max: 60 }), (text, units) => {
      let covered = 0;
      for (const { start, end } of windowsOf(text, units)) {
        expect(start).toBeLessThanOrEqual(covered);
        expect(end).toBeGreaterThan(covered);
        expect(end - start).toBeLessThanOrEqual(units);
        covered = end;
      }
      expect(covered).toBe(text.length);
    }),
  );
});

test('a window that begins in the middle of a table has its header in front; others have none', () => {
  const windows = windowsOf(TABLE, 18).map(({ start, end, header }) => [TABLE.slice(start, end), header]);
  expect(windows).toEqual([
    ['票价如下。\n| 票种 | 票价 |\n', ''],
    ['| --- | --- |\n', '| 票种 | 票价 |'],
    ['| 成人票 | 40元 |\n', '| 票种 | 票价 |'],
    ['| 儿童票 | 20元 |\n', '| 票种 | 票价 |'],
    ['另收保险费。\n', ''],
  ]);
});

describe('the header above', () => {
  const header = (text: string, at: string): string => headerAbove(text, text.indexOf(at));
  const rows = (count: number): string =>
    `| 名 | 数 |\n|:--|--:|\n${Array.from({ length: count }, (_, row) => `| 第${row}行 | ${row} |\n`).join('')}`;

  test.each<[what: string, text: string, at: string, expected: string]>([
    ['a row is the first row, where a rule is below it', TABLE, '| 儿童', '| 票种 | 票价 |'],
    ['the rule is it too', TABLE, '| ---', '| 票种 | 票价 |'],
    ['the first row itself is none', TABLE, '| 票种', ''],
    ['the inside of a row is none: it begins no window', TABLE, '儿童票 |', ''],
    ['running text is none, even below a table', TABLE, '另收', ''],
    ['rows without a rule is none', '| 甲 | 乙 |\n| 丙 | 丁 |\n', '| 丙', ''],
    ['the second of two tables is its own', `${TABLE}${rows(2)}`, '| 第1行', '| 名 | 数 |'],
    ['a row far below is it', rows(300), '| 第299行', '| 名 | 数 |'],
    ['a list of records is not looked for', rows(500), '| 第499行', ''],
  ])('%s', (_, text, at, expected) => {
    expect(header(text, at)).toBe(expected);
  });

  test('any place of any text is found without trouble', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), (text, at) => {
        expect(text).toContain(headerAbove(text, at));
      }),
    );
  });
});

describe('the windows of a passage', () => {
  test('have the header that stands in the article above the passage', () => {
    const of = article('票价', TABLE.trim().split('\n'));
    const windows = windowsOfPassage(passage(of, '| 儿童票 | 20元 |\n另收保险费。'));
    expect(windows).toEqual([{ start: 0, end: 20, header: '| 票种 | 票价 |' }]);
  });

  test('stand in the passage’s own text', () => {
    const of = article('长文', ['第一句说的是一件事情。'.repeat(60)]);
    const part = passage(of, '第一句说的是一件事情。'.repeat(40));
    const windows = windowsOfPassage(part);
    expect(windows.length).toBeGreaterThan(2);
    expect(windows[0]?.start).toBe(0);
    expect(windows.at(-1)?.end).toBe(part.text.length);
    for (const { start, end } of windows) expect(end - start).toBeLessThanOrEqual(WINDOW_UNITS);
  });
});
