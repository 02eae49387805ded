import { expect, test } from 'vitest';
import { dayOfTimestamp } from '../../src/corpus/timestamp.js';

test.each([
  ['in the zone that it states', '2026-11-07T18:22:10+08:00', '2026-11-07'],
  ['in none', '2026-11-07 00:30', '2026-11-07'],
  ['elsewhere', '2026-11-07T23:22:10.123-05:00', '2026-11-07'],
  ['RSS', 'Sat, 07 Nov 2026 18:22:10 +0800', '2026-11-07'],
  ['RSS without a weekday, nor a time', '7 November 2026', '2026-11-07'],
  ['Weibo', 'Sat Nov 07 18:22:10 +0800 2026', '2026-11-07'],
  ['C', 'Sat Nov  7 18:22:10 2026', '2026-11-07'],
  ['JavaScript', 'Sat Nov 07 2026 18:22:10 GMT+0800 (中国标准时间)', '2026-11-07'],
  ['a morning in China, kept in UTC', '2026-11-06T16:00:00.000Z', '2026-11-07'],
  ['an afternoon in China, kept in UTC', '2026-11-07T08:00:00Z', '2026-11-07'],
  ['the same by its difference', '2026-11-06 16:00:00+0000', '2026-11-07'],
  ['RSS in UTC', 'Fri, 06 Nov 2026 23:30:00 GMT', '2026-11-07'],
  ['the last evening of a year in UTC', 'Thu, 31 Dec 2026 23:30:00 UT', '2027-01-01'],
  ['C in UTC', 'Fri Nov 06 23:30:00 UTC 2026', '2026-11-07'],
  ['seconds since 1970', '1777651200', '2026-05-02'],
  ['milliseconds since 1970', '1777651200000', '2026-05-02'],
])('a time stamp: %s', (_, stated, day) => expect(dayOfTimestamp(stated)).toBe(day));

test.each([
  ['a day alone', '2026-11-07'],
  ['a day that is none', 'Sat Nov 31 18:22:10 +0800 2026'],
  ['a month that is none', '2026-13-07T18:22:10Z'],
  ['words', '2026年11月7日 18:22'],
  ['a sentence', 'Mon 7 Nov 2026 was the day'],
  ['a number', '20261107'],
  ['a count beyond 2100', '4102444800000'],
  ['nothing', ''],
])('no time stamp: %s', (_, stated) => expect(dayOfTimestamp(stated)).toBeUndefined());
