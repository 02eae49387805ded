import type { Answerer } from '../answering/answer.js';

/**
 * An answerer that begins questions one at a time, in the order in which they came, and lets other work have its turn
 * between two of them: finding takes milliseconds in which nothing else is done, and many questions that come at once would
 * make that one long standstill. Reading goes on elsewhere, so that the next question is found while the one before is read;
 * how that one ends is nobody's business but its own.
 * @param queue shared by answerers that stand behind each other
 */
export function inTurn(answerer: Answerer, queue = new QuestionQueue()): Answerer {
  return {
    get version() {
      return answerer.version;
    },
    async answer(question, options) {
      const turn = queue.turn();
      if (turn) await turn;
      return answerer.answer(question, options);
    },
    context: (id, chars) => answerer.context(id, chars),
    article: (id) => answerer.article(id),
    clipping: (id, options) => answerer.clipping(id, options),
    summary: (titles) => answerer.summary(titles),
    completions: (typed, count) => answerer.completions(typed, count),
    questions: (id, count) => answerer.questions(id, count),
    meant: (question) => answerer.meant(question),
    examples: (count) => answerer.examples(count),
  };
}

/** Lets those who wait begin one by one, first come first. */
export class QuestionQueue {
  readonly #waiting: (() => void)[] = [];
  /** Whether one has begun and other work has not had its turn since. */
  #begun = false;

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Resolves when it is one's turn; `undefined`: it is. */
  turn(): Promise<void> | undefined {
    if (this.#begun) return new Promise<void>((begin) => this.#waiting.push(begin)).then(() => this.#begin());
    this.#begin();
    return undefined;
  }

  #begin(): void {
    this.#begun = true;
    afterOtherWork(() => this.#next());
  }

  #next(): void {
    const begin = this.#waiting.shift();
    if (begin) begin();
    else this.#begun = false;
  }
}

/** Two turns: what is left of the one that is under way may hold no timers. */
function afterOtherWork(go: () => void): void {
  setImmediate(() => setImmediate(go));
}
