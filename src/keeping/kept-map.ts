import { JournalFile } from './journal-file.js';

/** A change that a line of the journal tells: what a key stands for from now on, or that it stands for nothing. */
interface Entry {
  readonly key: string;
  readonly value?: unknown;
}

/** What a map is kept with. */
export interface KeepOptions<T> {
  /** What a kept value was; `undefined` for one that this version cannot use, which is then dropped. */
  readonly parse: (value: unknown) => T | undefined;
  /**
   * Told when the disk refuses, and again only after it has not: the map goes on in memory, and all of it is written
   * when the disk bears it again.
   */
  readonly onFault?: (error: Error) => void;
}

/** Lines that say nothing any more are borne with up to so many more than there are values; then the file is written anew. */
const SPARE_LINES = 200;

/**
 * A map that outlasts the process: small records that are no index, such as who wants to be told what. It is in memory
 * whole; each change is a line at the end of a file. A line that was cut off by a crash is passed over, and nothing before
 * it is lost. One process at a time.
 */
export class KeptMap<T> {
  readonly #values: Map<string, T>;
  readonly #journal: JournalFile | undefined;
  #lines: number;

  private constructor(values: Map<string, T>, lines: number, journal: JournalFile | undefined) {
    this.#values = values;
    this.#lines = lines;
    this.#journal = journal;
  }

  /** A map that is gone with the process. */
  static inMemory<T>(): KeptMap<T> {
    return new KeptMap(new Map<string, T>(), 0, undefined);
  }

  /**
   * Reads what was kept. Where there is a file that cannot be read, `onFault` is told and nothing is written: it would take
   * the place of what is there.
   * @param path the file, which need not exist, nor its folder; `undefined`: nothing is kept beyond this process
   */
  static async open<T>(path: string | undefined, { parse, onFault }: KeepOptions<T>): Promise<KeptMap<T>> {
    if (path === undefined) return KeptMap.inMemory();
    const values = new Map<string, T>();
    const journal = new JournalFile(path, onFault);
    const lines = await journal.read().catch((error: Error) => {
      onFault?.(error);
      return undefined;
    });
    if (!lines) return new KeptMap(values, 0, undefined);
    for (const line of lines) {
      const entry = entryIn(line);
      if (!entry) continue;
      const value = entry.value === undefined ? undefined : parse(entry.value);
      // Last changed, last in order.
      values.delete(entry.key);
      if (value !== undefined) values.set(entry.key, value);
    }
    return new KeptMap(values, lines.length, journal);
  }

  /** How many values there are. */
  get size(): number {
    return this.#values.size;
  }

  get(key: string): T | undefined {
    return this.#values.get(key);
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  /** Keys with their values, those that were changed last at the end. */
  entries(): IterableIterator<[string, T]> {
    return this.#values.entries();
  }

  /** Puts a value in its place at once, and on disk soon; `settled` tells when. It has to survive `JSON.stringify`. */
  set(key: string, value: T): void {
    this.#values.delete(key);
    this.#values.set(key, value);
    this.#note({ key, value });
  }

  /** Whether there was a value of this key. */
  delete(key: string): boolean {
    const held = this.#values.delete(key);
    if (held) this.#note({ key });
    return held;
  }

  /** Resolves when what was changed so far is on disk, or the disk has refused it. */
  async settled(): Promise<void> {
    await this.#journal?.settled();
  }

  /** Whether all that has settled is on disk: nothing was refused, and there is a file. */
  get isOnDisk(): boolean {
    return this.#journal?.isWhole ?? false;
  }

  /** Writes the file anew, so that nothing of what was deleted is left in it; `settled` tells when. */
  compact(): void {
    this.#lines = this.#values.size;
    this.#journal?.rewrite(() => this.#whole());
  }

  #note(entry: Entry): void {
    if (!this.#journal) return;
    this.#lines += 1;
    if (this.#lines > this.#values.size * 2 + SPARE_LINES) this.compact();
    else this.#journal.append(lineOf(entry), () => this.#whole());
  }

  #whole(): string[] {
    return Array.from(this.#values, ([key, value]) => lineOf({ key, value }));
  }
}

function lineOf(entry: Entry): string {
  return JSON.stringify(entry);
}

function entryIn(line: string): Entry | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    const isEntry = typeof entry === 'object' && entry !== null && 'key' in entry;
    return isEntry && typeof entry.key === 'string' ? (entry as Entry) : undefined;
  } catch {
    return undefined;
  }
}
