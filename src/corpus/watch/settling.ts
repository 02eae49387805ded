import type { Stamp } from '../stamp.js';

export type { Stamp } from '../stamp.js';

/** Paths below the collection, each list sorted. */
export interface FileChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

interface Pending {
  /** `undefined` for a file that is gone. */
  readonly stamp: Stamp | undefined;
  /** When the file was first seen so, in the clock of the looks. */
  readonly since: number;
}

/**
 * Compares what is found in a folder with what is known of it, look by look. A difference counts once it has stayed
 * the same for a while: a file that is still being written, or put aside for a moment to be replaced, is waited for.
 */
export class Settling {
  readonly #known: Map<string, Stamp>;
  readonly #pending = new Map<string, Pending>();

  /** @param quietMs how long a difference has to stay the same, in milliseconds */
  constructor(
    known: ReadonlyMap<string, Stamp>,
    readonly quietMs: number,
  ) {
    this.#known = new Map(known);
  }

  /** The paths that are known, whether they are still there or not. */
  get known(): ReadonlyMap<string, Stamp> {
    return this.#known;
  }

  /** When the next difference will have been quiet for long enough; `undefined` while there is none. */
  get dueAt(): number | undefined {
    let due: number | undefined;
    for (const { since } of this.#pending.values()) due = Math.min(due ?? Infinity, since + this.quietMs);
    return due;
  }

  /**
   * Takes in what is there now and tells which differences have settled. They are told again at every look until
   * they are accepted or gone.
   * @param now milliseconds of a clock that never goes back
   */
  look(found: ReadonlyMap<string, Stamp>, now: number): FileChanges {
    for (const source of new Set([...this.#known.keys(), ...found.keys(), ...this.#pending.keys()])) {
      this.#compare(source, found.get(source), now);
    }
    const settled = [...this.#pending].filter(([, { since }]) => now - since >= this.quietMs);
    const sources = settled.map(([source]) => source).sort();
    const isThere = (source: string) => this.#pending.get(source)?.stamp !== undefined;
    return {
      added: sources.filter((source) => isThere(source) && !this.#known.has(source)),
      changed: sources.filter((source) => isThere(source) && this.#known.has(source)),
      removed: sources.filter((source) => !isThere(source)),
    };
  }

  /** Makes changes that a look has told part of what is known. */
  accept({ added, changed, removed }: FileChanges): void {
    for (const source of [...added, ...changed, ...removed]) {
      const stamp = this.#pending.get(source)?.stamp;
      if (stamp) this.#known.set(source, stamp);
      else this.#known.delete(source);
      this.#pending.delete(source);
    }
  }

  #compare(source: string, stamp: Stamp | undefined, now: number): void {
    if (isSame(stamp, this.#known.get(source))) {
      this.#pending.delete(source);
      return;
    }
    const pending = this.#pending.get(source);
    if (!pending || !isSame(stamp, pending.stamp)) this.#pending.set(source, { stamp, since: now });
  }
}

function isSame(a: Stamp | undefined, b: Stamp | undefined): boolean {
  if (!a || !b) return a === b;
  const unchanged = a.changedMs === undefined || b.changedMs === undefined || a.changedMs === b.changedMs;
  return a.bytes === b.bytes && a.modifiedMs === b.modifiedMs && unchanged;
}
