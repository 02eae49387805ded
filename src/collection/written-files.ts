import { setTimeout as pause } from 'node:timers/promises';
import type { Unreadable } from '../corpus/article.js';
import { describeUnreadable, EmptyCollectionError, MissingCollectionError } from '../corpus/errors.js';
import type { Place } from '../corpus/files.js';
import { ReadingProcess } from '../corpus/reading-process/reading-process.js';
import { type Survey, surveyOf } from '../corpus/survey.js';
import type { CollectionWatch, FileChanges } from '../corpus/watch/watch.js';
import type { IndexWriter } from '../retrieval/opensearch.js';
import { followFiles } from './follow-files.js';
import type { FollowOptions } from './followed.js';
import { LiveCollection } from './live-collection.js';

/** How long after files could not be read they are tried again, in milliseconds. */
const AGAIN_MS = 30_000;

/**
 * Has a shared index follow the files for one holding of its lease: reads all of them, which alone are in memory then, and
 * takes in their changes. What cannot be read or written for now is tried again; until then the index stays as it is.
 */
export class WrittenFiles {
  readonly #ending = new AbortController();
  readonly #done: Promise<void>;
  #reading: ReadingProcess | undefined;
  /** Where all has been read. */
  #collection: LiveCollection<IndexWriter> | undefined;
  #listed: readonly Unreadable[] = [];
  #watch: CollectionWatch | undefined;

  /**
   * @param path as it was asked for
   * @param onFault told of what keeps the files from being read, each time
   */
  constructor(
    readonly writer: IndexWriter,
    private readonly path: string,
    private readonly place: Place,
    private readonly options: FollowOptions,
    private readonly onFault: (error: unknown) => void,
  ) {
    this.#done = this.#follow();
  }

  /** Whether all was read, and changes are taken in from here. */
  get isFollowing(): boolean {
    return this.#collection !== undefined;
  }

  /** What cannot be read or served now. */
  get leftOut(): readonly Unreadable[] {
    return [...(this.#watch?.unreadable ?? this.#listed), ...(this.#collection?.unreadable ?? [])];
  }

  /** All of it in a line; `undefined` until all has been read. */
  get survey(): Survey | undefined {
    return this.#collection && surveyOf(this.#collection.articles, this.leftOut);
  }

  /** Looks at the files at once; `undefined` where they are not followed. */
  async look(): Promise<FileChanges | undefined> {
    return this.#watch?.look();
  }

  /** Resolves when nothing is read or written any more. */
  async end(): Promise<void> {
    this.#ending.abort();
    await this.#reading?.close();
    await this.#done;
    await this.#watch?.close();
  }

  async #follow(): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      try {
        return await this.#begin();
      } catch (error) {
        await this.#reading?.close();
        if (signal.aborted) return;
        this.onFault(error);
        this.#tell(error);
        await pause(AGAIN_MS, undefined, { signal }).catch(() => {});
      }
    }
  }

  async #begin(): Promise<void> {
    const { limits, log, onChange, onRead, watch } = this.options;
    const { version } = this.writer.state;
    const reading = limits && new ReadingProcess(limits);
    this.#reading = reading;
    const read = reading && ((...file: Parameters<ReadingProcess['read']>) => reading.read(...file));
    const collection = new LiveCollection(this.place, this.writer, [], read);
    const { listing } = await collection.catchUpWithSome(onRead);
    this.#listed = listing.unreadable;
    for (const fault of [...listing.unreadable, ...collection.unreadable])
      log?.warn(describeUnreadable(fault, 'en'));
    if (watch === true) this.#watch = await followFiles(this.path, collection, undefined, this.options);
    this.#collection = collection;
    if (this.writer.state.version !== version) onChange?.(undefined);
  }

  #tell(error: unknown): void {
    const isPlain = error instanceof EmptyCollectionError || error instanceof MissingCollectionError;
    if (isPlain) this.options.log?.warn(`${error.message} Until then, the index stays as it is.`);
    else this.options.log?.warn({ err: error }, 'The collection cannot be taken into the index for now.');
  }
}
