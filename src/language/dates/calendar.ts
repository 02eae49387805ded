/** How exactly a date is told. */
export type DatePrecision = 'year' | 'month' | 'day';

/** A stretch of whole days, first and last included, as ISO 8601 has them (`2026-03-08`). */
export interface DateRange {
  readonly kind: 'range';
  readonly from: string;
  readonly to: string;
  /** Of what it is told by: a week is told by days, a season by months. */
  readonly precision: DatePrecision;
}

/** A stretch of days of whatever year, `MM-DD` each. */
export interface YearlyRange {
  readonly kind: 'yearly';
  readonly from: string;
  readonly to: string;
  readonly precision: Exclude<DatePrecision, 'year'>;
}

export type DateValue = DateRange | YearlyRange;

const MONTHS = 12;

/** Whether the calendar has such a day; of a month or year its first is looked for. */
export function isDay(year: number, month = 1, day = 1): boolean {
  if (year < 1 || month < 1 || month > MONTHS || day < 1) return false;
  return day <= lastDay(year, month);
}

/** How many days a month has. */
export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A day as ISO 8601 has it. */
export function isoDay(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The day so many days later; earlier where negative. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day so many months before, or the last of that month. */
export function monthsBefore(day: string, months: number): string {
  const [year, month, date] = partsOf(day);
  const count = year * MONTHS + month - 1 - months;
  const [y, m] = [Math.floor(count / MONTHS), (count % MONTHS) + 1];
  return isoDay(y, m, Math.min(date, lastDay(y, m)));
}

/** Year, month and day of an ISO day. */
export function partsOf(day: string): [year: number, month: number, day: number] {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

/** Day of the week, 1 (Monday) to 7. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** A whole year, month or day. */
export function rangeOf(year: number, month?: number, day?: number): DateRange {
  if (month === undefined)
    return { kind: 'range', from: isoDay(year, 1, 1), to: isoDay(year, 12, 31), precision: 'year' };
  if (day === undefined) return monthsRange(year, month, month);
  return daysRange(isoDay(year, month, day), isoDay(year, month, day));
}

/** From the first day of a month to the last of another of the same year. */
export function monthsRange(year: number, first: number, last: number): DateRange {
  const to = isoDay(year, last, lastDay(year, last));
  return { kind: 'range', from: isoDay(year, first, 1), to, precision: 'month' };
}

/** From a day to another. */
export function daysRange(from: string, to: string): DateRange {
  return { kind: 'range', from, to, precision: 'day' };
}

/** A month, or a day, of every year; 29 February counts as one. */
export function yearlyOf(month: number, day?: number): YearlyRange {
  if (day !== undefined) {
    const at = `${two(month)}-${two(day)}`;
    return { kind: 'yearly', from: at, to: at, precision: 'day' };
  }
  return {
    kind: 'yearly',
    from: `${two(month)}-01`,
    to: `${two(month)}-${lastDay(2000, month)}`,
    precision: 'month',
  };
}

/**
 * The days that an ISO date of reduced precision stands for.
 * @param when `2026-03-08`, `2026-03` or `2026`
 */
export function spanOf(when: string): DateRange {
  const [year = 1, month, day] = when.split('-').map(Number);
  return rangeOf(year, month, day);
}

/** Whether something of the one date may be something of the other. */
export function overlaps(value: DateValue, when: string): boolean {
  const { from, to } = spanOf(when);
  if (value.kind === 'range') return from <= value.to && value.from <= to;
  // A bare year tells nothing of its days.
  if (when.length <= 4) return false;
  return from.slice(5) <= value.to && value.from <= to.slice(5);
}

/** A date in ISO 8601: `2026-03-08`, `2026-03`, `2026`, `2026-06-01/2026-08-31`; of every year `--03-08`, `--03`. */
export function writeDate(value: DateValue): string {
  if (value.kind === 'yearly') {
    if (value.precision === 'month') {
      const [first, last] = [value.from.slice(0, 2), value.to.slice(0, 2)];
      return first === last ? `--${first}` : `--${first}/--${last}`;
    }
    return value.from === value.to ? `--${value.from}` : `--${value.from}/--${value.to}`;
  }
  const { from, to } = value;
  if (from === to) return from;
  for (const when of [from.slice(0, 4), from.slice(0, 7)]) {
    const whole = spanOf(when);
    if (whole.from === from && whole.to === to) return when;
  }
  return `${from}/${to}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
