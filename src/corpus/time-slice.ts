import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long one piece of work may hold the event loop before other work has its turn. */
export class TimeSlice {
  #since = performance.now();

  /** @param ms length of the slice in milliseconds */
  constructor(readonly ms: number) {}

  /** Whether it is time to let others have their turn. Asking takes a fraction of a microsecond. */
  get isOver(): boolean {
    return performance.now() - this.#since >= this.ms;
  }

  /** Lets others have their turn, and begins the next slice. */
  async yield(): Promise<void> {
    await nextTurn();
    this.#since = performance.now();
  }
}
