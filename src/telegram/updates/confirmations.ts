import type { Update } from 'grammy/types';

/**
 * Which updates the server may forget. It forgets all before the offset of a poll, so the offset stays at the first one that
 * is not settled: should the process end, that one comes again.
 */
export class Confirmations {
  readonly #open = new Map<number, Update>();
  readonly #waiting = new Set<() => void>();
  #last = 0;

  /** The `offset` for the next poll; 0 before the first update. */
  get offset(): number {
    if (this.#open.size === 0) return this.#last === 0 ? 0 : this.#last + 1;
    return Math.min(...this.#open.keys());
  }

  /** How many updates the server may not forget yet. */
  get size(): number {
    return this.#open.size;
  }

  /** Notes that an update came for the first time. */
  received(update: Update): void {
    this.#open.set(update.update_id, update);
    this.#last = update.update_id;
  }

  /** Whether an update is later than all that came so far. */
  isAhead(id: number): boolean {
    return id > this.#last;
  }

  /** Notes that an update need not come again. */
  settled(id: number): void {
    if (this.#open.delete(id)) this.#wake();
  }

  /** The first updates that are not settled, as far as they may all be passed over. */
  first(may: (id: number) => boolean): Update[] {
    const open = [...this.#open.values()].sort((one, other) => one.update_id - other.update_id);
    const end = open.findIndex(({ update_id: id }) => !may(id));
    return end < 0 ? open : open.slice(0, end);
  }

  /** Confirms updates although they are not settled, so that later ones can be fetched. */
  passOver(updates: readonly Update[]): void {
    for (const { update_id: id } of updates) this.#open.delete(id);
    this.#wake();
  }

  /** Resolves when the offset is no longer this one, or after so many milliseconds. */
  async moved(from: number, ms: number): Promise<void> {
    const until = performance.now() + ms;
    for (let left = ms; this.offset === from && left > 0; left = until - performance.now()) {
      await this.#settling(left);
    }
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
  }

  /** Resolves when an update is settled or passed over, or after so many milliseconds. */
  #settling(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#waiting.add(end);
    });
  }
}
