import { shorten } from './shorten.js';

/** How many of a question's words a message names, and the longest of them in UTF-16 units. */
const MOST = 6;
const UNITS = 40;

/** Words of a question as a message may name them: a few, none of them long. */
export function named(words: readonly string[]): string[] {
  return words.slice(0, MOST).map((word) => shorten(word, UNITS));
}
