import type { Unreadable } from '../corpus/article.js';
import { describeUnreadable, MissingCollectionError } from '../corpus/errors.js';
import { type CollectionWatch, type FileChanges, watchCollection } from '../corpus/watch/watch.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import type { FollowOptions } from './followed.js';
import type { LiveCollection } from './live-collection.js';
import type { SnapshotKeeper } from './snapshot/snapshot-keeper.js';

/**
 * Follows the files. A change is taken in while nothing is written of what it changes.
 * @param path as it was asked for
 * @param keeper of what the change changes; `undefined`: it is kept nowhere
 */
export function followFiles(
  path: string,
  collection: LiveCollection<Pick<PassageIndex, 'state' | 'update'>>,
  keeper: SnapshotKeeper | undefined,
  { settleMs, log, onChange }: FollowOptions,
): Promise<CollectionWatch> {
  const take = async (changes: FileChanges): Promise<void> => {
    const known = new Set(collection.unreadable.map(logLine));
    const { version } = collection.index.state;
    const before = new Map(collection.articles.map(({ id, text }) => [id, text]));
    await keeper?.pause();
    try {
      await collection.take(changes);
    } finally {
      keeper?.changed();
    }
    for (const fault of collection.unreadable.map(logLine)) if (!known.has(fault)) log?.warn(fault);
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
    onUnreadable: (fault) => log?.warn(logLine(fault)),
  });
}

function logLine(fault: Unreadable): string {
  return describeUnreadable(fault, 'en');
}

/** A collection that went is the operator's to put back, in plain words; anything else is told in full. */
function tellLost(error: unknown, log: FollowOptions['log']): void {
  if (!(error instanceof MissingCollectionError)) {
    log?.warn({ err: error }, 'The collection cannot be followed for now.');
    return;
  }
  log?.warn(
    `The collection "${error.path}" is gone: ${error.reason.en}. Put it back; until then, what was read before is served.`,
  );
}
