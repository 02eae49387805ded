import { randomInt } from 'node:crypto';

interface Pending<A> {
  readonly finish: (answer: A | undefined) => void;
}

/** Questions that the bot must answer in time and once: callback queries, inline queries, guest messages. */
export class PendingQueries<Q, A> {
  readonly #pending = new Map<string, Pending<A> & { readonly query: Q }>();
  readonly #timeoutMs: number;

  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /** Opens a query; `answer` resolves with the bot's answer, or with `undefined` when it is too late for one. */
  open(query: Q): { readonly id: string; readonly answer: Promise<A | undefined> } {
    // As long as Telegram's, which do not fit into a number of JavaScript.
    const id = `${randomInt(1, 2 ** 31)}${String(randomInt(0, 1e9)).padStart(9, '0')}`;
    const answer = new Promise<A | undefined>((resolve) => {
      const timer = setTimeout(() => finish(undefined), this.#timeoutMs);
      const finish = (given: A | undefined) => {
        clearTimeout(timer);
        this.#pending.delete(id);
        resolve(given);
      };
      this.#pending.set(id, { query, finish });
    });
    return { id, answer };
  }

  /** The query while it may be answered. */
  get(id: string): Q | undefined {
    return this.#pending.get(id)?.query;
  }

  /** Answers a query; gives whether it was still open. */
  answer(id: string, answer: A): boolean {
    const pending = this.#pending.get(id);
    pending?.finish(answer);
    return pending !== undefined;
  }

  /** Lets every open query run out now. */
  close(): void {
    for (const { finish } of [...this.#pending.values()]) finish(undefined);
  }
}
