import { useOf } from '../reader/examples.js';
import type { EvalSet } from './set.js';

/** The set with the questions on passages that the reader does not learn from, about a tenth; all passages stay. */
export function tenthOf(set: EvalSet): EvalSet {
  const apart = new Set(
    set.passages.filter((passage) => useOf(passage) === 'kept apart').map(({ id }) => id),
  );
  return { ...set, questions: set.questions.filter(({ passage }) => apart.has(passage)) };
}

/** The set with so many of its questions at most, evenly spread, the first among them; all passages stay. */
export function spreadOf(set: EvalSet, count: number): EvalSet {
  const { questions } = set;
  const wanted = Math.min(count, questions.length);
  const places = new Set(
    Array.from({ length: wanted }, (_, i) => Math.floor((i * questions.length) / wanted)),
  );
  return { ...set, questions: questions.filter((_, place) => places.has(place)) };
}
