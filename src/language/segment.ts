import { dictionaryTag, jieba, UNKNOWN_TAG } from './dictionary.js';
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
}

const WORD = /[\p{L}\p{N}]/u;
const isWordUnit = unitClass(WORD);

/**
 * Cuts a text into tokens. nodejieba keeps dictionary words whole but splits digit runs, so numbers and Latin
 * words are found first and blanked out before it sees the text.
 * @param text any text
 */
export function segment(text: string): Token[] {
  return tokens(text, (blanked) => ({ words: jieba().cut(blanked, true) }));
}

/** As `segment`, with parts of speech. */
export function tag(text: string): Token[] {
  return tokens(text, (blanked) => {
    const words = jieba().cut(blanked, true);
    return { words, tags: words.map(tagOf) };
  });
}

/** jieba tells words that its dictionary lacks, but not what they are; many of them are names. */
function tagOf(word: string): string {
  const tag = dictionaryTag(word);
  return tag === UNKNOWN_TAG && looksLikeName(word) ? 'nr' : tag;
}

/** A text in words, one after the other. */
interface Cuts {
  readonly words: readonly string[];
  /** Their parts of speech, where they were asked for. */
  readonly tags?: readonly string[];
}

function tokens(text: string, cut: (blanked: string) => Cuts): Token[] {
  const folded = fold(text);
  const special = specials(folded);
  const blanked = blankOut(folded, special);
  const result: Token[] = [];
  let next = 0;
  let at = 0;
  const { words, tags } = lossless(blanked, cut);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    const start = at;
    at += word.length;
    while (next < special.length && (special[next] as Token).start < at)
      result.push(special[next++] as Token);
    const kind = isWord(word) ? 'word' : 'other';
    if (kind === 'other' && word.trim() === '') continue;
    result.push({ start, end: at, term: word, kind, tag: tags?.[i] ?? '' });
  }
  return result;
}

/** Whether there is a letter or a digit in it. */
function isWord(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    if (isHalf(unit)) return WORD.test(word);
    if (isWordUnit(unit)) return true;
  }
  return false;
}

/** Latin words and numbers in order, not overlapping; a Latin word wins over a number inside it. */
function specials(folded: string): Token[] {
  const found = latinWords(folded).map(
    ({ start, end }): Token => ({ start, end, term: folded.slice(start, end), kind: 'latin', tag: 'eng' }),
  );
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

/** jieba's words, provided that together they are the text again; else its characters one by one. */
function lossless(blanked: string, cut: (blanked: string) => Cuts): Cuts {
  if (blanked === '') return { words: [] };
  const cuts = cut(blanked);
  let length = 0;
  for (const word of cuts.words) length += word.length;
  if (length === blanked.length) return cuts;
  const words = Array.from(blanked);
  return { words, tags: words.map(() => 'x') };
}
