import { fold } from './fold.js';
import { segment, type Token } from './segment.js';

/** Han characters, folded; what bigrams are made of. */
const HAN_RUN = /[\p{Script=Han}々〇]+/gu;

/** A term with its place in the text, UTF-16 units, half-open. Terms overlap. */
export interface Term {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The terms that a text is indexed and searched by: its words, numbers and Latin words, and every pair of
 * neighbouring Han characters. Bigrams find what segmentation cut differently in question and text; words tell
 * apart what bigrams confuse.
 * @returns a term for each occurrence, so that frequencies can be counted
 */
export function termsOf(text: string): string[] {
  return locatedTerms(text).map(({ term }) => term);
}

/** As `termsOf`, with places. */
export function locatedTerms(text: string, tokens: readonly Token[] = segment(text)): Term[] {
  const terms: Term[] = [];
  for (const token of tokens) {
    if (token.kind === 'other') continue;
    // A word of two characters is a bigram already and comes from there.
    if (token.kind === 'word' && isHan(token.term) && characters(token.term) === 2) continue;
    terms.push(token);
  }
  terms.push(...bigrams(fold(text)));
  return terms;
}

/** Every pair of neighbouring Han characters of a folded text. */
export function bigrams(folded: string): Term[] {
  const terms: Term[] = [];
  for (const { 0: run, index } of folded.matchAll(HAN_RUN)) {
    let first = 0;
    let second = after(run, 0);
    while (second < run.length) {
      const end = after(run, second);
      terms.push({ term: run.slice(first, end), start: index + first, end: index + end });
      first = second;
      second = end;
    }
  }
  return terms;
}

/** Where the character at a place ends; rare ones take two UTF-16 units. */
function after(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

function characters(text: string): number {
  return text.length <= 1 ? text.length : Array.from(text).length;
}

/** Whether a text is made of Han characters and nothing else. */
export function isHan(text: string): boolean {
  return /^[\p{Script=Han}々〇]+$/u.test(text);
}
