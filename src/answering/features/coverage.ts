import type { SequenceFinder } from '../../language/sequence-finder.js';
import type { TermPlaces } from '../retrieving/term-places.js';
import type { AnnotatedClause, AnnotatedPassage } from './annotate.js';

/** Shares (0 to 1) of the query terms' weight. */
export interface Coverage {
  readonly clause: readonly number[];
  readonly sentence: readonly number[];
  /** Of a clause and the one before it, what both hold counted once. */
  withPrevious(clause: number): number;
  /** Of a clause and its neighbours. */
  withBoth(clause: number): number;
}

/** For each query term, the clauses that hold it, in order. */
export function clausesHolding({ clauses }: AnnotatedPassage, { places }: TermPlaces): number[][] {
  return places.map((list) => {
    const holding: number[] = [];
    let c = 0;
    for (const { start } of list) {
      while (c + 1 < clauses.length && (clauses[c] as AnnotatedClause).end <= start) c++;
      if (holding.at(-1) !== c) holding.push(c);
    }
    return holding;
  });
}

/**
 * How much of the query terms' weight each clause holds, and each sentence.
 * @param where for each query term, the clauses that hold it
 * @param weights of the query terms
 */
export function coverageOf(
  { clauses }: AnnotatedPassage,
  where: readonly number[][],
  weights: readonly number[],
): Coverage {
  const all = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const zeros = (): number[] => new Array<number>(clauses.length + 1).fill(0);
  const [clause, sentence] = [zeros(), zeros()];
  // What a clause shares with the one before, and what its two neighbours share, without it and with it.
  const [shared, around, throughout] = [zeros(), zeros(), zeros()];
  where.forEach((list, i) => {
    const weight = (weights[i] as number) / all;
    if (weight === 0) return;
    let counted = -1;
    for (let j = 0; j < list.length; j++) {
      const c = list[j] as number;
      clause[c] = (clause[c] as number) + weight;
      const own = (clauses[c] as AnnotatedClause).sentence;
      if (own !== counted) sentence[own] = (sentence[own] as number) + weight;
      counted = own;
      const previous = list[j - 1] === c - 1;
      if (previous) shared[c] = (shared[c] as number) + weight;
      if (list[previous ? j - 2 : j - 1] !== c - 2) continue;
      around[c - 1] = (around[c - 1] as number) + weight;
      if (previous) throughout[c - 1] = (throughout[c - 1] as number) + weight;
    }
  });
  const of = (list: readonly number[], i: number): number => list[i] ?? 0;
  const withPrevious = (i: number): number => of(clause, i - 1) + of(clause, i) - of(shared, i);
  return {
    clause,
    sentence,
    withPrevious,
    withBoth: (i) =>
      withPrevious(i) + of(clause, i + 1) - of(shared, i + 1) - of(around, i) + of(throughout, i),
  };
}

/** The share (0 to 1) of the characters that each clause holds, and each sentence. */
export function charactersHeld(
  { clauses, units }: AnnotatedPassage,
  characters: SequenceFinder,
): { readonly clause: Float64Array; readonly sentence: Float64Array } {
  const { length } = characters.sequences;
  const [clause, sentence] = [new Float64Array(clauses.length), new Float64Array(clauses.length)];
  const lastClause = new Int32Array(length).fill(-1);
  const lastSentence = new Int32Array(length).fill(-1);
  let c = 0;
  characters.find(units, (character, at) => {
    while (c + 1 < clauses.length && (clauses[c] as AnnotatedClause).end <= at) c++;
    const own = (clauses[c] as AnnotatedClause).sentence;
    if (lastClause[character] !== c) clause[c] = (clause[c] as number) + 1 / length;
    if (lastSentence[character] !== own) sentence[own] = (sentence[own] as number) + 1 / length;
    lastClause[character] = c;
    lastSentence[character] = own;
  });
  return { clause, sentence };
}
