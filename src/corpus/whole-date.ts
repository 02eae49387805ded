import { type DateValue, isDay, writeDate } from '../language/dates.js';

/**
 * An ISO date of a whole year, month or day.
 * @param year of a day that has none
 * @returns `undefined` for anything else: a span of days, a day without a year where none is given
 */
export function whole(value: DateValue | undefined, year?: number): string | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'range') {
    const when = writeDate(value);
    return when.includes('/') ? undefined : when;
  }
  if (year === undefined || value.precision !== 'day' || value.from !== value.to) return undefined;
  const [month, day] = value.from.split('-').map(Number);
  return isDay(year, month, day) ? `${year}-${value.from}` : undefined;
}
