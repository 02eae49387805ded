import { DAY_MS } from '../../keeping/days.js';
import { dayOf } from '../../language/dates.js';

/** Days as those who read the counts count them. */
export interface Calendar {
  now(): Date;
  /** IANA name: `Asia/Shanghai`. */
  readonly timeZone: string;
}

/** The last days up to today, oldest first. */
export function lastDays(count: number, { now, timeZone }: Calendar): string[] {
  // Noon is on the same day whether or not the clocks are changed in between.
  const noon = Date.parse(`${dayOf(now(), timeZone)}T12:00:00Z`);
  return Array.from({ length: count }, (_, ago) =>
    new Date(noon - (count - 1 - ago) * DAY_MS).toISOString().slice(0, 10),
  );
}
