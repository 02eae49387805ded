import type { Logger } from 'pino';
import type { Unreadable } from '../corpus/article.js';
import { describeUnreadable, EmptyCollectionError, MissingCollectionError } from '../corpus/errors.js';
import { locate, type Place } from '../corpus/files.js';
import { isMore, type ReadingLimits } from '../corpus/reading-process/limits.js';
import { ReadingProcess } from '../corpus/reading-process/reading-process.js';
import type { FileReading } from '../corpus/source-file.js';
import { type Survey, surveyOf } from '../corpus/survey.js';
import { type CollectionWatch, type FileChanges, watchCollection } from '../corpus/watch/watch.js';
import type { ArticleStore } from '../retrieval/article-store.js';
import { ListedArticles } from '../retrieval/listed-articles.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import { LiveCollection, type OnRead } from './live-collection.js';
import { type IndexSetting, type OpenIndexOptions, openIndex } from './open-index.js';
import type { SnapshotKeeper } from './snapshot/snapshot-keeper.js';

export interface FollowOptions extends OpenIndexOptions {
  /** Which index holds the passages; default: memory, kept nowhere. */
  readonly index?: IndexSetting;
  /** Whether to follow the files as they change; default no. */
  readonly watch?: boolean;
  /** Told what the files and the index are worth telling for. */
  readonly log?: Pick<Logger, 'info' | 'warn'>;
  /** How long files have to stay the same before a change is taken in, in milliseconds; default 1,000. */
  readonly settleMs?: number;
  /** What the reading of a file may take, in a process of its own; default: whatever it takes, in this one. */
  readonly limits?: ReadingLimits;
  /** Told how far the reading at the start has come. */
  readonly onRead?: OnRead;
  /** Told of each change that was taken in after the start, with the ids of the articles that are new or changed. */
  readonly onChange?: (added: readonly string[]) => void;
}

/** A collection whose index is as its files are. */
export interface FollowedCollection {
  readonly index: PassageIndex;
  /** The articles that are served. */
  readonly articles: ArticleStore;
  /** What could not be read at the start; the rest is served. */
  readonly unreadable: readonly Unreadable[];
  /** What cannot be read or served now. */
  readonly leftOut: () => readonly Unreadable[];
  /** Where the files are: a folder, or a file. */
  readonly place: Place;
  /** Looks at the files at once. @returns what has changed; nothing where they are not followed */
  look(): Promise<FileChanges>;
  /** All of it in a line, as it is now. */
  readonly survey: () => Survey;
  /** Whether the index can be asked at present. */
  readonly isAnswering: () => boolean;
  /** Ends following the files; resolves when the index is kept as it is. */
  close(): Promise<void>;
}

/**
 * Reads a collection into an index: only files that differ from what the index holds of them are read, cut into passages
 * and indexed. From then on it follows the files, where that is wanted.
 * @param path a file or a folder
 * @throws MissingCollectionError when there is nothing at the path
 * @throws EmptyCollectionError when it holds no article
 */
export async function followCollection(
  path: string,
  options: FollowOptions = {},
): Promise<FollowedCollection> {
  const place = await locate(path);
  const { index = { kind: 'memory' }, limits } = options;
  const opened = await openIndex(place, index, options);
  const reading = limits && new ReadingProcess(limits);
  const readings = limits ? opened.readings.filter((file) => !mayNowBeRead(file, limits)) : opened.readings;
  const collection = new LiveCollection(
    place,
    opened.index,
    readings,
    reading && ((...file) => reading.read(...file)),
  );
  const { listing, changes } = await collection.catchUp(options.onRead);
  const unreadable = [...listing.unreadable, ...collection.unreadable];
  if (collection.articles.length === 0) throw new EmptyCollectionError(path, unreadable);
  const keeper = opened.keeper(() => collection.readings);
  if (isChange(changes)) keeper?.changed();
  const watch = options.watch === true ? await follow(path, collection, keeper, options) : undefined;
  const leftOut = () => [...(watch?.unreadable ?? listing.unreadable), ...collection.unreadable];
  return {
    index: opened.index,
    place,
    leftOut,
    look: async () => watch?.look() ?? NOTHING,
    articles: new ListedArticles(() => collection.articles),
    unreadable,
    survey: () => surveyOf(collection.articles, leftOut()),
    isAnswering: () => opened.isAnswering?.() ?? true,
    async close() {
      await watch?.close();
      await reading?.close();
      await keeper?.close();
      await opened.close?.();
    },
  };
}

const NOTHING: FileChanges = { added: [], changed: [], removed: [] };

/** Whether a file was left out for limits that have been raised since. */
function mayNowBeRead({ exceeded }: FileReading, limits: ReadingLimits): boolean {
  return exceeded !== undefined && isMore(limits, exceeded);
}

/** Follows the files. A change is taken in while nothing is written of what it changes. */
function follow(
  path: string,
  collection: LiveCollection,
  keeper: SnapshotKeeper | undefined,
  { settleMs, log, onChange }: FollowOptions,
): Promise<CollectionWatch> {
  const take = async (changes: FileChanges): Promise<void> => {
    const known = new Set(collection.unreadable.map(describeUnreadable));
    const { version } = collection.index.state;
    const before = new Map(collection.articles.map(({ id, text }) => [id, text]));
    await keeper?.pause();
    try {
      await collection.take(changes);
    } finally {
      keeper?.changed();
    }
    for (const fault of collection.unreadable.map(describeUnreadable))
      if (!known.has(fault)) log?.warn(fault);
    if (collection.index.state.version === version) return;
    const articles = collection.articles.length;
    log?.info({ ...changes, articles }, 'collection changed');
    // A file that changed is read anew, with all the articles in it that did not.
    onChange?.(collection.articles.filter(({ id, text }) => before.get(id) !== text).map(({ id }) => id));
    if (articles === 0)
      log?.warn(`The collection "${path}" holds no article any more. Add one to have answers.`);
  };
  return watchCollection(path, take, {
    known: collection.stamps,
    ...(settleMs !== undefined && { quietMs: settleMs }),
    onError: (error) => tellLost(error, log),
    onRecovered: () => log?.info(`The collection "${path}" is there again and followed.`),
    onUnreadable: (fault) => log?.warn(describeUnreadable(fault)),
  });
}

/** A collection that went is the operator's to put back, in plain words; anything else is told in full. */
function tellLost(error: unknown, log: FollowOptions['log']): void {
  if (!(error instanceof MissingCollectionError)) {
    log?.warn({ err: error }, 'The collection cannot be followed for now.');
    return;
  }
  log?.warn(
    `The collection "${error.path}" is gone: ${error.reason}. Put it back; until then, what was read before is served.`,
  );
}

function isChange({ added, changed, removed }: FileChanges): boolean {
  return added.length + changed.length + removed.length > 0;
}
