import { fold, unfolded } from '../language/fold.js';
import type { Range } from '../language/range.js';

/**
 * What finds words in whatever spelling folds to the same, with or without blanks between their characters. Texts are searched
 * as they are: folding all of a collection would take longer than anything else.
 */
export function spellingsOf(words: string): RegExp {
  const text = bare(words);
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const classes = units.map((unit) => `[${unfolded(unit).map(escaped).join('')}]`);
  return new RegExp(classes.join('\\s*'), 'g');
}

/**
 * The places of words in a text, not overlapping, in units of the text with its blanks.
 * @param sought as `spellingsOf` gives it
 */
export function placesOf(text: string, sought: RegExp): Range[] {
  return [...text.matchAll(sought)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** A text as exact words are compared: folded, without blanks. */
export function bare(text: string): string {
  return fold(text).replace(/\s+/g, '');
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
