import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answerer } from '../answering/answer.js';

/**
 * An answerer that takes questions one at a time and lets other work have its turn between two of them: a question
 * takes milliseconds in which nothing else is done, and many that come at once would make that one long standstill.
 */
export function inTurn(answerer: Answerer): Answerer {
  /** Settled when all questions asked so far have been answered; absent while there are none. */
  let busy: Promise<unknown> | undefined;
  return {
    get version() {
      return answerer.version;
    },
    async answer(question, options) {
      const before = busy;
      const answer = before
        ? before.then(() => nextTurn()).then(() => answerer.answer(question, options))
        : answerer.answer(question, options);
      const settled = answer.then(
        () => {},
        () => {},
      );
      busy = settled;
      try {
        return await answer;
      } finally {
        if (busy === settled) busy = undefined;
      }
    },
    context: (id, chars) => answerer.context(id, chars),
    clipping: (id, options) => answerer.clipping(id, options),
    summary: (titles) => answerer.summary(titles),
    completions: (typed, count) => answerer.completions(typed, count),
    examples: (count) => answerer.examples(count),
  };
}
