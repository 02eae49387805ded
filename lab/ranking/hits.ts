import type { Model } from '../../src/answering/ranking/model.js';
import { PASSAGE_FEATURES } from '../../src/answering/ranking/passage-features.js';
import type { Example } from './network.js';
import { candidatesOf } from './questions.js';

/** Places that are looked at: reading takes eight passages at most. */
const PLACES = [1, 2, 3, 5, 8] as const;

/** Shares (0 to 1) of questions whose answer is among so many first passages, with the number of questions. */
export type Hits = Readonly<Record<`hit@${(typeof PLACES)[number]}` | 'questions', number>>;

/** How a scorer ranks questions; those of which no candidate holds the answer are misses. */
export function hitsOf(model: Model, examples: readonly Example[]): Hits {
  const places = examples.map((example) => placeOf(model, example));
  const share = (most: number): number =>
    Number((places.filter((place) => place < most).length / Math.max(1, places.length)).toFixed(4));
  const shares = PLACES.map((most) => [`hit@${most}`, share(most)] as const);
  return Object.fromEntries([...shares, ['questions', examples.length]]) as Hits;
}

/** The place, from 0, of the first candidate that holds the answer; equals keep the index's order. */
function placeOf(model: Model, example: Example): number {
  const scores = Array.from({ length: candidatesOf(example) }, (_, row) => ({
    score: model.score(example.rows, row * PASSAGE_FEATURES.length),
    holds: (example.target[row] as number) > 0,
  }));
  const place = scores.sort((a, b) => b.score - a.score).findIndex(({ holds }) => holds);
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}
