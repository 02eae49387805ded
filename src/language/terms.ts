import { fold } from './fold.js';
import { segment, type Token } from './segment.js';
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

/** Takes terms one by one. */
export interface TermSink {
  /** A word, number or Latin word. */
  word(term: string): void;
  /** Two neighbouring Han characters: what stands between two places of the folded text, in UTF-16 units. */
  bigram(folded: string, start: number, end: number): void;
}

/**
 * The terms that a text is indexed and searched by: its words, numbers and Latin words, and every pair of
 * neighbouring Han characters. Bigrams find what segmentation cut differently in question and text; words tell
 * apart what bigrams confuse.
 * @returns a term for each occurrence, so that frequencies can be counted
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  eachTerm(text, {
    word: (term) => terms.push(term),
    bigram: (folded, start, end) => terms.push(folded.slice(start, end)),
  });
  return terms;
}

/** Hands over the terms of a text, as `termsOf` gives them; no text is made for a bigram. */
export function eachTerm(text: string, sink: TermSink): void {
  for (const token of segment(text)) if (isTerm(token)) sink.word(token.term);
  const folded = fold(text);
  eachBigram(folded, (start, end) => sink.bigram(folded, start, end));
}

/** As `termsOf`, with places. */
export function locatedTerms(text: string, tokens: readonly Token[] = segment(text)): Term[] {
  return [...tokens.filter(isTerm), ...bigrams(fold(text))];
}

/** Every pair of neighbouring Han characters of a folded text. */
export function bigrams(folded: string): Term[] {
  const terms: Term[] = [];
  eachBigram(folded, (start, end) => terms.push({ term: folded.slice(start, end), start, end }));
  return terms;
}

/** A word of two characters is a bigram already and comes from there. */
function isTerm({ kind, term }: Token): boolean {
  if (kind === 'other') return false;
  return kind !== 'word' || !isHan(term) || characters(term) !== 2;
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

function characters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at = after(text, at)) count++;
  return count;
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
