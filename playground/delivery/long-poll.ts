interface WaitingPoll {
  readonly resolve: () => void;
  readonly reject: (reason: Error) => void;
}

/** The one poll that may wait for updates. */
export class LongPoll {
  #waiter: WaitingPoll | undefined;
  readonly #listeners = new Set<() => void>();

  /**
   * Waits until it is woken, the time is over or the caller has gone; rejects when it is interrupted.
   * @param signal aborted when the caller has gone
   */
  wait(timeoutMs: number, signal: AbortSignal): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        if (this.#waiter === waiter) this.#waiter = undefined;
        settle();
      };
      const done = end(resolve);
      const timer = setTimeout(done, timeoutMs);
      const waiter: WaitingPoll = { resolve: done, reject: (reason) => end(() => reject(reason))() };
      signal.addEventListener('abort', done);
      this.#waiter = waiter;
      for (const listener of this.#listeners) listener();
      this.#listeners.clear();
    });
  }

  /** Lets the poll that waits, if any, go on. */
  wake(): void {
    this.#waiter?.resolve();
  }

  /** Ends the poll that waits, if any, with an error. */
  interrupt(reason: Error): void {
    this.#waiter?.reject(reason);
  }

  /** Resolves when a poll waits: now, or as soon as one does. */
  async waiting(): Promise<void> {
    if (this.#waiter) return;
    await new Promise<void>((resolve) => {
      this.#listeners.add(resolve);
    });
  }
}
