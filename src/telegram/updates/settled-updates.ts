import { KeptMap } from '../../keeping/kept-map.js';

/** The newest settled ids that are kept: more than can be open between two polls. */
const MOST = 2_000;

/**
 * The updates that are settled although the server still holds them, because an earlier one is not: numbers, nothing of what
 * they say. With it, the next start need not answer them again.
 */
export class SettledUpdates {
  readonly #kept: KeptMap<true>;

  private constructor(kept: KeptMap<true>) {
    this.#kept = kept;
  }

  /**
   * @param path the file; `undefined`: only this process knows them
   * @param onFault told when the disk refuses
   * @throws Error of `node:fs` when there is a file that cannot be read
   */
  static async open(path: string | undefined, onFault: (error: Error) => void): Promise<SettledUpdates> {
    const parse = (value: unknown): true | undefined => (value === true ? true : undefined);
    return new SettledUpdates(await KeptMap.open(path, { parse, onFault }));
  }

  *ids(): IterableIterator<number> {
    for (const [key] of this.#kept.entries()) yield Number(key);
  }

  add(id: number): void {
    this.#kept.set(String(id), true);
    if (this.#kept.size <= MOST) return;
    for (const oldest of this.ids()) {
      this.#kept.delete(String(oldest));
      return;
    }
  }

  /** Forgets what the server has forgotten: all before an offset. */
  forgetBefore(offset: number): void {
    for (const id of [...this.ids()]) if (id < offset) this.#kept.delete(String(id));
  }

  /** Resolves when what was noted is on disk, or the disk has refused it. */
  settled(): Promise<void> {
    return this.#kept.settled();
  }
}
