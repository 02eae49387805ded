import { type DateValue, daysRange, monthsRange, partsOf, yearlyOf } from './calendar.js';
import type { FoundDate } from './found-date.js';

/** What stands between the first and the last day or month of a stretch, and nothing else; the first month may be bare. */
const UNTIL = /^(?:(?<month>\d{1,2}) ?)?[-~—–至到]{1,2} ?$/u;

/**
 * Puts dates together that are the first and the last of one stretch: 2025年12月30日至2026年1月3日, 2026年3月至5月, 2026年3-5月.
 * @param found in order
 */
export function joined(folded: string, found: readonly FoundDate[]): FoundDate[] {
  const dates: FoundDate[] = [];
  for (const date of found) {
    const before = dates.at(-1);
    const between = before && UNTIL.exec(folded.slice(before.end, date.start));
    const value = between && stretchOf(before.value, date.value, between.groups?.month);
    if (!before || !value) dates.push(date);
    else dates.splice(-1, 1, { start: before.start, end: date.end, value });
  }
  return dates;
}

/** @param bare the first month, where the first date is a year alone */
function stretchOf(first: DateValue, last: DateValue, bare: string | undefined): DateValue | undefined {
  if (bare !== undefined) {
    if (first.kind !== 'range' || first.precision !== 'year' || !isMonth(last)) return undefined;
    return monthsOf(partsOf(first.from)[0], Number(bare), monthOf(last));
  }
  if (isMonth(first) && isMonth(last) && last.kind === 'yearly') {
    if (first.kind === 'range') return monthsOf(partsOf(first.from)[0], monthOf(first), monthOf(last));
    return first.from <= last.from ? { ...yearlyOf(monthOf(first)), to: last.to } : undefined;
  }
  const days = first.kind === 'range' && last.kind === 'range' && isOneDay(first) && isOneDay(last);
  return days && first.from <= last.to ? daysRange(first.from, last.to) : undefined;
}

function monthsOf(year: number, first: number, last: number): DateValue | undefined {
  return first >= 1 && first <= last ? monthsRange(year, first, last) : undefined;
}

/** Whether it is one month, of a year or of all. */
function isMonth({ precision, from, to }: DateValue): boolean {
  return precision === 'month' && from.slice(0, -2) === to.slice(0, -2);
}

function monthOf({ from }: DateValue): number {
  return Number(from.slice(-5, -3));
}

function isOneDay({ precision, from, to }: DateValue): boolean {
  return precision === 'day' && from === to;
}
