import { EmptyCollectionError } from '../corpus/errors.js';
import { locate } from '../corpus/files.js';
import { isMore, type ReadingLimits } from '../corpus/reading-process/limits.js';
import { ReadingProcess } from '../corpus/reading-process/reading-process.js';
import type { FileReading } from '../corpus/source-file.js';
import { surveyOf } from '../corpus/survey.js';
import type { FileChanges } from '../corpus/watch/settling.js';
import { ListedArticles } from '../retrieval/listed-articles.js';
import { followFiles } from './follow-files.js';
import { type FollowedCollection, type FollowOptions, NO_CHANGES } from './followed.js';
import { LiveCollection } from './live-collection.js';
import { type MemorySetting, openIndex } from './open-index.js';

export type { FollowedCollection, FollowOptions };

/**
 * Reads a collection into an index: only files that differ from what the index holds of them are read, cut into passages
 * and indexed. From then on it follows the files, where that is wanted.
 * @param path a file or a folder; where processes share an index, only the one that writes it needs to reach it
 * @throws MissingCollectionError when there is nothing at the path
 * @throws EmptyCollectionError when it holds no article
 * @throws ClusterNotOpenedError
 */
export async function followCollection(
  path: string,
  options: FollowOptions = {},
): Promise<FollowedCollection> {
  const { index = { kind: 'memory' } } = options;
  if (index.kind === 'memory') return followInMemory(path, index, options);
  // A cluster's client is a fifth of all that a start would load.
  const { followShared } = await import('./follow-shared.js');
  return followShared(path, index, options);
}

async function followInMemory(
  path: string,
  index: MemorySetting,
  options: FollowOptions,
): Promise<FollowedCollection> {
  const place = await locate(path);
  const { limits } = options;
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
  const watch = options.watch === true ? await followFiles(path, collection, keeper, options) : undefined;
  const leftOut = () => [...(watch?.unreadable ?? listing.unreadable), ...collection.unreadable];
  return {
    index: opened.index,
    place,
    isFollowing: () => true,
    leftOut,
    look: async () => watch?.look() ?? NO_CHANGES,
    articles: new ListedArticles(() => collection.articles),
    unreadable,
    survey: () => surveyOf(collection.articles, leftOut()),
    isAnswering: () => true,
    async close() {
      await watch?.close();
      await reading?.close();
      await keeper?.close();
    },
  };
}

/** Whether a file was left out for limits that have been raised since. */
function mayNowBeRead({ exceeded }: FileReading, limits: ReadingLimits): boolean {
  return exceeded !== undefined && isMore(limits, exceeded);
}

function isChange({ added, changed, removed }: FileChanges): boolean {
  return added.length + changed.length + removed.length > 0;
}
