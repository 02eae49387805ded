import { setImmediate as nextTurn } from 'node:timers/promises';

/** Lets other work have its turn in the middle of long work. */
export class Breath {
  #since = performance.now();

  /** @param ms how long to work before others have their turn, in milliseconds */
  constructor(readonly ms: number) {}

  /** Whether it is time to let others have their turn. Asking takes a fraction of a microsecond. */
  get isDue(): boolean {
    return performance.now() - this.#since >= this.ms;
  }

  /** Lets others have their turn. */
  async take(): Promise<void> {
    await nextTurn();
    this.#since = performance.now();
  }
}
