import type { DateValue } from '../language/dates.js';
import { findDates, isDay, partsOf, writeDate } from '../language/dates.js';
import { fold } from '../language/fold.js';
import type { Article } from './article.js';
import { bylineOfLine } from './page/bylines.js';
import { isDashed } from './page/forms.js';
import { dateOfPath } from './path-date.js';
import { dayOfTimestamp } from './timestamp.js';
import { underMastheads } from './under-masthead.js';
import { whole } from './whole-date.js';

/** How far into an article a dateline is looked for, in UTF-16 units. */
const HEAD_UNITS = 200;
/** A longer last block is no signature; UTF-16 units. */
const LAST_UNITS = 40;
/** A longer line is none that has little but a day; UTF-16 units. */
const LINE_UNITS = 60;
/** How many of the last blocks are looked at, and what official papers have below their date. */
const LAST_BLOCKS = 8;
const BELOW_SIGNATURE = /^[（(]?(?:此件|附件|抄送|抄报|主送|分送|联系人|主题词|信息公开)/u;
/** 2026年11月19日印发: when a paper was printed, not when it was signed. */
const PRINTED = /印发$/u;
const BLANKS = /[^\S\n]+/gu;
/** A head without it has no dateline. */
const REPORTED = /[日号]\s?(?:专?电|讯|消息)/u;
/** What stands before and behind the day of a dateline: 本报青石3月8日讯, 新华社北京3月8日电. */
const BEFORE_REPORT = /(?:^|\n)[\s(（]*(?:据\s?)?\p{Script=Han}{0,12}[报社网台][^\d\n，。、,]{0,12}$/u;
const BEHIND_REPORT = /^\s?(?:专?电|讯|消息)(?=[\s(（:：,，。—]|记者|$)/u;
/** What a report begins with that may have its day near by: 本报记者 方晓棠) 3月8日. */
const REPORT = /(?:本报|[社网台]).{0,40}?(?:讯|电|[)）])|\d日电/u;
/** Who stands beside the day on the line below a headline, and where a paper is signed. */
const ISSUER = /^(?:\p{Script=Han}{2,20}(?:发布|公布))?$/u;
const SIGNER = /^[\p{Script=Han}\s]*$/u;
const BEHIND_SIGNED = /^(?:印发|公布|发布)?$/u;
/** What makes a day before which it stands one of something else: 截至2024年6月30日, 建于1962年4月5日. */
const OF_ELSE = /(?:截[至止]|[自从至到于在迄为是]|时间|日期)$/u;
/** What stands beside the day of an article and names nobody: its hour, where it is from, that it was published then. */
const BESIDE_DAY =
  /(?:星期|周)[一二三四五六日天]|\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|来源[:：]\s?[^\s|｜]{2,20}|(?:发布|发表|刊发)(?:时间|日期)[:：]/gu;
/** What tells on a line of the head when the article was last at work: 最后更新：2026-01-15, 公开日期 2026年4月6日. */
const MADE =
  /(?:^|[\s(（|｜·，,])(?:(?:(?:最后|最近)?更新|发布|发表|刊发|公开|发文|印发|成文|编制|填报|填表|制表|整理)(?:时间|日期)|(?:最后|最近)?更新)\s?[:：·|｜]?\s?(?=[\d一二三四五六七八九〇○零])/u;
const MADE_LINES = 5;
const MARGINS = /^[\s()（）|｜·/／,，-]+|[\s()（）|｜·/／,，-]+$/gu;
/** The title of minutes: 村民代表会议记录, 会议纪要（第3期）. */
const MINUTES = /(?:纪要|会议记录)\s?(?:[(（][^()（）]{1,20}[)）])?$/u;
/** The line of minutes that tells when the meeting was, and among how many first lines it is. */
const MEETING_TIME = /^(?:会议)?时间[:：]/u;
const TIME_LINES = 6;
const LATIN_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LATIN_DATE = /\b(\d{1,2}) ([a-z]{3})[a-z]* (\d{4})\b|\b([a-z]{3})[a-z]* (\d{1,2}),? (\d{4})\b/;

/**
 * Dates the articles of one file, and gives them the facts of the mastheads that they stand under: each gets `when`, where its source
 * states a day, month or year. In this order: the date that it states itself, its last line where that is a date and nothing
 * else, as in official papers, the masthead above it, the path of the file, and what its head tells. A later one that is finer
 * goes before one that it lies in. A dateline, or the day alone below the headline, is of the article itself and goes before a mere year
 * or month of the path in any case. A day without a year has the year of the file's other dates; without any it dates nothing.
 * @param source path of the file below the corpus
 */
export function dated(source: string, articles: readonly Article[]): Article[] {
  const fromPath = dateOfPath(source);
  const years = new Set(articles.flatMap((article) => yearOf(stated(article)) ?? []));
  const year = yearOf(fromPath) ?? (years.size === 1 ? [...years][0] : undefined);
  return underMastheads(articles).map(({ article, printed }) => {
    const when =
      article.when ?? stated(article) ?? lastLine(article) ?? ofHead(article, printed, fromPath, year);
    return when === undefined ? article : { ...article, when };
  });
}

/** The date by masthead, path and head of an article. */
function ofHead(
  article: Article,
  printed: string | undefined,
  fromPath: string | undefined,
  fileYear: number | undefined,
): string | undefined {
  const told = printed ?? fromPath;
  // Nothing is finer.
  if (isWholeDay(told)) return told;
  const year = yearOf(printed) ?? fileYear;
  const head = fold(article.text.slice(0, HEAD_UNITS));
  const own =
    belowTitle(article, head) ??
    madeDay(head) ??
    dateline(head, year) ??
    minutesOf(head, article.title, year);
  const places = isWholeDay(fromPath) ? [fromPath, own] : [own, fromPath];
  return finest([printed, ...places, titleDay(article), reportDay(head, year)]);
}

/** The first of several dates, or a later one that is finer and lies in it. */
function finest(dates: readonly (string | undefined)[]): string | undefined {
  return dates.reduce(
    (best, date) => (best === undefined || date?.startsWith(best) ? date : best),
    undefined,
  );
}

function isWholeDay(when: string | undefined): boolean {
  return when?.length === 'yyyy-mm-dd'.length;
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
    const when = (below ? PRINTED.test(line) : block.length <= LAST_UNITS)
      ? dayBeside(line, isSigned)
      : undefined;
    if (when !== undefined && !PRINTED.test(line)) return when;
    if (when === undefined && !below) break;
    printed ??= when;
  }
  return printed;
}

/** The day of a folded line that has one, where what stands before it and behind it on the line will do. */
function dayBeside(line: string, will: (before: string, behind: string) => boolean): string | undefined {
  const [found, another] = line.length > LINE_UNITS ? [] : findDates(line);
  if (!found || another || found.value.precision !== 'day') return undefined;
  const [before, behind] = [line.slice(0, found.start), line.slice(found.end)];
  return will(before.replace(MARGINS, ''), behind.replace(MARGINS, '')) ? whole(found.value) : undefined;
}

function isSigned(before: string, behind: string): boolean {
  return SIGNER.test(before) && !OF_ELSE.test(before) && BEHIND_SIGNED.test(behind);
}

/** Whether a day stands alone, or beside who issued or wrote what is below. */
function isInHead(before: string, behind: string): boolean {
  const rest = `${before} ${behind}`.replace(BESIDE_DAY, ' ').replace(MARGINS, '');
  return ISSUER.test(rest) || bylineOfLine(rest) !== undefined;
}

function titleDay({ title }: Article): string | undefined {
  const day = whole(findDates(fold(title))[0]?.value);
  return isWholeDay(day) ? day : undefined;
}

/**
 * The day on the line below the headline and its subtitle, where nothing but who issued or wrote it stands there, and no other such
 * line follows, as one does in a chronicle.
 */
function belowTitle({ title, text, blocks }: Article, head: string): string | undefined {
  const lines = head.split('\n').filter((line) => line.trim() !== '');
  const [first, ...others] = lines[0]?.trim() === fold(title).trim() ? lines.slice(1) : lines;
  const below = first !== undefined && isDashed(first.trim()) ? others[0] : first;
  const when = below === undefined ? undefined : dayBeside(below, isInHead);
  if (when === undefined) return undefined;
  const days = blocks
    .flatMap(({ start, end }) => text.slice(start, end).split('\n'))
    .filter((line) => line.length <= LINE_UNITS && dayBeside(fold(line), isInHead) !== undefined);
  return days.length === 1 ? when : undefined;
}

/** The day that the head says it was made, published or changed on. */
function madeDay(head: string): string | undefined {
  for (const line of head.split('\n').slice(0, MADE_LINES)) {
    const label = line.length > LINE_UNITS * 2 ? null : MADE.exec(line);
    const behind = label && line.slice(label.index + label[0].length);
    const found = behind ? findDates(behind)[0] : undefined;
    const day = found?.start === 0 ? whole(found.value) : undefined;
    if (day !== undefined) return day;
  }
  return undefined;
}

/** The day in a dateline; one that the running text behind it tells may be that of an event. */
function dateline(head: string, year: number | undefined): string | undefined {
  if (!REPORTED.test(head)) return undefined;
  const found = findDates(head).find(
    ({ start, end }) => BEFORE_REPORT.test(head.slice(0, start)) && BEHIND_REPORT.test(head.slice(end)),
  );
  return whole(found?.value, year);
}

/** The day next to what a report begins with. */
function reportDay(head: string, year: number | undefined): string | undefined {
  const line = REPORT.exec(head);
  if (!line) return undefined;
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

function yearOf(when: string | undefined): number | undefined {
  return when === undefined ? undefined : partsOf(when)[0];
}
