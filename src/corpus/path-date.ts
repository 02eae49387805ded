import { type DateValue, findDates, isDay } from '../language/dates.js';
import { fold } from '../language/fold.js';
import { whole } from './whole-date.js';

/** A folder of a year's articles: 2026/. */
const YEAR_FOLDER = /^(?:19|20)\d\d$/;

/**
 * The date that a path tells: 2026/03/08/, 2026-03-08-title.md, 20260308.txt, 2026年3月/8日/, 2026/. The finest does, of as fine
 * ones the last.
 * @param source path of a file below the corpus
 * @returns ISO, a year, month or day
 */
export function dateOfPath(source: string): string | undefined {
  return pathDates(source)
    .flatMap((value) => whole(value) ?? [])
    .reduce<string | undefined>((best, when) => (best && best.length > when.length ? best : when), undefined);
}

function pathDates(source: string): DateValue[] {
  const path = fold(source).replace(/\.[a-z0-9]+$/, '');
  const spelled = path
    .replace(/(?<=[年月])\//g, '')
    .replace(/(?<!\d)((?:1[89]|20)\d\d)\/(?=(?:\d{1,2}|[元正一二三四五六七八九十]{1,2})月)/g, '$1年')
    .replace(/(?<!\d)((?:1[89]|20)\d\d)\/?(\d\d)\/?(\d\d)(?!\d)/g, '$1-$2-$3');
  const dates = findDates(spelled.replaceAll('_', '-')).map(({ value }) => value);
  if (dates.length > 0) return dates;
  const [, year, month] = /(?<![\d])((?:1[89]|20)\d\d)\/(\d{1,2})(?!\d)/.exec(path) ?? [];
  if (isDay(Number(year), Number(month)))
    return findDates(`${year}-${month?.padStart(2, '0')}`).map(({ value }) => value);
  const folder = path
    .split('/')
    .slice(0, -1)
    .findLast((name) => YEAR_FOLDER.test(name));
  return folder === undefined ? [] : findDates(`${folder}年`).map(({ value }) => value);
}
