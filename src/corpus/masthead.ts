import type { DateValue } from '../language/dates.js';
import { findDates, writeDate } from '../language/dates.js';
import { fold } from '../language/fold.js';
import type { Range } from '../language/range.js';

/** What the masthead of a paper or magazine states. */
export interface Masthead {
  /** As it is written, without title marks. */
  readonly publication?: string;
  /** As it is written: 第3版. */
  readonly page?: string;
  /** The day, month or year, ISO 8601. */
  readonly when: string;
}

/** A longer line is none; UTF-16 units. */
export const MASTHEAD_UNITS = 80;
/** No line without it has a year. */
const YEAR = /年|\p{Nd}{4}/u;
const NUMBER = String.raw`(?:\d{1,3}|[一二三四五六七八九十]{1,3})`;
/** 农历正月二十, 丙午年正月二十: its months and years are none of ours. */
const LUNAR =
  /(?:(?:农历|夏历)(?:\p{Script=Han}{2}年)?|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)闰?[正一二三四五六七八九十冬腊]{1,2}月[初一二三四五六七八九十廿]{1,3}/gu;
/** 2026年3月号, 2026年3月刊. */
const OF_MONTH = /(?<=[\d一二三四五六七八九十]月)[号刊](?!\p{Script=Han})/gu;
const WEEKDAY = /(?:星期|周)[一二三四五六日天](?![报刊])/gu;
/** 今日8版: how many pages there are. */
const PAGES = new RegExp(String.raw`(?:今日|本期|共)\s?${NUMBER}\s?版`, 'gu');
const PAGE = new RegExp(String.raw`第?\s?(?:[a-d]\d{1,3}|${NUMBER})\s?版`, 'gu');
/** A5, which beside a weekday is no size of paper. */
const BARE_PAGE = /(?<![\p{L}\d])[a-d]\d{1,2}(?![\p{L}\d])/gu;
/** What a page is about, behind its number: 第6版·海洋与渔业. */
const ABOUT = /(?<=版\s?[·:：]\s?)\p{Script=Han}{2,10}(?!\p{Script=Han})/gu;
const ISSUE = /[总第]{1,2}\s?(?:\d{1,6}|[一二三四五六七八九十百]{1,5})\s?期|总第?\s?\d{1,6}\s?号/gu;
/** The name of a paper or magazine; one without such an ending has title marks. */
const NAME =
  /《[^《》]{2,20}》|(?<!\p{Script=Han})\p{Script=Han}{1,10}(?:[报刊]|快讯|简讯|通讯|文艺|文学|杂志|文摘)(?!\p{Script=Han})/gu;
/** What ends like such a name and is something else, where it has no title marks. */
const NO_PAPER = /(?:[海情预通捷喜年战举播财警电]|.申|(?<!文)汇)报$|^(?:原?载|转自|摘自|引自|来自|见)/u;
/** What no name has: it tells of a paper. */
const TELLS = /[刊荣]登|登上|报道|获|[的是被]|.了/u;
/** A part of a paper that has a name of its own. */
const SECTION = /[副专特增]刊$/u;
/** Names that need no more than a day beside them. */
const DAILY = /(?:[日晚早晨午商时校]|都市|青年)报$/u;
/** What else stands in a masthead: what its page is about, who edited it, numbers, what separates. */
const OTHERS = [
  /(?<!\p{Script=Han})(?:要闻|头版|综合|时政|本地|国内|国际|社会|民生|经济|文化|教育|体育|娱乐|财经|地方|港闻|两岸|健康|科技|法治|理论|评论|专题|专版|广告|公告|新闻|生活|旅游){1,3}(?!\p{Script=Han})/gu,
  /(?:本版|值班|执行)?(?:责任?编辑?|编辑|校对|版式|美编|组版|主编|总编辑?)[:：]?\s?\p{Script=Han}{2,3}(?!\p{Script=Han})/gu,
  /(?:零售价?|每份|定价|售价)[:：]?\s?\d{1,3}(?:\.\d{1,2})?\s?元/gu,
  /国内统一.*$/gu,
  /第?\s?\d{1,6}\s?[期号]/gu,
  /[\s·|｜/—–()（）:：,，、-]/gu,
];

/**
 * What a line states that is a masthead and nothing else: `青石晚报 2026年3月8日 星期日 第3版`, `《柳河文艺》2026年第3期`;
 * `undefined` of any other line.
 * @param text a line, or neighbouring ones
 */
