import type { Article, Passage, Unreadable } from '../corpus/article.js';
import { mergeReadings } from '../corpus/collection.js';
import { EmptyCollectionError } from '../corpus/errors.js';
import { type Listing, listFiles, type Place } from '../corpus/files.js';
import { passagesOf } from '../corpus/passages.js';
import { type FileReading, type Fingerprint, type ReadFile, readSourceFile } from '../corpus/source-file.js';
import { type Stamp, stampOf } from '../corpus/stamp.js';
import { TimeSlice } from '../corpus/time-slice.js';
import { type FileChanges, Settling } from '../corpus/watch/settling.js';
import type { PassageIndex } from '../retrieval/passage-index.js';

/** How long passages are made before other work has its turn, in milliseconds. */
const TIME_SLICE_MS = 5;
/** Stands for a stamp that no file ever has. */
const NEVER: Stamp = { bytes: Number.NaN, modifiedMs: Number.NaN };
/**
 * File systems tell time in steps: those that tell fractions of a second by the kernel's ticks, of 16 ms at most; others
 * in steps of a second, or two (FAT). Here with some room.
 */
const CLOCK_STEP_MS = { fine: 50, coarse: 2_500 };

/** Told how many files have been read, of those that are to be. */
export type OnRead = (files: number, of: number) => void;

/** What a look at the files found. */
interface CaughtUp {
  readonly listing: Listing;
  readonly changes: FileChanges;
}

/** Throws where what was read is not to be taken in. */
type Check = (articles: readonly Article[], unreadable: readonly Unreadable[]) => void;

/** What is changed of an index as files change. */
type ChangedIndex = Pick<PassageIndex, 'state' | 'update'>;

/** A collection whose index follows its files. */
export class LiveCollection<Index extends ChangedIndex = PassageIndex> {
  readonly #readings: Map<string, FileReading>;
  #articles: readonly Article[];
  #unreadable: readonly Unreadable[];

  /**
   * @param place where the files are
   * @param index holds the passages of the readings' articles
   * @param readings what the files held when they were last read, in the order of their paths
   * @param read reads a file; default: in this thread, without limits
   */
  constructor(
    readonly place: Place,
    readonly index: Index,
    readings: readonly FileReading[] = [],
    readonly read: ReadFile = readSourceFile,
  ) {
    this.#readings = new Map(readings.map((reading) => [reading.source, reading]));
    ({ articles: this.#articles, unreadable: this.#unreadable } = mergeReadings(readings));
  }

  /** The articles that are served, in the order of the files' paths. */
  get articles(): readonly Article[] {
    return this.#articles;
  }

  /** What cannot be read or served. */
  get unreadable(): readonly Unreadable[] {
    return this.#unreadable;
  }

  /** What the files held when they were last read, in the order of their paths. */
  get readings(): readonly FileReading[] {
    return [...this.#readings.values()];
  }

  /** What the files were when they were last read, by their paths. */
  get stamps(): ReadonlyMap<string, Stamp> {
    return new Map(this.readings.map(({ source, fingerprint }) => [source, fingerprint ?? NEVER]));
  }

  /**
   * Looks at the files and takes in whatever differs from what was read.
   * @param onRead told after each file that was read
   * @throws MissingCollectionError when the collection is gone
   */
  catchUp(onRead?: OnRead): Promise<CaughtUp> {
    return this.#catchUp(onRead);
  }

  /**
   * The same, where files that hold nothing mean that something is wrong with them, such as a disk that is not there: then
   * the index stays as it is.
   * @throws EmptyCollectionError, MissingCollectionError
   */
  catchUpWithSome(onRead?: OnRead): Promise<CaughtUp> {
    return this.#catchUp(onRead, (articles, unreadable) => {
      if (articles.length === 0) throw new EmptyCollectionError(this.place.path, unreadable);
    });
  }

  async #catchUp(onRead?: OnRead, check?: Check): Promise<CaughtUp> {
    const listing = await listFiles(this.place);
    const found = new Map(listing.files.map(({ source, stats }) => [source, stampOf(stats)]));
    const changes = new Settling(this.stamps, 0).look(found, 0);
    await this.#take(changes, onRead, check);
    return { listing, changes };
  }

  /**
   * Reads files that came or changed, forgets those that went, and exchanges the passages of what differs. Questions
   * are answered from what was there before until all is in its place. One call at a time.
   * @param onRead told after each file that was read
   */
  take(changes: FileChanges, onRead?: OnRead): Promise<void> {
    return this.#take(changes, onRead);
  }

  async #take({ added, changed, removed }: FileChanges, onRead?: OnRead, check?: Check): Promise<void> {
    for (const source of removed) this.#readings.delete(source);
    const toRead = [...added, ...changed];
    for (const [before, source] of toRead.entries()) {
      this.#readings.set(source, await this.#read(source));
      onRead?.(before + 1, toRead.length);
    }
    if (added.length > 0) this.#sort();
    const slice = new TimeSlice(TIME_SLICE_MS);
    const { articles, unreadable } = mergeReadings(this.readings);
    check?.(articles, unreadable);
    const remove = await passagesOfAll(without(this.#articles, articles), slice);
    const add = await passagesOfAll(without(articles, this.#articles), slice);
    await this.index.update({ add, remove: remove.map(({ id }) => id) });
    this.#articles = articles;
    this.#unreadable = unreadable;
  }

  /** Reads a file. Where it holds what it held before, its articles stay the very same. */
  async #read(source: string): Promise<FileReading> {
    const old = this.#readings.get(source);
    const began = Date.now();
    const { fingerprint, ...reading } = await this.read(this.place, source);
    if (!fingerprint) return reading;
    const same = old?.fingerprint?.hash === fingerprint.hash;
    return { ...(same ? old : reading), fingerprint: guarded(fingerprint, began) };
  }

  #sort(): void {
    const readings = this.readings.toSorted((a, b) => (a.source < b.source ? -1 : 1));
    this.#readings.clear();
    for (const reading of readings) this.#readings.set(reading.source, reading);
  }
}

/**
 * Size and times are trusted to tell that a file has not changed, save where they cannot: a file that was changed the
 * very moment before it was read may be changed again without its times telling. Its fingerprint is made to match none,
 * so that it is read again at the next look.
 * @param now when reading began, in milliseconds since 1970
 */
function guarded(fingerprint: Fingerprint, now: number): Fingerprint {
  const { modifiedMs, changedMs = modifiedMs } = fingerprint;
  const step = modifiedMs % 1_000 === 0 ? CLOCK_STEP_MS.coarse : CLOCK_STEP_MS.fine;
  return Math.max(modifiedMs, changedMs) < now - step ? fingerprint : { ...fingerprint, ...NEVER };
}

async function passagesOfAll(articles: readonly Article[], slice: TimeSlice): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const article of articles) {
    if (slice.isOver) await slice.yield();
    passages.push(...passagesOf(article));
  }
  return passages;
}

/** The articles that are not among others. */
function without(articles: readonly Article[], others: readonly Article[]): Article[] {
  const known = new Set(others);
  return articles.filter((article) => !known.has(article));
}
