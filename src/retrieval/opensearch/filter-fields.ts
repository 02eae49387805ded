import type { Passage } from '../../corpus/article.js';
import { type DateValue, findSingleDates, spanOf } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import { pageNumber } from '../passage-filter.js';

/** Days as whole numbers, first and last: 20260308 of a calendar, 308 of every year. */
interface Days {
  readonly gte: number;
  readonly lte: number;
}

/** What filters look at, so made that each of them is a query of the index: see `passes` for what they mean. */
export interface FilterFields {
  /** The folders that the source lies in, from the first to the whole path. */
  readonly folders: readonly string[];
  /** Folded; empty where the source states none. */
  readonly publication: string;
  readonly page?: string;
  /** Folded. */
  readonly articleTitle: string;
  /** What the passage names in 《》, folded. */
  readonly works: readonly string[];
  /** First and last day of the article. */
  readonly from?: number;
  readonly to?: number;
  /** The same in whatever year; absent where only the year is told. */
  readonly yearlyFrom?: number;
  readonly yearlyTo?: number;
  /** What the passage speaks of. */
  readonly told: readonly Days[];
  /** The same in whatever year, where it does not go over the turn of one. */
  readonly toldYearly: readonly Days[];
}

/** How many 》 are looked at behind a 《, so that the names of works may hold names of others. */
const ENDS = 3;

export function filterFields(passage: Passage): FilterFields {
  const { publication, page, title, when, source } = passage.article;
  const number = pageNumber(page);
  return {
    folders: foldersOf(source),
    publication: fold(publication ?? ''),
    ...(number !== undefined && { page: number }),
    articleTitle: fold(title),
    works: worksIn(fold(passage.text)),
    ...(when !== undefined && articleDays(when)),
    ...toldDays(passage, when),
  };
}

/** `a/b/c.md` lies in `a` and in `a/b`. */
function foldersOf(source: string): string[] {
  const folders: string[] = [];
  for (let end = source.indexOf('/'); end >= 0; end = source.indexOf('/', end + 1))
    folders.push(source.slice(0, end));
  return folders;
}

/** A day as a whole number: `2026-03-08` is 20260308, `03-08` 308. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

function worksIn(text: string): string[] {
  const works = new Set<string>();
  for (let from = text.indexOf('《'); from >= 0; from = text.indexOf('《', from + 1)) {
    let end = from;
    for (let ends = 0; ends < ENDS; ends++) {
      end = text.indexOf('》', end + 1);
      if (end < 0) break;
      works.add(text.slice(from + 1, end));
    }
  }
  return [...works];
}

function articleDays(when: string): Partial<FilterFields> {
  const { from, to, precision } = spanOf(when);
  const span = { from: dayNumber(from), to: dayNumber(to) };
  if (precision === 'year') return span;
  return { ...span, yearlyFrom: dayNumber(from.slice(5)), yearlyTo: dayNumber(to.slice(5)) };
}

function toldDays(
  { article, text }: Passage,
  when: string | undefined,
): Pick<FilterFields, `told${string}` & keyof FilterFields> {
  const values = findSingleDates(fold(`${article.title}\n${text}`)).map(({ value }) => value);
  const told = values.flatMap((value) => calendarDays(value, when));
  const yearly = values.flatMap(yearlyDays);
  return {
    told: told.filter(({ gte, lte }) => gte <= lte),
    toldYearly: yearly.filter(({ gte, lte }) => gte <= lte),
  };
}

/** The days of a date; one without a year is of the article's. */
function calendarDays({ kind, from, to }: DateValue, when: string | undefined): Days[] {
  if (kind === 'range') return [{ gte: dayNumber(from), lte: dayNumber(to) }];
  if (when === undefined) return [];
  const year = when.slice(0, 4);
  return [{ gte: dayNumber(`${year}-${from}`), lte: dayNumber(`${year}-${to}`) }];
}

/** The days of a date in whatever year; a bare year tells nothing of them. */
function yearlyDays({ kind, from, to, precision }: DateValue): Days[] {
  if (kind === 'range' && precision === 'year') return [];
  return [{ gte: dayNumber(from.slice(-5)), lte: dayNumber(to.slice(-5)) }];
}
