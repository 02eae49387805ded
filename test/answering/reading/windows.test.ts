import fc from 'fast-check';
import { expect, test } from 'vitest';
import { windowsOf } from '../../../src/answering/reading/windows.js';
import { anyText } from '../../language/texts.js';

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
