import { type DateValue, findDates, writeDate } from '../../language/dates.js';
import { fold } from '../../language/fold.js';
import { readHan } from '../../language/numerals.js';
import type { Range } from '../../language/range.js';
import type { PassageFilter } from '../../retrieval/passage-filter.js';
import type { FilterKind, QuestionFilter } from '../question.js';

/** A question with its limits taken out. */
export interface LimitedQuestion {
  readonly filters: readonly QuestionFilter[];
  readonly filter: PassageFilter;
  /** The question without what the asker took away. */
  readonly asked: string;
  /** The question without any of them. */
  readonly rest: string;
  /** The same with the dates that are heeded, for passages that speak of them in words. */
  readonly withDates: string;
}

/** What stands behind a publication's name where it is the place of printing, and not what is asked about. */
const PRINTED = /^(?:上|里|中|报道|刊[登载发]|登|公布|发布|说|的(?:报道|文章|新闻|消息))/;
const PAGE =
  /第?(\d{1,3}|[一二三四五六七八九十]{1,3})版(?=$|[上里中的讲说有刊登，,。？?\s]|\p{Script=Han})/gu;
const TITLE = /《([^《》]{2,60})》/gu;
/** What is left over of 报上的, 里说. */
const JOINT = /^(?:上|里|中)?(?:的|说|报道的|刊登的|公布的?|发布的?|讲的?)?[，,：:\s]*/;

interface Found extends Range {
  readonly kind: FilterKind;
  readonly value: string;
  readonly date?: DateValue;
}

/**
 * The limits that a question sets, and what it asks within them.
 * @param today ISO day
 * @param publications those of the collection
 * @param removed limits that are not to be heeded; their words are no part of the question either
 */
export function limitedQuestion(
  text: string,
  today: string,
  publications: readonly string[],
  removed: readonly FilterKind[] = [],
): LimitedQuestion {
  const folded = fold(text);
  const found = apart([
    ...inPublications(folded, publications),
    ...matches(folded, TITLE, 'title', (title) => title),
    ...matches(folded, PAGE, 'page', (page) =>
      /\d/.test(page) ? String(Number(page)) : (readHan(page) ?? page),
    ),
    ...findDates(folded, today).map(
      ({ start, end, value }): Found => ({ start, end, kind: 'date', value: writeDate(value), date: value }),
    ),
  ]);
  const one = (kind: FilterKind): Found | undefined => found.find((each) => each.kind === kind);
  const heeded = (kind: FilterKind): Found | undefined => (removed.includes(kind) ? undefined : one(kind));
  const [date, publication, page, title] = [
    heeded('date'),
    heeded('publication'),
    heeded('page'),
    heeded('title'),
  ];
  // What counts from today is of the day of printing: a text that tells of last year need not be of it.
  const absolute = date && findDates(folded.slice(date.start, date.end)).length > 0;
  const taken = found.filter((each) => each === one(each.kind));
  const gone = taken.filter(({ kind }) => removed.includes(kind));
  return {
    filters: taken.map(({ kind, start, end, value }) => ({
      kind,
      text: text.slice(start, end),
      value,
      ...(removed.includes(kind) && { removed: true }),
    })),
    filter: {
      ...(date?.date && { date: date.date, mentioned: absolute === true }),
      ...(publication && { publication: fold(publication.value) }),
      ...(page && { page: page.value }),
      ...(title && { title: title.value }),
    },
    asked: without(text, gone),
    rest: without(text, taken),
    withDates: without(
      text,
      taken.filter((each) => each !== date),
    ),
  };
}

function matches(folded: string, form: RegExp, kind: FilterKind, value: (told: string) => string): Found[] {
  return [...folded.matchAll(form)].map(({ 0: whole, 1: told = '', index }) => ({
    start: index,
    end: index + whole.length,
    kind,
    value: value(told),
  }));
}

/** Publications that are named as the place of printing, with the title marks around them. */
function inPublications(folded: string, publications: readonly string[]): Found[] {
  return publications.flatMap((publication): Found[] => {
    const name = fold(publication);
    const at = name.length < 2 ? -1 : folded.indexOf(name);
    if (at < 0) return [];
    const marked = folded[at - 1] === '《' && folded[at + name.length] === '》' ? 1 : 0;
    const [start, end] = [at - marked, at + name.length + marked];
    const behind = folded.slice(end);
    const printed = PRINTED.test(behind) || /^第?[\d一二三四五六七八九十]{1,3}版/.test(behind);
    return printed ? [{ start, end, kind: 'publication', value: publication }] : [];
  });
}

/** In order, those that lie in another left out. */
function apart(found: readonly Found[]): Found[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return sorted.filter((each) => {
    if (each.start < end) return false;
    end = each.end;
    return true;
  });
}

function without(text: string, taken: readonly Range[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of taken) {
    rest += text.slice(at, start);
    at = end + (JOINT.exec(text.slice(end))?.[0].length ?? 0);
  }
  return (rest + text.slice(at)).trim();
}
