import type { DateValue } from '../language/dates.js';
import { findDates } from '../language/dates.js';
import { fold } from '../language/fold.js';
import type { Article } from './article.js';

/** A masthead is among so many first blocks of what was read as an article. */
const FIRST_BLOCKS = 3;
/** A longer line is none; UTF-16 units. */
const MOST_UNITS = 80;
/** What only a masthead has beside the day. */
const TELLING =
  /星期[一二三四五六日天]|第?\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?版|第\s?\d{1,6}\s?期/u;
/** All that a masthead consists of beside its day: names of papers, numbers of pages and issues, other calendars. */
const PARTS =
  /\p{Script=Han}{1,10}(?:报|刊|周刊|月刊|快讯)|星期[一二三四五六日天]|(?:农历|夏历)?(?:\p{Script=Han}{2}年)?[正一二三四五六七八九十冬腊]{1,2}月[初一二三四五六七八九十廿]{1,3}|(?:本版)?责任?编辑?[:：]?\s?\p{Script=Han}{2,3}|[第总共今日]{0,3}\s?(?:\d{1,6}|[一二三四五六七八九十百]{1,3})\s?[版期号]|国内统一.*$|[\s·|｜/—–()（）:：,，、-]/gu;

/**
 * The day that a paper's masthead states (`青石晚报 2026年3月8日 星期日 第3版`), where an article begins with one; it holds for
 * what stands beneath it, too.
 */
export function mastheadDay({ text, blocks }: Article): DateValue | undefined {
  for (const { start, end } of blocks.slice(0, FIRST_BLOCKS)) {
    const day = end - start > MOST_UNITS ? undefined : dayOfMasthead(text.slice(start, end));
    if (day) return day;
  }
  return undefined;
}

/** The day that a line states which is a masthead and nothing else; `undefined` of any other line. */
export function dayOfMasthead(text: string): DateValue | undefined {
  if (text.length > MOST_UNITS) return undefined;
  const line = fold(text);
  const [found, another] = findDates(line);
  if (!found || another || found.value.kind !== 'range' || found.value.precision !== 'day') return undefined;
  const rest = `${line.slice(0, found.start)} ${line.slice(found.end)}`;
  return TELLING.test(rest) && rest.replace(PARTS, '') === '' ? found.value : undefined;
}
