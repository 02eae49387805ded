import type { ReadingWording } from './reading.js';

/** Two dates with a word between them, or the one where they are the same. */
export function span(first: string, last: string, to: string): string {
  return first === last ? first : `${first}${to}${last}`;
}

/**
 * The first and last of some days, as readers write them.
 * @param dates as ISO 8601 has them
 */
export function days(
  { first, last }: { readonly first: string; readonly last: string },
  { date }: Pick<ReadingWording, 'date'>,
  to: string,
): string {
  return span(date(first), date(last), to);
}
