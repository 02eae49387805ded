import { setTimeout as pause } from 'node:timers/promises';
import { MissingCollectionError } from '../corpus/errors.js';
import { locate, type Place } from '../corpus/files.js';
import type { Survey } from '../corpus/survey.js';
import type { IndexWriter, SharedIndex } from '../retrieval/opensearch.js';
import { type FollowedCollection, type FollowOptions, NO_CHANGES, type SharedSetting } from './followed.js';
import { openCluster, STARTING_MS } from './open-cluster.js';
import { WrittenFiles } from './written-files.js';

/** How often it is looked whether another process has changed the index, in milliseconds. */
const LOOK_MS = 2_000;
/** How long a look waits for another process to take in what it is made for, and how often it is seen whether it did. */
const [TAKEN_IN_MS, SEEN_MS] = [15_000, 500];

/**
 * A collection in an index that several processes share. Only the one that writes it reads the files and has them in memory;
 * the others, and those that do not reach the files, answer from what it wrote.
 * @throws ClusterNotOpenedError
 * @throws EmptyCollectionError, MissingCollectionError where there is nothing in the index yet, nor in the files
 */
export async function followShared(
  path: string,
  setting: SharedSetting,
  options: FollowOptions,
): Promise<FollowedCollection> {
  const { log, onChange } = options;
  const place = await placeOf(path);
  if (place instanceof MissingCollectionError)
    log?.info(
      `The collection "${path}" is not here: answers come from what another bot puts into the index.`,
    );
  const files = new FilesOfHoldings(path, place, options);
  const index = await openCluster(setting, {
    log,
    mayWrite: !(place instanceof MissingCollectionError),
    onWriting: (writer) => files.turn(writer),
  });
  const close = async (): Promise<void> => {
    await files.end();
    await index.close();
  };
  try {
    await Promise.race([index.ready(), files.failed]);
  } catch (error) {
    await close();
    throw error;
  }
  const timer = tellOfChanges(index, () => files.isFollowing, onChange);
  const { articles } = index;
  return {
    index,
    articles,
    place: place instanceof MissingCollectionError ? undefined : place,
    isFollowing: () => files.isFollowing,
    unreadable: [],
    leftOut: () => files.now?.leftOut ?? [],
    look: async () => (await files.now?.look()) ?? changedElsewhere(index),
    survey: () => files.now?.survey ?? seen(index),
    isAnswering: () => index.isAnswering,
    async close() {
      clearInterval(timer);
      await close();
    },
  };
}

async function placeOf(path: string): Promise<Place | MissingCollectionError> {
  try {
    return await locate(path);
  } catch (error) {
    if (error instanceof MissingCollectionError) return error;
    throw error;
  }
}

/** The files, for as long as this process writes the index, and again whenever it does. */
class FilesOfHoldings {
  now: WrittenFiles | undefined;
  /** One holding ends before the next begins. */
  #turning: Promise<void> = Promise.resolve();
  #fail: (error: unknown) => void = () => {};
  #late: NodeJS.Timeout | undefined;
  /** Rejects with the first reason for which nothing can be put into the index. */
  readonly failed = new Promise<never>((_, reject) => {
    this.#fail = reject;
  });

  constructor(
    private readonly path: string,
    private readonly place: Place | MissingCollectionError,
    private readonly options: FollowOptions,
  ) {
    // It is looked at while the bot starts, and not later.
    this.failed.catch(() => {});
    if (place instanceof MissingCollectionError)
      this.#late = setTimeout(() => this.#fail(place), STARTING_MS).unref();
  }

  get isFollowing(): boolean {
    return this.now?.isFollowing ?? false;
  }

  /** @param writer of the holding that begins; `undefined`: one has ended */
  turn(writer: IndexWriter | undefined): void {
    this.#turning = this.#turning.then(() => this.#turn(writer));
  }

  end(): Promise<void> {
    clearTimeout(this.#late);
    this.turn(undefined);
    return this.#turning;
  }

  async #turn(writer: IndexWriter | undefined): Promise<void> {
    const { place } = this;
    // After a fault it is told again of a holding that goes on.
    if (writer?.epoch === this.now?.writer.epoch || place instanceof MissingCollectionError) return;
    const before = this.now;
    this.now = undefined;
    await before?.end();
    if (writer) this.now = new WrittenFiles(writer, this.path, place, this.options, this.#fail);
  }
}

/** Tells of what another process changed: which articles are new only it knows. */
function tellOfChanges(
  index: SharedIndex,
  isOwn: () => boolean,
  onChange: FollowOptions['onChange'],
): NodeJS.Timeout {
  let { version } = index.state;
  const look = (): void => {
    const before = version;
    ({ version } = index.state);
    if (version !== before && !isOwn()) onChange?.(undefined);
  };
  return setInterval(look, LOOK_MS).unref();
}

/** Resolves when the index has changed, or when that takes long. */
async function changedElsewhere(index: SharedIndex): Promise<typeof NO_CHANGES> {
  const { version } = index.state;
  const until = performance.now() + TAKEN_IN_MS;
  while (index.state.version === version && performance.now() < until) {
    await pause(SEEN_MS);
    await index.refresh().catch(() => {});
  }
  return NO_CHANGES;
}

function seen({ articles: { overview } }: SharedIndex): Survey {
  const { articles, files, dates } = overview;
  return { files, articles, leftOut: 0, ...(dates && { dates }) };
}
