import type { Citation } from '../../answering/answer.js';
import type { Locale } from './locale.js';

/** Where in its file something stands: lines, pages, rows or a time; empty where the format knows no places. */
export function citedPlace({ lines, place }: Citation, { citation }: Locale): string {
  if (lines) return citation.lines(...lines);
  if (!place) return '';
  const { unit, first, last } = place;
  switch (unit) {
    case 'page':
      return citation.pages(first, last);
    case 'row':
      return citation.rows(first, last);
    case 'second':
      return clock(first);
  }
}

/**
 * `1:02:05`, `2:05`.
 * @param seconds from the beginning
 */
export function clock(seconds: number): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(Math.floor(seconds) % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
