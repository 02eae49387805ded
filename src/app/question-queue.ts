import type { Answerer } from '../answering/answer.js';

/**
 * An answerer that begins questions one at a time, in the order in which they came, and lets other work have its turn
 * between two of them: finding takes milliseconds in which nothing else is done, and many questions that come at once would
 * make that one long standstill. Reading goes on elsewhere, so that the next question is found while the one before is read;
 * how that one ends is nobody's business but its own.
 */
export function inTurn(answerer: Answerer): Answerer {
  /** What begins the questions that wait, first come first. */
  const waiting: (() => void)[] = [];
  /** Whether one has begun and other work has not had its turn since. */
  let begun = false;
  const next = (): void => {
    const begin = waiting.shift();
    if (begin) begin();
    else begun = false;
  };
  return {
    get version() {
      return answerer.version;
    },
    async answer(question, options) {
      if (begun) await new Promise<void>((begin) => waiting.push(begin));
      begun = true;
      afterOtherWork(next);
      return answerer.answer(question, options);
    },
    context: (id, chars) => answerer.context(id, chars),
    clipping: (id, options) => answerer.clipping(id, options),
    summary: (titles) => answerer.summary(titles),
    completions: (typed, count) => answerer.completions(typed, count),
    questions: (id, count) => answerer.questions(id, count),
    meant: (question) => answerer.meant(question),
    examples: (count) => answerer.examples(count),
  };
}

/** Two turns: what is left of the one that is under way may hold no timers. */
function afterOtherWork(go: () => void): void {
  setImmediate(() => setImmediate(go));
}
