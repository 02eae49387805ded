/** Work that is under way. */
export class InFlight {
  private readonly work = new Set<Promise<unknown>>();

  /** Counts a promise until it settles, and gives it back. */
  track<T>(promise: Promise<T>): Promise<T> {
    this.work.add(promise);
    const forget = (): void => void this.work.delete(promise);
    promise.then(forget, forget);
    return promise;
  }

  /** Resolves when nothing is under way, whatever became of it. */
  async settled(): Promise<void> {
    while (this.work.size > 0) await Promise.allSettled(this.work);
  }
}
