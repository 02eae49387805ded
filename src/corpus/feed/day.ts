const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** RFC 822, as RSS has it: `Sun, 02 Jun 2024 09:30:00 +0800`. */
const RFC822 = /^(?:[a-z]{3,9},?\s{1,9})?(\d{1,2})\s{1,9}([a-z]{3})[a-z]{0,6}\s{1,9}(\d{4})(?:\s|$)/i;

/** The day of a feed's time, in the zone in which it is stated, as ISO 8601 has it; anything else unchanged. */
export function dayOf(date: string): string {
  const stated = date.trim();
  const [, day = '', name = '', year = ''] = RFC822.exec(stated) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  if (month > 0) return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}(?=[T\s])/.exec(stated)?.[0] ?? stated;
}
