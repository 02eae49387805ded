import type { EvalSet } from '../eval/set.js';
import type { World } from './world.js';

/** Worlds as one set for `npm run eval`; near misses have no answers. Questions keep their kind. */
export function worldsAsSet(worlds: readonly World[]): EvalSet {
  const articles = worlds.flatMap((world) => world.articles);
  return {
    name: 'worlds',
    passages: articles.map(({ id, title, text }) => ({ id, title, text })),
    questions: articles.flatMap(({ id: passage, answered, nearMisses }) => [
      ...answered.map(({ id, text, answers, kind }) => ({ id, text, passage, answers: [...answers], kind })),
      ...nearMisses.map(({ id, text }) => ({ id, text, passage, answers: [] })),
    ]),
  };
}
