import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Article, Unreadable } from '../corpus/article.js';
import { describeUnreadable, EmptyCollectionError, MissingCollectionError } from '../corpus/errors.js';
import { locate, type Place, pathOf } from '../corpus/files.js';
import { type CollectionWatch, type FileChanges, watchCollection } from '../corpus/watch/watch.js';
import { EmbeddedIndex } from '../retrieval/embedded-index.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import { LiveCollection } from './live-collection.js';
import { isSameCollection, snapshotSettings } from './snapshot/settings.js';
import { loadSnapshot, type SnapshotContent } from './snapshot/snapshot.js';
import { SnapshotKeeper } from './snapshot/snapshot-keeper.js';

export interface FollowOptions {
  /** Folder in which the index is kept between starts; absent: it is not kept. */
  readonly cacheDir?: string | undefined;
  /** Whether to follow the files as they change; default no. */
  readonly watch?: boolean;
  /** Told what the files and the snapshot are worth telling for. */
  readonly log?: Pick<Logger, 'info' | 'warn'>;
  /** How long files have to stay the same before a change is taken in, in milliseconds; default 1,000. */
  readonly settleMs?: number;
  /** How long the index has to stay the same before it is kept, in milliseconds; default 5,000 or more. */
  readonly keepMs?: number;
}

/** A collection whose index is as its files are. */
export interface FollowedCollection {
  readonly index: PassageIndex;
  /** The articles that are served, in the order of the collection. */
  readonly articles: () => readonly Article[];
  /** What could not be read at the start; the rest is served. */
  readonly unreadable: readonly Unreadable[];
  /** Ends following the files; resolves when the index is kept as it is. */
  close(): Promise<void>;
}

/** Name of the file in `cacheDir`. */
const SNAPSHOT = 'index.snapshot';

/**
 * Reads a collection into an index in this process's memory: what was kept of it is read back, and only files that
 * differ are read, cut into passages and indexed. From then on it follows the files, where that is wanted.
 * @param path a file or a folder
 * @throws MissingCollectionError when there is nothing at the path
 * @throws EmptyCollectionError when it holds no article
 */
export async function followCollection(
  path: string,
  options: FollowOptions = {},
): Promise<FollowedCollection> {
  const place = await locate(path);
  const { index, readings } = await restore(place, options);
  const collection = new LiveCollection(place, index, readings);
  const { listing, changes } = await collection.catchUp();
  const unreadable = [...listing.unreadable, ...collection.unreadable];
  if (collection.articles.length === 0) throw new EmptyCollectionError(path, unreadable);
  const keeper = createKeeper(place, collection, options);
  if (isChange(changes)) keeper?.changed();
  const watch = options.watch === true ? await follow(path, collection, keeper, options) : undefined;
  return {
    index,
    articles: () => collection.articles,
    unreadable,
    async close() {
      await watch?.close();
      await keeper?.close();
    },
  };
}

/** What was kept of the collection; nothing where there is nothing that could be used. */
async function restore(place: Place, { cacheDir, log }: FollowOptions): Promise<SnapshotContent> {
  const nothing = { index: new EmbeddedIndex(), readings: [] };
  if (cacheDir === undefined) return nothing;
  const path = join(cacheDir, SNAPSHOT);
  const settings = snapshotSettings(nameOf(place));
  const outcome = await loadSnapshot(path, settings);
  if (outcome.kind === 'restored') return outcome;
  if (outcome.kind === 'unusable')
    log?.warn(`The index in ${path} is not used: ${outcome.reason}. It is built anew.`);
  if (outcome.kind === 'other') {
    const changed = isSameCollection(outcome.settings, settings)
      ? 'The program or its own words (USER_DICT) changed since last time'
      : 'The collection is another one than last time';
    log?.info(`${changed}: reading the articles in "${place.path}" anew.`);
  }
  return nothing;
}

function createKeeper(
  place: Place,
  collection: LiveCollection<EmbeddedIndex>,
  { cacheDir, keepMs, log }: FollowOptions,
): SnapshotKeeper | undefined {
  if (cacheDir === undefined) return undefined;
  const path = join(cacheDir, SNAPSHOT);
  return new SnapshotKeeper(path, snapshotSettings(nameOf(place)), () => collection, {
    ...(keepMs !== undefined && { quietMs: keepMs }),
    onError: (err) =>
      log?.warn({ err }, `The index cannot be kept in ${path}; the next start builds it anew.`),
  });
}

/** Follows the files. A change is taken in while nothing is written of what it changes. */
function follow(
  path: string,
  collection: LiveCollection,
  keeper: SnapshotKeeper | undefined,
  { settleMs, log }: FollowOptions,
): Promise<CollectionWatch> {
  const take = async (changes: FileChanges): Promise<void> => {
    const known = new Set(collection.unreadable.map(describeUnreadable));
    const { version } = collection.index.state;
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

/** Absolute path of the collection. */
function nameOf(place: Place): string {
  return place.file === undefined ? place.folder : pathOf(place, place.file);
}

function isChange({ added, changed, removed }: FileChanges): boolean {
  return added.length + changed.length + removed.length > 0;
}
