import type { Passage } from '../corpus/article.js';
import { type DateRange, type DateValue, findSingleDates, overlaps } from '../language/dates.js';
import { fold } from '../language/fold.js';
import { readHan } from '../language/numerals.js';

/** Which passages are looked at; what is absent does not limit. */
export interface PassageFilter {
  /** The folder that the source lies in, as its path below the collection, without a slash at the end. */
  readonly folder?: string;
  /** The article is of that time. */
  readonly date?: DateValue;
  /** Whether a passage that speaks of that time counts as well. */
  readonly mentioned?: boolean;
  /** Folded. */
  readonly publication?: string;
  /** Digits. */
  readonly page?: string;
  /** Folded; the title holds it, or the passage names it. */
  readonly title?: string;
}

/** Whether a passage is among those that are looked at. */
export function passes(passage: Passage, filter: PassageFilter): boolean {
  const { publication, page, title, source } = passage.article;
  if (filter.folder !== undefined && !source.startsWith(`${filter.folder}/`)) return false;
  if (filter.publication !== undefined && fold(publication ?? '') !== filter.publication) return false;
  if (filter.page !== undefined && pageNumber(page) !== filter.page) return false;
  if (filter.title !== undefined && !fold(title).includes(filter.title)) {
    if (!fold(passage.text).includes(`《${filter.title}》`)) return false;
  }
  return filter.date === undefined || isOf(passage, filter.date, filter.mentioned === true);
}

function isOf(passage: Passage, date: DateValue, mentioned: boolean): boolean {
  const { article } = passage;
  if (article.when !== undefined && overlaps(date, article.when)) return true;
  if (!mentioned) return false;
  return mentions(passage).some((value) => isWithin(value, date, article.when));
}

/** The dates that a passage and its title speak of. A question with a date asks it of hundreds of passages. */
function mentions(passage: Passage): readonly DateValue[] {
  const known = MENTIONS.get(passage);
  if (known) return known;
  const found = findSingleDates(fold(`${passage.article.title}\n${passage.text}`)).map(({ value }) => value);
  MENTIONS.set(passage, found);
  return found;
}

const MENTIONS = new WeakMap<Passage, readonly DateValue[]>();

/** Whether all of a date that is told lies in another; a day without a year is of the article's. */
function isWithin(told: DateValue, date: DateValue, when: string | undefined): boolean {
  const known = told.kind === 'yearly' && date.kind === 'range' ? ofYear(told, when) : told;
  // What goes over the turn of whatever year is in no stretch that does not.
  if (known === undefined || known.from > known.to) return false;
  if (date.kind === 'range') return date.from <= known.from && known.to <= date.to;
  const [from, to] = [known.from.slice(-5), known.to.slice(-5)];
  if (known.kind !== 'yearly' && known.precision === 'year') return false;
  return from <= to && date.from <= from && to <= date.to;
}

function ofYear(told: DateValue, when: string | undefined): DateRange | undefined {
  if (when === undefined) return undefined;
  const year = when.slice(0, 4);
  return { kind: 'range', from: `${year}-${told.from}`, to: `${year}-${told.to}`, precision: told.precision };
}

/** 第3版, 第三版, 03 and A3 are page 3. */
export function pageNumber(page: string | undefined): string | undefined {
  const text = fold(page ?? '');
  const [digits] = /\d+/.exec(text) ?? [];
  const [numeral] = /[一二三四五六七八九十]+(?=版)/u.exec(text) ?? [];
  return (digits ?? (numeral && readHan(numeral)))?.replace(/^0+(?=\d)/, '');
}
