import type { DateValue } from '../language/dates.js';
import { findDates, isDay, partsOf, writeDate } from '../language/dates.js';
import { fold } from '../language/fold.js';
import type { Article } from './article.js';
import { mastheadDay } from './masthead.js';
import { dayOfTimestamp } from './timestamp.js';

/** How far into an article a dateline is looked for, in UTF-16 units. */
const HEAD_UNITS = 200;
/** A longer last line is no signature; UTF-16 units. */
const LAST_UNITS = 40;
/** How many of the last blocks are looked at, and what official papers have below their date. */
const LAST_BLOCKS = 8;
const BELOW_SIGNATURE = /^[（(]?(?:此件|附件|抄送|抄报|主送|分送|联系人|主题词|信息公开)/u;
/** 2026年11月19日印发: when a paper was printed, not when it was signed. */
const PRINTED = /印发$/u;
const BLANKS = /[^\S\n]+/gu;
/** A dateline: 本报讯（记者 方晓棠）3月8日, 新华社北京3月8日电. */
const DATELINE = /(?:本报|[社网台]).{0,40}?(?:讯|电|[)）])|\d日电/u;
/** What stands beside a day alone on its line. */
const ISSUED = /^[\s()（）]*(?:\p{Script=Han}{2,20}(?:发布|公布))?[\s()（）]*$/u;
/** The title of minutes: 村民代表会议记录, 会议纪要（第3期）. */
const MINUTES = /(?:纪要|会议记录)\s?(?:[(（][^()（）]{1,20}[)）])?$/u;
/** The line of minutes that tells when the meeting was, and among how many first lines it is. */
const MEETING_TIME = /^(?:会议)?时间[:：]/u;
const TIME_LINES = 6;
/** A folder of a year's articles: 2026/. */
const YEAR_FOLDER = /^(?:19|20)\d\d$/;
const LATIN_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LATIN_DATE = /\b(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})\b|\b([a-z]{3})[a-z]* (\d{1,2}),? (\d{4})\b/;

/**
 * Dates the articles of one file: each gets `when`, where its source states a day, month or year. In this order: the date that
 * it states itself, its last line where that is a date and nothing else, as in official papers, the masthead above it, the
 * path of the file, its title, the line below it, and its dateline; a day in these goes before a mere year or month in the path. A
 * day without a year has the year of the file's other dates; without any it dates nothing.
 * @param source path of the file below the corpus
 */
export function dated(source: string, articles: readonly Article[]): Article[] {
  const fromPath = lastDate(pathDates(source));
  const years = new Set(articles.flatMap((article) => yearOf(stated(article)) ?? []));
  const year = yearOf(fromPath) ?? (years.size === 1 ? [...years][0] : undefined);
  let masthead: string | undefined;
  return articles.map((article) => {
    masthead = whole(mastheadDay(article)) ?? masthead;
    const when =
      article.when ??
      stated(article) ??
      lastLine(article) ??
      masthead ??
      finer(fromPath, headOf(article, yearOf(masthead) ?? year));
    return when === undefined ? article : { ...article, when };
  });
}

/** The path's date, but that of the text where it is a day of the year or month that the path tells, or the path tells none. */
function finer(fromPath: string | undefined, own: string | undefined): string | undefined {
  return fromPath === undefined || own?.startsWith(fromPath) ? own : fromPath;
}

/** The date of the article's own `date`. */
function stated({ date }: Article): string | undefined {
  if (date === undefined) return undefined;
  const text = fold(date).trim();
  if (/^\d{4}$/.test(text) && isDay(Number(text))) return text;
  return dayOfTimestamp(date) ?? whole(findDates(text)[0]?.value) ?? latinDate(text);
}

/** `Sun, 08 Mar 2026 10:00:00 GMT`, `March 8, 2026`. */
function latinDate(text: string): string | undefined {
  const match = LATIN_DATE.exec(text);
  if (!match) return undefined;
  const [, day = match[5], name = match[4], year = match[6]] = match;
  const month = LATIN_MONTHS.indexOf(name as string) + 1;
  if (!isDay(Number(year), month, Number(day))) return undefined;
  return writeDate(findDates(`${year}-${month}-${day}`)[0]?.value as DateValue);
}

/**
 * The last line, where it is a date alone: that of an official paper. One that tells when it was printed yields to that above
 * it.
 */
