import type { Bilingual } from '../language/bilingual.js';
import type { Fault } from './fault.js';
import { dayOfTimestamp } from './timestamp.js';

/** Year, month and day, or only the first of them, in digits; what stands between them is the same throughout. */
const DIGITS = /^(\d{4})(?:(-|\/|\.)(\d{1,2})(?:\2(\d{1,2}))?|年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?)?$/;
const RUN = /^(\d{4})(\d\d)(\d\d)$/;
/** In Chinese numerals, or by the years of the Republic, as old papers have it. */
const CHINESE =
  /^(?:[〇○零一二三四五六七八九]{4}|(?:中华)?民国(?:[元一二三四五六七八九十]{1,3}|\d{1,3}))年(?:(?:[元正一二三四五六七八九十]{1,2}|\d{1,2})月(?:(?:[初一二三四五六七八九十廿]{1,3}|\d{1,2})[日号])?)?$/;
/** The weekday and the time of the day, which may follow. */
const AFTER_DAY =
  /(?:\s*\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?(?:[T\s]*\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?)?[分秒]?\s*(?:Z|[+-]\d\d:?\d\d)?)?$/;
const FORMS: Bilingual = {
  en: 'Write 2025-10-27, 2025/10/27, 2025.10.27, 20251027 or 2025年10月27日; day and month may be left out.',
  zh: '请写成 2025-10-27、2025/10/27、2025.10.27、20251027 或 2025年10月27日；日和月可以省略。',
};
/** How much is shown of what should be a date, in UTF-16 units. */
const LONGEST_SHOWN = 40;

/** Whether a date that a source states is one: a year, a month or a day that the calendar has. */
export function isDate(stated: string): boolean {
  if (dayOfTimestamp(stated) !== undefined) return true;
  const text = stated.normalize('NFKC').trim().replace(AFTER_DAY, '');
  if (CHINESE.test(text)) return true;
  const run = RUN.exec(text);
  if (run) return isDay(Number(run[1]), Number(run[2]), Number(run[3]));
  const parts = DIGITS.exec(text);
  return (
    parts !== null &&
    isDay(Number(parts[1]), Number(parts[3] ?? parts[5] ?? 1), Number(parts[4] ?? parts[6] ?? 1))
  );
}

/** What to say of a date that is none. It is cited all the same, since the source says so. */
export function noDate(stated: string): Fault {
  return faultOf(stated, 0);
}

/** Notes the dates of a file of many articles, to tell of those that are none in one line. */
export class StrangeDates {
  #first: { readonly date: string; readonly line: number } | undefined;
  #others = 0;

  /** @param date `undefined` where none is stated */
  note(date: string | undefined, line: number): void {
    if (date === undefined || isDate(date)) return;
    if (this.#first) this.#others++;
    else this.#first = { date, line };
  }

  /** What there is to tell, and the line of the first; `undefined` where there is nothing. */
  get fault(): (Fault & { readonly line: number }) | undefined {
    if (!this.#first) return undefined;
    const { date, line } = this.#first;
    return { ...faultOf(date, this.#others), line };
  }
}

/** @param others how many more there are in the file */
function faultOf(stated: string, others: number): Fault {
  const shown = stated.length > LONGEST_SHOWN ? `${stated.slice(0, LONGEST_SHOWN)}…` : stated;
  const more = others === 1 ? 'is another' : `are ${others} others`;
  return {
    problem: {
      en: `The date "${shown}" is not read as one and is cited as it stands${others === 0 ? '' : ` (so ${more} of this file)`}.`,
      zh: `日期“${shown}”认不出，照原样引用${others === 0 ? '' : `（这个文件里还有 ${others} 处）`}。`,
    },
    remedy: FORMS,
  };
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
