import { type Use, useOf } from '../reader/examples.js';
import type { EvalSet } from './set.js';

/** The set with the questions on passages that are kept for something, about a tenth where nothing is learned; all passages stay. */
export function usedFor(set: EvalSet, use: Use): EvalSet {
  const chosen = new Set(set.passages.filter((passage) => useOf(passage) === use).map(({ id }) => id));
  return { ...set, questions: set.questions.filter(({ passage }) => chosen.has(passage)) };
}

/** The set with the questions that figures are reported of. */
export function tenthOf(set: EvalSet): EvalSet {
  return usedFor(set, 'kept apart');
}

/** The set with so many of its questions at most, evenly spread, the first among them; all passages stay. */
export function spreadOf(set: EvalSet, count: number): EvalSet {
  return spreadOverAll([set], count)[0] as EvalSet;
}

/** Sets with so many of their questions at most, all together, evenly spread over them as if they were one. */
export function spreadOverAll(sets: readonly EvalSet[], count: number): EvalSet[] {
  const all = sets.reduce((sum, { questions }) => sum + questions.length, 0);
  const wanted = Math.min(count, all);
  const places = new Set(Array.from({ length: wanted }, (_, i) => Math.floor((i * all) / wanted)));
  let before = 0;
  return sets.map((set) => {
    const first = before;
    before += set.questions.length;
    return { ...set, questions: set.questions.filter((_, place) => places.has(first + place)) };
  });
}
