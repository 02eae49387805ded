import type { Range } from '../../language/range.js';
import { concat, type FormattedText, styled } from './formatted-text.js';

/** Leaves room among the 100 entities of a message for the quotation and the links of its citation. */
const MOST_MARKS = 80;

/** What to mark in a text; all ranges are UTF-16 units into it. */
export interface Emphasis {
  /** The question's words. */
  readonly highlights?: readonly Range[];
  /** The stretch judged to be the answer. */
  readonly answer?: Range | undefined;
}

/**
 * Dresses a text: the answer bold, because it is what the eye should find first; the question's words underlined,
 * because Chinese has no italics and any other style (code, spoiler) changes how the text reads. A word that
 * crosses the answer's edge is marked in two parts, since Telegram nests entities and never lets them cross.
 * @param text the text that the ranges belong to, UTF-16 units
 */
export function emphasised(text: string, { highlights = [], answer }: Emphasis): FormattedText {
  const { start, end } =
    answer && answer.end > answer.start ? answer : { start: text.length, end: text.length };
  const words = highlights.slice(0, MOST_MARKS);
  const within = (from: number, to: number): FormattedText => underlined(text, from, to, words);
  return concat(
    within(0, start),
    ...(end > start ? [styled('bold', within(start, end))] : []),
    within(end, text.length),
  );
}

/** `text` from `from` to `to`, with the parts of the words that lie there underlined. */
function underlined(text: string, from: number, to: number, words: readonly Range[]): FormattedText {
  const pieces: (string | FormattedText)[] = [];
  let at = from;
  for (const word of words) {
    const start = Math.max(word.start, at);
    const end = Math.min(word.end, to);
    if (start >= end) continue;
    pieces.push(text.slice(at, start), styled('underline', text.slice(start, end)));
    at = end;
  }
  return concat(...pieces, text.slice(at, to));
}
