import { backgroundShare } from '../../language/background.js';
import { codeForms } from '../../language/codes.js';
import { unitsOf } from '../../language/fold.js';
import { numberForms } from '../../language/number-forms.js';
import type { QuestionAnalysis } from '../../language/question.js';
import { SAME_MEANING } from '../../language/same-meaning.js';
import { isAllSound, soundingUnits } from '../../language/sound.js';
import { bigrams, isHan, tellingTerm } from '../../language/terms.js';

/** A word or bigram of the question, looked for in passages. */
export interface QueryTerm {
  /** Folded; numbers in their canonical spelling. */
  readonly term: string;
  /** What to look for in a folded text: the term, other spellings of a number, other words that say the same. */
  readonly forms: readonly string[];
  /** Terms of the index that texts with the other words among the forms are found by. */
  readonly others: readonly string[];
  /** How it sounds, as `soundingUnits` gives it, when all of it sounds; else empty. */
  readonly sounds: Uint16Array;
  /** Inverse document frequency: what finding it is worth. */
  readonly weight: number;
  /** Whether it is a word, number or Latin word by segmentation; else only a bigram. */
  readonly word: boolean;
  /** Whether it is a pair of neighbouring Han characters (a word of two characters is both). */
  readonly bigram: boolean;
}

/** A question of thousands of characters is judged by its rarest words; no person types more. */
export const MOST_QUERY_TERMS = 48;

/** The question's words and bigrams, each once, without weights. */
export function queryTermsOf({ content, folded }: QuestionAnalysis): Omit<QueryTerm, 'weight'>[] {
  const found = new Map<string, Mutable<Omit<QueryTerm, 'weight'>>>();
  for (const { term, kind, parts = [] } of content) {
    const isWord = kind === 'word' || kind === 'latin';
    const forms = isWord ? [...codeForms(term), ...(SAME_MEANING.get(term) ?? [])] : numberForms(term);
    // Of a word that is cut in texts (公租房), the telling pair is in the index and the whole is not.
    const others = kind === 'word' ? forms.map(tellingTerm).filter((other) => other !== term) : [];
    found.set(term, { term, forms, others, sounds: soundsOf(term), word: true, bigram: false });
    for (const part of parts) if (!found.has(part)) found.set(part, partOf(part));
  }
  for (const [start, end] of contentRuns(content)) {
    for (const { term } of bigrams(folded.slice(start, end))) {
      const known = found.get(term);
      if (known) known.bigram = true;
      else
        found.set(term, {
          term,
          forms: [term],
          others: [],
          sounds: soundsOf(term),
          word: false,
          bigram: true,
        });
    }
  }
  return [...found.values()];
}

/** A part of a name with digits: passages are found by it, and what they hold or lack is told by the whole name. */
function partOf(term: string): Omit<QueryTerm, 'weight'> {
  return { term, forms: [term], others: [], sounds: NO_SOUNDS, word: false, bigram: false };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function soundsOf(term: string): Uint16Array {
  const sounds = soundingUnits(unitsOf(term));
  return isAllSound(sounds) ? sounds : NO_SOUNDS;
}

const NO_SOUNDS = new Uint16Array(0);

/** The different Han characters of the content words: what is left of a compound that the source writes otherwise. */
export function contentCharacters({ content }: QuestionAnalysis): string[] {
  const characters = new Set<string>();
  for (const { term, kind } of content) {
    if (kind === 'word') for (const character of term) if (isHan(character)) characters.add(character);
  }
  return [...characters].slice(0, MOST_QUERY_TERMS);
}

/** Stretches of content words that follow one another without a gap. */
function* contentRuns(content: QuestionAnalysis['content']): Generator<[start: number, end: number]> {
  let start = -1;
  let end = -1;
  for (const token of content) {
    if (token.start === end) end = token.end;
    else {
      if (end > start) yield [start, end];
      ({ start, end } = token);
    }
  }
  if (end > start) yield [start, end];
}

/** What is known of Chinese at large counts as much as this many passages of the collection's own. */
const BACKGROUND_PASSAGES = 300;

/**
 * Weighs the query terms by how rare they are, in the collection and in Chinese at large: in a small collection alone,
 * a common word that happens to be absent would look like a rare one.
 * @param passages how many passages the index holds
 * @param frequency in how many passages each term occurs
 */
export function weighQueryTerms(
  terms: readonly Omit<QueryTerm, 'weight'>[],
  passages: number,
  frequency: ReadonlyMap<string, number>,
): QueryTerm[] {
  const all = passages + BACKGROUND_PASSAGES;
  const queryTerms = terms.map((queryTerm) => {
    const share = Math.min(1, sum([queryTerm.term, ...queryTerm.others].map(backgroundShare)));
    const holding = (frequency.get(queryTerm.term) ?? 0) + BACKGROUND_PASSAGES * share;
    return { ...queryTerm, weight: inverseFrequency(all, holding) };
  });
  if (queryTerms.length <= MOST_QUERY_TERMS) return queryTerms;
  return queryTerms.sort((a, b) => b.weight - a.weight).slice(0, MOST_QUERY_TERMS);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** BM25's inverse document frequency in the form that is never negative (Lucene's). */
function inverseFrequency(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}