export function mastheadOf(text: string): Masthead | undefined {
  if (text.length > MASTHEAD_UNITS || !YEAR.test(text)) return undefined;
  const line = unspaced(text);
  const rest = new Rest(line);
  rest.take(LUNAR);
  const isOfMonth = rest.take(OF_MONTH).length > 0;
  const when = rest.takeDate();
  if (when === undefined) return undefined;
  const hasWeekday = rest.take(WEEKDAY).length > 0;
  const hasPages = rest.take(PAGES).length > 0;
  rest.take(ABOUT);
  const pages = [...rest.take(PAGE), ...(hasWeekday ? rest.take(BARE_PAGE) : [])];
  const hasIssue = rest.take(ISSUE).length > 0;
  const written = rest.take(NAME).map((range) => textAt(line, range));
  if (!rest.isUnderstood() || written.some(isNoName)) return undefined;
  const names = written.map((name) => name.replace(/[《》]/gu, ''));
  const papers = [...new Set(names.filter((name) => !SECTION.test(name)))];
  const [publication] = papers;
  const name = fold(publication ?? '');
  const isPaper = name.endsWith('报');
  const hasPage = pages.length > 0 && (isPaper || name === '');
  const isTelling = {
    day: hasWeekday || hasPages || hasPage || hasIssue || (DAILY.test(name) && !text.includes('\n')),
    month: name !== '' && (isOfMonth || hasIssue || hasPage),
    year: name !== '' && hasIssue,
  }[precisionOf(when)];
  if (papers.length > 1 || !isTelling) return undefined;
  // Of anything but a paper it is an edition.
  const isOnPage = pages.length === 1 && (isPaper || (hasWeekday && name === ''));
  return {
    when,
    ...(publication !== undefined && { publication }),
    ...(isOnPage && { page: textAt(line, pages[0]!) }),
  };
}

/** The page that a line below a masthead names and nothing else: `第2版：要闻`. */
export function pageOf(text: string): string | undefined {
  if (text.length > MASTHEAD_UNITS) return undefined;
  const rest = new Rest(text);
  const [page, another] = rest.take(PAGE);
  return page && !another && rest.isUnderstood() ? textAt(text, page) : undefined;
}

/** A name that is set wide (柳 河 日 报) as it is called. */
function unspaced(text: string): string {
  return text.replace(/(?<!\S)\p{Script=Han}(?:[ \u3000]\p{Script=Han}){2,}(?!\S)/gu, (name) =>
    name.replace(/[ \u3000]/gu, ''),
  );
}

/** Whether what was written in the place of a name is something else. */
function isNoName(written: string): boolean {
  const name = fold(written);
  return TELLS.test(name) || NO_PAPER.test(name);
}

/** A line of which what is understood is taken out step by step. */
class Rest {
  #text: string;

  constructor(text: string) {
    this.#text = fold(text);
  }

  /** Takes out all that is of a form, and gives where it stood. */
  take(form: RegExp): Range[] {
    const found = [...this.#text.matchAll(form)].map(({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
    }));
    this.#blank(found);
    return found;
  }

  /** Takes out the dates, and gives the finest, ISO 8601; `undefined` where they are none of one time. */
  takeDate(): string | undefined {
    const found = findDates(this.#text);
    this.#blank(found);
    const dates = found.map(({ value }) => wholeDate(value));
    const [finest] = dates.toSorted((a = '', b = '') => b.length - a.length);
    return dates.every((date) => date !== undefined && finest?.startsWith(date)) ? finest : undefined;
  }

  /** Takes out what tells nothing, and says whether all is understood then. */
  isUnderstood(): boolean {
    for (const form of OTHERS) this.take(form);
    return this.#text.trim() === '';
  }

  #blank(ranges: readonly Range[]): void {
    for (const { start, end } of ranges)
      this.#text = this.#text.slice(0, start) + ' '.repeat(end - start) + this.#text.slice(end);
  }
}

/** ISO 8601 of a whole day, month or year; `undefined` of any other time. */
function wholeDate(value: DateValue): string | undefined {
  const when = value.kind === 'range' ? writeDate(value) : '/';
  return when.includes('/') ? undefined : when;
}

function precisionOf(when: string): 'day' | 'month' | 'year' {
  if (when.length > 'yyyy-mm'.length) return 'day';
  return when.length > 'yyyy'.length ? 'month' : 'year';
}

function textAt(text: string, { start, end }: Range): string {
  return text.slice(start, end).trim();
}
