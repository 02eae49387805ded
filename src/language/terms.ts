import { fold } from './fold.js';
import { eachToken, isWord, segment, type Token } from './segment.js';
import { isHalf, unitClass } from './unit-class.js';

/** Han characters, folded; what bigrams are made of. */
const HAN = /[\p{Script=Han}々〇]/u;
const ALL_HAN = new RegExp(`^${HAN.source}+$`, 'u');
const isHanUnit = unitClass(HAN);

/** A term with its place in the text, UTF-16 units, half-open. Terms overlap. */
export interface Term {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Told of a term: what stands between two places of a folded text, in UTF-16 units. */
export type TakeTerm = (text: string, start: number, end: number) => void;

/**
 * The terms that a text is indexed and searched by: its words, numbers and Latin words, and every pair of
 * neighbouring Han characters. Bigrams find what segmentation cut differently in question and text; words tell
 * apart what bigrams confuse.
 * @returns a term for each occurrence, so that frequencies can be counted
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  eachTerm(text, (source, start, end) => terms.push(source.slice(start, end)));
  return terms;
}

/** Hands over the terms of a text, as `termsOf` gives them; no text is made for most of them. */
export function eachTerm(text: string, take: TakeTerm): void {
  const folded = fold(text);
  eachToken(folded, {
    special: ({ term, parts = [] }) => {
      take(term, 0, term.length);
      for (const part of parts) take(part, 0, part.length);
    },
    plain: (source, start, end) => {
      if (isWord(source, start, end) && !isBigram(source, start, end)) take(source, start, end);
    },
  });
  eachBigram(folded, (start, end) => take(folded, start, end));
}

/** As `termsOf`, with places. */
export function locatedTerms(text: string, tokens: readonly Token[] = segment(text)): Term[] {
  return [...tokens.filter(isTerm), ...bigrams(fold(text))];
}

/**
 * The one term that texts with a word are best found by: the word, or where the index has it in parts only, the pair of
 * characters that stands where it is cut.
 * @param word a folded word of Han characters, at least two
 */
export function tellingTerm(word: string): string {
  const [first, second] = segment(word);
  return first && second && !isBigram(word, 0, word.length)
    ? word.slice(first.end - 1, second.start + 1)
    : word;
}

/** Every pair of neighbouring Han characters of a folded text. */
export function bigrams(folded: string): Term[] {
  const terms: Term[] = [];
  eachBigram(folded, (start, end) => terms.push({ term: folded.slice(start, end), start, end }));
  return terms;
}

function isTerm({ kind, term }: Token): boolean {
  return kind === 'word' ? !isBigram(term, 0, term.length) : kind !== 'other';
}

/** Whether a word is two Han characters, so that it comes as a bigram already. */
function isBigram(text: string, start: number, end: number): boolean {
  if (end - start < 2 || end - start > 4) return false;
  const second = after(text, start);
  return after(text, second) === end && isHan(text.slice(start, end));
}

function eachBigram(folded: string, take: (start: number, end: number) => void): void {
  let first = -1;
  for (let at = 0; at < folded.length; ) {
    const end = after(folded, at);
    const han = end - at === 1 ? isHanUnit(folded.charCodeAt(at)) : HAN.test(folded.slice(at, end));
    if (han && first >= 0) take(first, end);
    first = han ? at : -1;
    at = end;
  }
}

/** Where the character at a place ends; rare ones take two UTF-16 units. */
function after(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

/** Whether a text is made of Han characters and nothing else. */
export function isHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isHalf(unit)) return ALL_HAN.test(text);
    if (!isHanUnit(unit)) return false;
  }
  return text !== '';
}
