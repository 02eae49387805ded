import { PASSAGE_FEATURES, passageFeatures } from '../../src/answering/ranking/passage-features.js';
import { retrieve } from '../../src/answering/retrieving/retrieve.js';
import type { PassageIndex } from '../../src/retrieval/passage-index.js';
import { type Collected, collect, indexOf, type Shape } from '../eval/collected.js';
import type { EvalQuestion, EvalSet } from '../eval/set.js';
import type { Example } from './network.js';

/** A set with its index. */
export interface IndexedSet {
  readonly collected: Collected;
  readonly index: PassageIndex;
}

/** Indexes a set in one of its shapes. */
export async function indexSet(set: EvalSet, shape: Shape): Promise<IndexedSet> {
  const collected = collect(set, shape);
  return { collected, index: await indexOf(collected.articles) };
}

/**
 * Asks a question, and keeps no more of what is found than its features: which of the candidates holds the answer, in the place where
 * the set has it. Where none does, every target is 0: there is nothing to learn of it, and it counts as a miss.
 * @param text how it is asked, as it is written or otherwise
 * @param weight of the example
 */
export async function askedExample(
  { index, collected }: IndexedSet,
  wanted: EvalQuestion,
  text = wanted.text,
  weight = 1,
): Promise<Example> {
  const retrieved = await retrieve(index, text);
  const holds = retrieved.candidates.map(({ passage }) => collected.places(passage, wanted).length > 0);
  const count = holds.filter(Boolean).length;
  return {
    rows: passageFeatures(retrieved),
    target: Float32Array.from(holds, (is) => (is ? 1 / count : 0)),
    weight,
  };
}

/** How many candidates an example has. */
export function candidatesOf({ rows }: Example): number {
  return rows.length / PASSAGE_FEATURES.length;
}

/** Whether one of its candidates holds the answer. */
export function isFound({ target }: Example): boolean {
  return Array.from(target).some((share) => share > 0);
}
