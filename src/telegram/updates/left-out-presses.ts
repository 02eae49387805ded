import type { Update } from 'grammy/types';
import type { Logger } from 'pino';

/** Presses that are answered at the same time: of no weight beside what chats ask. */
const AT_ONCE = 4;
/** Presses that may wait for that; of more, the newest are kept, since the others have been waited for longest. */
const WAITING = 100;

/** What such presses are answered with. */
export interface PressAnswering {
  /** Tells whoever pressed that nothing comes of it; is expected not to reject. */
  readonly answer: (press: Update) => Promise<void>;
  readonly log: Logger;
}

/**
 * Ends the wait of whoever pressed a button for nothing: the app shows it as busy until it is answered. Outside of all turns,
 * so that it is said at once, and few at a time, so that nobody waits for it.
 */
export class LeftOutPresses {
  readonly #options: PressAnswering;
  readonly #waiting: Update[] = [];
  #answering = 0;

  constructor(options: PressAnswering) {
    this.#options = options;
  }

  add(press: Update): void {
    this.#waiting.push(press);
    if (this.#waiting.length > WAITING) this.#waiting.shift();
    this.#pump();
  }

  #pump(): void {
    while (this.#answering < AT_ONCE) {
      const press = this.#waiting.shift();
      if (!press) return;
      void this.#answer(press);
    }
  }

  async #answer(press: Update): Promise<void> {
    this.#answering += 1;
    try {
      await this.#options.answer(press);
    } catch (error) {
      this.#options.log.error({ err: error }, 'the handling of a failure failed');
    } finally {
      this.#answering -= 1;
      this.#pump();
    }
  }
}
