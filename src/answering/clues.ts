import type { QuestionAnalysis } from '../language/question.js';
import { bigrams } from '../language/terms.js';

/** A word or bigram of the question, looked for in passages. */
export interface Clue {
  /** Folded. */
  readonly term: string;
  /** Inverse document frequency: what finding it is worth. */
  readonly weight: number;
  /** Whether it is a word, number or Latin word by segmentation; else only a bigram. */
  readonly word: boolean;
  /** Whether it is a pair of neighbouring Han characters (a word of two characters is both). */
  readonly bigram: boolean;
}

/** A question of thousands of characters is judged by its rarest words; no person types more. */
export const MOST_CLUES = 48;

/** The question's words and bigrams, each once, without weights. */
export function clueTerms({ content, folded }: QuestionAnalysis): Omit<Clue, 'weight'>[] {
  const found = new Map<string, { term: string; word: boolean; bigram: boolean }>();
  for (const { term } of content) found.set(term, { term, word: true, bigram: false });
  for (const [start, end] of contentRuns(content)) {
    for (const { term } of bigrams(folded.slice(start, end))) {
      const known = found.get(term);
      if (known) known.bigram = true;
      else found.set(term, { term, word: false, bigram: true });
    }
  }
  return [...found.values()];
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

/**
 * Weighs the clues by how rare they are.
 * @param passages how many passages the index holds
 * @param frequency in how many passages each term occurs
 */
export function weighClues(
  terms: readonly Omit<Clue, 'weight'>[],
  passages: number,
  frequency: ReadonlyMap<string, number>,
): Clue[] {
  const clues = terms.map((clue) => ({
    ...clue,
    weight: inverseFrequency(passages, frequency.get(clue.term) ?? 0),
  }));
  if (clues.length <= MOST_CLUES) return clues;
  return clues.sort((a, b) => b.weight - a.weight).slice(0, MOST_CLUES);
}

/** BM25's inverse document frequency in the form that is never negative (Lucene's). */
function inverseFrequency(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}
