import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answerer } from '../answering/answer.js';

/**
 * An answerer that begins questions one at a time and lets other work have its turn between two of them: finding takes
 * milliseconds in which nothing else is done, and many questions that come at once would make that one long standstill.
 * Reading goes on elsewhere, so that the next question is found while the one before is read.
 */
export function inTurn(answerer: Answerer): Answerer {
  let turn: Promise<unknown> | undefined;
  return {
    get version() {
      return answerer.version;
    },
    async answer(question, options) {
      const before = turn;
      const own = before?.then(() => nextTurn()) ?? Promise.resolve();
      turn = own;
      await own;
      if (turn === own) turn = nextTurn();
      return answerer.answer(question, options);
    },
    context: (id, chars) => answerer.context(id, chars),
    clipping: (id, options) => answerer.clipping(id, options),
    summary: (titles) => answerer.summary(titles),
    completions: (typed, count) => answerer.completions(typed, count),
    examples: (count) => answerer.examples(count),
  };
}
