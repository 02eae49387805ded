import { describe, expect, test } from 'vitest';
import { isDate, StrangeDates } from '../../src/corpus/date.js';

describe('what is read as a date', () => {
  test.each([
    '2025-10-27',
    '2025-1-7',
    '2024-02-29',
    '2025/10/27',
    '2025.10.27',
    '20251027',
    '2025年10月27日',
    '２０２５年１０月２７日',
    '2025-10',
    '2025年10月',
    '2025',
    '2025年',
    ' 2025-10-27 ',
    '2025年10月27日 星期一',
    '2025年10月27日（星期一）08:30',
    '2025-10-27 08:30:00',
    '2025-10-27T08:30:00.000+08:00',
    '2025年10月27日8时30分',
    '二〇二五年十月二十七日',
    '民国三十四年八月十五日',
    '民国34年8月15日',
    '1761523200000',
    'Mon, 27 Oct 2025 08:30:00 GMT',
    'Mon Oct 27 08:30:00 +0800 2025',
  ])('%s', (stated) => expect(isDate(stated)).toBe(true));
});

describe('what is not', () => {
  test.each([
    'last spring',
    '2025-13-45',
    '2025-02-29',
    '2025-00-10',
    '20251345',
    '2025/10-27',
    '2025年13月',
    '10月27日',
    '去年春天',
    '2025年春',
    '27.10.2025',
    '176152320000',
    'Sat Nov 31 18:22:10 +0800 2026',
    '十年',
    '',
  ])('%s', (stated) => expect(isDate(stated)).toBe(false));
});

test.each<[dates: readonly (string | undefined)[], told: object | undefined]>([
  [[undefined, '2025-10-27'], undefined],
  [
    ['2025', '春天'],
    {
      line: 2,
      problem: {
        en: 'The date "春天" is not read as one and is cited as it stands.',
        zh: '日期“春天”认不出，照原样引用。',
      },
    },
  ],
  [
    ['春天', '夏天'],
    {
      line: 1,
      problem: {
        en: expect.stringContaining('(so is another of this file)'),
        zh: expect.stringContaining('（这个文件里还有 1 处）'),
      },
    },
  ],
  [
    ['春天', '夏天', '秋天'],
    {
      line: 1,
      problem: {
        en: expect.stringContaining('(so are 2 others of this file)'),
        zh: expect.stringContaining('（这个文件里还有 2 处）'),
      },
    },
  ],
])('of the dates %o one line tells', (stated, told) => {
  const dates = new StrangeDates();
  for (const [i, date] of stated.entries()) dates.note(date, i + 1);
  expect(dates.fault).toEqual(
    told && {
      ...told,
      remedy: {
        en: expect.stringContaining('2025年10月27日'),
        zh: expect.stringContaining('2025年10月27日'),
      },
    },
  );
});