function lastLine({ text, blocks }: Article): string | undefined {
  if (blocks.length < 2) return undefined;
  let printed: string | undefined;
  for (const { start, end } of blocks.slice(-LAST_BLOCKS).reverse()) {
    const block = fold(text.slice(start, end)).trim().replace(BLANKS, ' ');
    const below = BELOW_SIGNATURE.test(block);
    const line = (block.split('\n').at(-1) ?? '').trim();
    const when = (below ? PRINTED.test(line) : block.length <= LAST_UNITS) ? signedOn(line) : undefined;
    if (when !== undefined && !PRINTED.test(line)) return when;
    if (when === undefined && !below) break;
    printed ??= when;
  }
  return printed;
}

/** The day of a folded line that ends with it and has nothing before it but who signs. */
function signedOn(signature: string): string | undefined {
  const line = signature.replace(/(?:印发|公布|发布)$/u, '').trimEnd();
  const [found, another] = findDates(line);
  if (!found || another || found.value.precision !== 'day' || found.end !== line.length) return undefined;
  return /^[\p{Script=Han}\s()（）]*$/u.test(line.slice(0, found.start)) ? whole(found.value) : undefined;
}

/** A date in the title, that alone on the line below it, that of the dateline, or when the meeting was whose minutes it is. */
function headOf(article: Article, year: number | undefined): string | undefined {
  const titled = whole(findDates(fold(article.title))[0]?.value);
  if (titled?.length === 10) return titled;
  const head = fold(article.text.slice(0, HEAD_UNITS));
  return belowTitle(article, head) ?? datelineOf(head, year) ?? minutesOf(head, article.title, year);
}

/**
 * The day on the line below the headline, where nothing but who issued it stands there, and no other such line follows, as one does
 * in a chronicle.
 */
function belowTitle({ title, text, blocks }: Article, head: string): string | undefined {
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0]?.trim() === fold(title).trim() ? lines[1] : lines[0];
  const when = first === undefined ? undefined : dayAlone(first);
  if (when === undefined) return undefined;
  const days = blocks
    .flatMap(({ start, end }) => text.slice(start, end).split('\n'))
    .filter((line) => line.length <= LAST_UNITS && dayAlone(fold(line)) !== undefined);
  return days.length === 1 ? when : undefined;
}

/** The day of a folded line that is one and nothing else: 2024年6月30日, （2024年6月30日）, 1987年3月5日市人民政府发布. */
function dayAlone(line: string): string | undefined {
  const [found, another] = line.length > LAST_UNITS ? [] : findDates(line);
  if (!found || another || found.value.precision !== 'day') return undefined;
  const rest = line.slice(0, found.start) + line.slice(found.end);
  return ISSUED.test(rest) ? whole(found.value) : undefined;
}

function datelineOf(head: string, year: number | undefined): string | undefined {
  const line = DATELINE.exec(head);
  if (!line) return undefined;
  // Just before 日电, or right behind the reporter's name.
  const near = findDates(head).find(
    ({ start, end }) => end >= line.index && start <= line.index + line[0].length + 2,
  );
  return whole(near?.value, year);
}

/** The day in the line 时间：2026年10月9日晚7点半 of minutes; that of a notice is a day to come. */
function minutesOf(head: string, title: string, year: number | undefined): string | undefined {
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  if (![fold(title), ...lines.slice(0, 2)].some((line) => MINUTES.test(line.trim()))) return undefined;
  const time = lines.slice(0, TIME_LINES).find((line) => MEETING_TIME.test(line.trim()));
  return time === undefined ? undefined : whole(findDates(time)[0]?.value, year);
}

/** An ISO date of a whole year, month or day; `undefined` for anything else. */
function whole(value: DateValue | undefined, year?: number): string | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'range') {
    const when = writeDate(value);
    return when.includes('/') ? undefined : when;
  }
  if (year === undefined || value.precision !== 'day' || value.from !== value.to) return undefined;
  const [month, day] = value.from.split('-').map(Number);
  return isDay(year, month, day) ? `${year}-${value.from}` : undefined;
}

/** The dates of a path: 2026/03/08/, 2026-03-08-title.md, 20260308.txt, 2026年3月/8日/, 2026/. The later one tells more. */
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

function lastDate(values: readonly DateValue[]): string | undefined {
  return values
    .flatMap((value) => whole(value) ?? [])
    .reduce<string | undefined>((best, when) => (best && best.length > when.length ? best : when), undefined);
}

function yearOf(when: string | undefined): number | undefined {
  return when === undefined ? undefined : partsOf(when)[0];
}
