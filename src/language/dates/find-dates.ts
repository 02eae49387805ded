import { readHan } from '../numerals.js';
import {
  type DateValue,
  daysRange,
  isDay,
  isoDay,
  monthsRange,
  partsOf,
  rangeOf,
  yearlyOf,
} from './calendar.js';
import type { FoundDate } from './found-date.js';
import { joined } from './joined.js';
import { RELATIVE, relativeDate, relativeMonth, relativeYear } from './relative.js';

const HAN = '〇○零一二三四五六七八九';
const YEAR = `(?<year>(?<!\\d)\\d{4}|[${HAN}]{4}) ?年度?|(?<republic>(?:中华)?民国(?:元|\\d{1,3}|[${HAN}十百]{1,5}))年|(?<short>(?<![\\d.])\\d{2})年(?=\\d{1,2}月\\d{1,2}[日号])|(?<spokenYear>大前年|前年|去年|今年|本年)`;
const MONTH = `(?<month>(?<!\\d)\\d{1,2}|(?<![${HAN}十])[元正]|(?<![${HAN}十])[${HAN}十]{1,2}) ?月(?![龄嫂薪供租均])份?`;
const SPOKEN_MONTH = '(?<spokenMonth>本月|这个月|上上个?月|上个?月)份?';
const DAY = ` ?(?<day>\\d{1,2}|[${HAN}十廿卅]{1,3}) ?[日号]`;
const DAY_PART = '(?<third>[上中下])旬';
const YEAR_PART = '(?<season>[春夏秋冬])[天季]?|(?<half>[上下])半年|第?(?<quarter>[一二三四1-4])季度';
/** A dash, or a word for it, and the last day, with its month where it is another. */
const UNTIL = `(?:\\s?[-~—–至到]{1,2}\\s?(?:(?<lastMonth>\\d{1,2}|[${HAN}十]{1,2})月)?(?<lastDay>\\d{1,2}|[${HAN}十廿卅]{1,3})[日号])?`;
const LUNAR = '(?<![农阴旧夏]历)';

