import { hash } from '../random.js';
import type { EvalQuestion, EvalSet } from './set.js';

/** Parts that the questions of a set are divided into. */
export const PARTS = 4;
/** The part that is kept apart: weights are measured on it and learned from the others. */
export const KEPT_APART = 0;

/** Questions on passages of one title fall into one part, whatever shape the set is in. */
export function partOf(set: EvalSet, { passage }: EvalQuestion): number {
  const title = titles(set).get(passage);
  return hash(title || passage) % PARTS;
}

/** The set with the questions that are kept apart from learning, and all of its passages. */
export function keptApart(set: EvalSet): EvalSet {
  return { ...set, questions: set.questions.filter((question) => partOf(set, question) === KEPT_APART) };
}

const titlesOfSets = new WeakMap<EvalSet, ReadonlyMap<string, string>>();

function titles(set: EvalSet): ReadonlyMap<string, string> {
  let known = titlesOfSets.get(set);
  if (!known) {
    known = new Map(set.passages.map(({ id, title }) => [id, title ?? '']));
    titlesOfSets.set(set, known);
  }
  return known;
}
