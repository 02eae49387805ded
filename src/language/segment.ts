import { codeAt } from './codes.js';
import { cutter, dictionaryTag, UNKNOWN_TAG } from './dictionary.js';
import { fold } from './fold.js';
import { latinWords } from './latin.js';
import { looksLikeName } from './names.js';
import { findNumbers } from './numbers.js';
import { isHalf, unitClass } from './unit-class.js';

export type TokenKind = 'word' | 'number' | 'time' | 'share' | 'latin' | 'other';

/** A word, a number or a sign of a text. Tokens follow one another and cover the text but for blanks. */
export interface Token {
  /** UTF-16 units into the text, half-open. */
  readonly start: number;
  readonly end: number;
  /** Folded; numbers in their canonical spelling. */
  readonly term: string;
  readonly kind: TokenKind;
  /** Part of speech in jieba's scheme (`n`, `nr` person, `ns` place, `v`, …); only from `tag`, '' otherwise. */
  readonly tag: string;
  /** Words that it is made of and found by as well: iphone and 15 of iphone15, where a blank stood between. */
  readonly parts?: readonly string[];
}

const WORD = /[\p{L}\p{N}]/u;
const isWordUnit = unitClass(WORD);

/**
 * Cuts a text into tokens. jieba keeps dictionary words whole but splits digit runs, so numbers and Latin words are
 * found first and blanked out before it sees the text.
 * @param text any text
 */
export function segment(text: string): Token[] {
  return tokens(text, () => '');
}

/** As `segment`, with parts of speech. */
export function tag(text: string): Token[] {
  return tokens(text, tagOf);
}

/** jieba tells words that its dictionary lacks, but not what they are; many of them are names. */
function tagOf(word: string): string {
  const tag = dictionaryTag(word);
  return tag === UNKNOWN_TAG && looksLikeName(word) ? 'nr' : tag;
}

/** Takes tokens one by one, in their order. */
export interface TokenSink {
  /** A number or a Latin word. */
  special(token: Token): void;
  /** Anything else: what stands between two places of the folded text, in UTF-16 units. */
  plain(folded: string, start: number, end: number): void;
}

/** Hands over the tokens of a folded text, blanks among them; no text is made for one. */
export function eachToken(folded: string, sink: TokenSink): void {
  const special = specials(folded);
  const blanked = blankOut(folded, special);
  let next = 0;
  let start = 0;
  cutter().cut(blanked, (end) => {
    while (next < special.length && (special[next] as Token).start < end)
      sink.special(special[next++] as Token);
    sink.plain(blanked, start, end);
    start = end;
  });
}

function tokens(text: string, tagged: (word: string) => string): Token[] {
  const result: Token[] = [];
  eachToken(fold(text), {
    special: (token) => result.push(token),
    plain(folded, start, end) {
      const kind = isWord(folded, start, end) ? 'word' : 'other';
      const term = folded.slice(start, end);
      if (kind === 'other' && term.trim() === '') return;
      result.push({ start, end, term, kind, tag: tagged(term) });
    },
  });
  return result;
}

/** Whether there is a letter or a digit between two places of a text. */
export function isWord(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isHalf(unit)) return WORD.test(text.slice(start, end));
    if (isWordUnit(unit)) return true;
  }
  return false;
}

/** Latin words and numbers in order, not overlapping; a Latin word wins over a number inside it. */
function specials(folded: string): Token[] {
  const found = latinTokens(folded);
  const latin = found.length;
  for (const number of findNumbers(folded)) {
    let clash = false;
    for (let i = 0; i < latin && !clash; i++) {
      const word = found[i] as Token;
      clash = word.start < number.end && number.start < word.end;
    }
    if (!clash) found.push({ ...number, tag: number.kind === 'time' ? 't' : 'm' });
  }
  return latin === 0 || latin === found.length ? found : found.sort((a, b) => a.start - b.start);
}

/** Latin words; those with digits in one spelling, with a number after a blank that belongs to them. */
function latinTokens(folded: string): Token[] {
  const found: Token[] = [];
  for (const { start, end } of latinWords(folded)) {
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const code = codeAt(folded, start);
    const known = { start, kind: 'latin', tag: 'eng' } as const;
    if (!code || code.end < end) found.push({ ...known, end, term: folded.slice(start, end) });
    else if (code.parts.length === 0) found.push({ ...known, end: code.end, term: code.term });
    else {
      const parts = code.parts.map((part) => folded.slice(part.start, part.end));
      found.push({ ...known, end: code.end, term: code.term, parts });
    }
  }
  return found;
}

/** Control characters, and what is a token already, become blanks, which jieba cuts at. */
function blankOut(folded: string, special: readonly Token[]): string {
  let blanked = '';
  let at = 0;
  for (const { start, end } of special) {
    blanked += folded.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return (blanked + folded.slice(at)).replace(/[\p{Cc}\p{Cs}]/gu, ' ');
}
