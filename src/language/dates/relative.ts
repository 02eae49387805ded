import { readHan } from '../numerals.js';
import { type DateRange, daysAfter, daysRange, monthsBefore, partsOf, weekday } from './calendar.js';

/** What counts back from today. Days to come are not looked back on: 明天 is no date here. */
export const RELATIVE = [
  '(?<relative>(?:大前|前|昨|今)(?:天|日|晚|夜|早|晨)',
  '(?<week>上上个?|上个?|这个?|本)(?:周|星期|礼拜)(?:(?<weekday>[一二三四五六日天])|(?<weekend>末))?',
  '(?:最近|过去|近)的?这?(?:(?<count>[一二两三四五六七八九十]{1,3}|\\d{1,3}|几)个?|(?<halfOf>半)个?)(?<unit>天|日|周|星期|礼拜|月|年)(?:[里内来])?)',
].join('|');

type Groups = Readonly<Record<string, string | undefined>>;

const DAYS_BACK: Readonly<Record<string, number>> = { 今: 0, 昨: 1, 前: 2, 大: 3 };

/**
 * The days that a word means.
 * @param groups of `RELATIVE`
 * @param today ISO day
 */
export function relativeDate(groups: Groups, today: string): DateRange | undefined {
  const { relative = '', week, count, halfOf, unit } = groups;
  if (week) return weekOf(week, groups, today);
  if (unit) return lately(halfOf ? '半' : (count ?? '一'), unit, today);
  const day = daysAfter(today, -(DAYS_BACK[relative[0] as string] ?? 0));
  return daysRange(day, day);
}

const YEARS_BACK: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 去年: 1, 前年: 2, 大前年: 3 };

/** The year that a word means. */
export function relativeYear(word: string, today: string): number {
  return partsOf(today)[0] - (YEARS_BACK[word] ?? 0);
}

/** A day of the month that a word means. */
export function relativeMonth(word: string, today: string): string {
  return monthsBefore(today, word.startsWith('上上') ? 2 : word.startsWith('上') ? 1 : 0);
}

function weekOf(week: string, { weekday: named, weekend }: Groups, today: string): DateRange {
  const back = week.startsWith('上上') ? 2 : week.startsWith('上') ? 1 : 0;
  const monday = daysAfter(today, 1 - weekday(today) - 7 * back);
  if (weekend) return daysRange(daysAfter(monday, 5), daysAfter(monday, 6));
  if (named === undefined) return daysRange(monday, daysAfter(monday, 6));
  const number = '一二三四五六'.indexOf(named);
  const day = daysAfter(monday, number < 0 ? 6 : number);
  return daysRange(day, day);
}

/** So many days, weeks, months or years up to today; 最近几天 is a week. */
function lately(count: string, unit: string, today: string): DateRange | undefined {
  const number = numberOf(count, unit);
  if (number === undefined) return undefined;
  const isDays = unit === '天' || unit === '日';
  if (unit === '年') return daysRange(daysAfter(monthsBefore(today, number * 12), 1), today);
  if (unit === '月' && number >= 1) return daysRange(daysAfter(monthsBefore(today, number), 1), today);
  const days = isDays ? number : unit === '月' ? 15 : number * 7;
  return daysRange(daysAfter(today, 1 - days), today);
}

function numberOf(count: string, unit: string): number | undefined {
  if (count === '半') return unit === '月' || unit === '年' ? 0.5 : undefined;
  if (count === '几') return unit === '天' || unit === '日' ? 7 : 3;
  const number = Number(/^\d/.test(count) ? count : readHan(count));
  return number > 0 ? number : undefined;
}
