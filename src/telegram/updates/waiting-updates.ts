import type { Update } from 'grammy/types';
import { DAY_MS } from '../../keeping/days.js';
import { type KeepOptions, KeptMap } from '../../keeping/kept-map.js';

/** For so long the server would have kept them itself (https://core.telegram.org/bots/api#getting-updates). */
const KEPT_MS = DAY_MS;
/** Nothing of what waits no longer is left on disk after this, in milliseconds. */
const SWEEP_MS = 1_000;

interface Waiting {
  readonly update: Update;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/**
 * Updates that are not settled and that the server has been told to forget all the same, because they kept others from being
 * fetched. They are on disk before it is told so, and should the process end, the next one handles them.
 */
export class WaitingUpdates {
  readonly #kept: KeptMap<Waiting>;
  readonly #now: () => number;
  #sweeping: NodeJS.Timeout | undefined;

  private constructor(kept: KeptMap<Waiting>, now: () => number) {
    this.#kept = kept;
    this.#now = now;
  }

  /**
   * Reads what an earlier process has left.
   * @param path the file; `undefined`: what waits is lost with the process
   * @param onFault told when the disk refuses
   * @param now the clock, milliseconds since 1970
   * @throws Error of `node:fs` when there is a file that cannot be read
   */
  static async open(
    path: string | undefined,
    { onFault, now = Date.now }: Pick<KeepOptions<Waiting>, 'onFault'> & { readonly now?: () => number },
  ): Promise<WaitingUpdates> {
    let dropped = 0;
    const parse = (value: unknown): Waiting | undefined => {
      if (isWaiting(value) && now() - value.since < KEPT_MS) return value;
      dropped += 1;
      return undefined;
    };
    const kept = await KeptMap.open(path, { parse, ...(onFault && { onFault }) });
    if (dropped > 0) kept.compact();
    return new WaitingUpdates(kept, now);
  }

  /** All that wait, oldest first. */
  all(): Update[] {
    return Array.from(this.#kept.entries(), ([, { update }]) => update).sort(
      (one, other) => one.update_id - other.update_id,
    );
  }

  /**
   * Keeps updates; resolves when they are safely on disk, or the disk has refused them.
   * @returns whether they are on disk
   */
  async add(updates: readonly Update[]): Promise<boolean> {
    const since = this.#now();
    for (const update of updates) this.#kept.set(String(update.update_id), { update, since });
    this.#sweep();
    await this.#kept.settled();
    return this.#kept.isOnDisk;
  }

  /** An update does not wait any more; nothing happens where it never did. */
  remove(id: number): void {
    if (!this.#kept.delete(String(id))) return;
    this.#sweeping ??= setTimeout(() => this.#sweep(), SWEEP_MS).unref();
  }

  /** Resolves when what was noted is on disk and nothing else is, or the disk has refused it. */
  async settled(): Promise<void> {
    if (this.#sweeping) this.#sweep();
    await this.#kept.settled();
  }

  /** Writes the file anew, which also sees to it that it outlasts the machine. */
  #sweep(): void {
    clearTimeout(this.#sweeping);
    this.#sweeping = undefined;
    this.#kept.compact();
  }
}

function isWaiting(value: unknown): value is Waiting {
  const { update, since } = (value ?? {}) as Partial<Waiting>;
  return typeof since === 'number' && Number.isInteger(update?.update_id);
}