const PLAIN = new RegExp(
  [
    String.raw`(?<![\d.])(?<isoYear>[12]\d{3})(?<dash>[-/.])(?<isoMonth>\d{1,2})\k<dash>(?<isoDay>\d{1,2})(?!\.?\d)`,
    String.raw`(?<![\d.])(?<runYear>(?:19|20)\d\d)(?<runMonth>0[1-9]|1[0-2])(?<runDay>[0-3]\d)(?!\d)`,
    String.raw`(?<![\d./-])(?<ymYear>(?:1[89]|20)\d\d)[-/.](?<ymMonth>0[1-9]|1[0-2])(?![\d./-])`,
    String.raw`(?<![\d-])(?<fromYear>(?:1[89]|20)\d\d)年?\s?[-~—–至到]{1,2}\s?(?<toYear>(?:1[89]|20)\d\d)年`,
    String.raw`(?<decade>(?:1[89]|20)\d0|(?<!\d)[2-9]0|[二三四五六七八九]十)年代`,
    RELATIVE,
    `${LUNAR}(?:(?:${YEAR})[的 ]?(?:${MONTH}(?:${DAY}${UNTIL}|${DAY_PART})?|${YEAR_PART})?|${SPOKEN_MONTH}的?(?:${DAY}|${DAY_PART})?|${MONTH}(?:${DAY}${UNTIL})?)`,
  ]
    .map((form) => `(?:${form})`)
    .join('|')
    // Names may stand once only: those of the second and third way to a day or month are numbered.
    .replace(/\(\?<(month|day|third|lastMonth|lastDay)>/g, numbering()),
  'g',
);

/** Gives each further group of a name a number: `day`, `day2`, `day3`. */
function numbering(): (group: string, name: string) => string {
  const seen = new Map<string, number>();
  return (_, name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `(?<${name}${count === 1 ? '' : count}>`;
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * Finds the dates of a text, in order, not overlapping. What the calendar does not have (2月30日) is no date, nor is a date of
 * the lunar calendar.
 * @param folded a folded text
 * @param today ISO day that 今天, 上个月 and the like count from; without it they are passed over
 */
export function findDates(folded: string, today?: string): FoundDate[] {
  return joined(folded, findSingleDates(folded, today));
}

/** The same, but the first and the last day of a stretch are two: a text that tells of it speaks of both. */
export function findSingleDates(folded: string, today?: string): FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of folded.matchAll(PLAIN)) {
    const value = dateIn(match.groups as Groups, today);
    if (value) found.push({ start: match.index, end: match.index + match[0].length, value });
  }
  return found;
}

function dateIn(groups: Groups, today: string | undefined): DateValue | undefined {
  const { isoYear, runYear, ymYear, fromYear, toYear, decade, relative } = groups;
  if (isoYear) return dateOf(Number(isoYear), Number(groups.isoMonth), Number(groups.isoDay));
  if (runYear) return dateOf(Number(runYear), Number(groups.runMonth), Number(groups.runDay));
  if (ymYear) return dateOf(Number(ymYear), Number(groups.ymMonth));
  if (fromYear && toYear && fromYear <= toYear)
    return { ...rangeOf(Number(fromYear)), to: isoDay(Number(toYear), 12, 31) };
  if (decade) return decadeOf(decade);
  if (relative) return today === undefined ? undefined : relativeDate(groups, today);
  return spelledOut(groups, today);
}

/** Year, month and day, or what of them is told. */
function spelledOut(groups: Groups, today: string | undefined): DateValue | undefined {
  const day = numberIn(groups.day ?? groups.day2 ?? groups.day3);
  const third = groups.third ?? groups.third2;
  if (groups.spokenMonth) {
    if (today === undefined) return undefined;
    const [year, month] = partsOf(relativeMonth(groups.spokenMonth, today));
    return within(year, month, day, third);
  }
  const month = numberIn(groups.month ?? groups.month2);
  if ((groups.month ?? groups.month2) !== undefined && month === undefined) return undefined;
  const last = lastOf(groups, month);
  const year = yearIn(groups, today);
  if (year === undefined) return hasYear(groups) ? undefined : yearly(month, day, last);
  if (month === undefined) return partOfYear(groups, year);
  const first = within(year, month, day, third);
  if (!last || !first || !isDay(year, last.month, last.day)) return first;
  const to = isoDay(year, last.month, last.day);
  return first.from <= to ? daysRange(first.from, to) : first;
}

interface MonthDay {
  readonly month: number;
  readonly day: number;
}

function lastOf(groups: Groups, month: number | undefined): MonthDay | undefined {
  const day = numberIn(groups.lastDay ?? groups.lastDay2);
  const last = numberIn(groups.lastMonth ?? groups.lastMonth2) ?? month;
  return day === undefined || last === undefined ? undefined : { month: last, day };
}

function yearly(
  month: number | undefined,
  day: number | undefined,
  last: MonthDay | undefined,
): DateValue | undefined {
  // In a leap year, which has every day.
  if (month === undefined || !isDay(2000, month, day)) return undefined;
  const first = yearlyOf(month, day);
  if (!last || !isDay(2000, last.month, last.day)) return first;
  const { to } = yearlyOf(last.month, last.day);
  return first.from <= to ? { ...first, to } : first;
}

function hasYear({ year, republic, short, spokenYear }: Groups): boolean {
  return (year ?? republic ?? short ?? spokenYear) !== undefined;
}

/** The first year of the Republic is 1912. */
const BEFORE_REPUBLIC = 1911;
/** Two digits from here on are years of the century before. */
const LAST_CENTURY = 70;

function yearIn(
  { year, republic, short, spokenYear }: Groups,
  today: string | undefined,
): number | undefined {
  if (year) return Number(readHanOr(year));
  if (republic) {
    const count = republic.replace(/^(?:中华)?民国/u, '');
    return BEFORE_REPUBLIC + (count === '元' ? 1 : Number(readHanOr(count)));
  }
  if (short) return Number(short) + (Number(short) >= LAST_CENTURY ? 1900 : 2000);
  return spokenYear && today !== undefined ? relativeYear(spokenYear, today) : undefined;
}

const SEASONS: Readonly<Record<string, number>> = { 春: 3, 夏: 6, 秋: 9 };

function partOfYear({ season, half, quarter }: Groups, year: number): DateValue | undefined {
  if (!isDay(year)) return undefined;
  if (season === '冬') return { ...monthsRange(year, 12, 12), to: rangeOf(year + 1, 2).to };
  const first = season && SEASONS[season];
  if (first) return monthsRange(year, first, first + 2);
  if (half) return half === '上' ? monthsRange(year, 1, 6) : monthsRange(year, 7, 12);
  if (quarter) {
    const number = Number(readHanOr(quarter));
    return monthsRange(year, number * 3 - 2, number * 3);
  }
  return rangeOf(year);
}

/** A month, a day of it or a third. */
function within(year: number, month: number, day?: number, third?: string): DateValue | undefined {
  if (third === undefined) return dateOf(year, month, day);
  const whole = dateOf(year, month);
  if (whole?.kind !== 'range') return undefined;
  const at = (number: number): string => isoDay(year, month, number);
  if (third === '上') return daysRange(at(1), at(10));
  return third === '中' ? daysRange(at(11), at(20)) : daysRange(at(21), whole.to);
}

function dateOf(year: number, month: number, day?: number): DateValue | undefined {
  return isDay(year, month, day) ? rangeOf(year, month, day) : undefined;
}

function decadeOf(decade: string): DateValue {
  const number = Number(readHanOr(decade));
  const first = number < 100 ? 1900 + number : number;
  return { ...rangeOf(first), to: isoDay(first + 9, 12, 31) };
}

function readHanOr(numeral: string): string {
  return /^\d/.test(numeral) ? numeral : (readHan(numeral) ?? 'NaN');
}

/** A month or day. Two digits side by side are a guess (七八月), no number. */
function numberIn(numeral: string | undefined): number | undefined {
  if (numeral === undefined) return undefined;
  if (numeral === '元' || numeral === '正') return 1;
  const plain = numeral.replace('廿', '二十').replace('卅', '三十');
  if (/^[〇○零一二三四五六七八九]{2,}$/u.test(plain)) return undefined;
  const number = Number(readHanOr(plain));
  return Number.isInteger(number) ? number : undefined;
}
