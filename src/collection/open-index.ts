import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Place, pathOf } from '../corpus/files.js';
import type { FileReading } from '../corpus/source-file.js';
import { EmbeddedIndex } from '../retrieval/embedded-index.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import { isSameCollection, snapshotSettings } from './snapshot/settings.js';
import { loadSnapshot, type SnapshotContent } from './snapshot/snapshot.js';
import { SnapshotKeeper } from './snapshot/snapshot-keeper.js';

/** An index in this process's memory. */
export interface MemorySetting {
  readonly kind: 'memory';
  /** Folder in which the index is kept between starts; absent: it is not kept. */
  readonly cacheDir?: string | undefined;
  /** Whether it is written there too; default true. */
  readonly keeps?: boolean;
}

export interface OpenIndexOptions {
  /** Told what the snapshot is worth telling for. */
  readonly log?: Pick<Logger, 'info' | 'warn'>;
  /** How long the index has to stay the same before it is kept, in milliseconds; default 5,000 or more. */
  readonly keepMs?: number;
}

/** An index with what it holds from an earlier start. */
export interface OpenIndex {
  readonly index: PassageIndex;
  /** What the files held whose passages are in the index, in the order of their paths. */
  readonly readings: readonly FileReading[];
  /**
   * What keeps the index on disk; `undefined` where nothing has to or is to.
   * @param current what the files hold whose passages are in the index
   */
  keeper(current: () => readonly FileReading[]): SnapshotKeeper | undefined;
}

/** Name of the file in `cacheDir`. */
const SNAPSHOT = 'index.snapshot';

/** Opens the index of a collection in memory, with what was kept of it. */
export async function openIndex(
  place: Place,
  { cacheDir, keeps = true }: MemorySetting,
  { log, keepMs }: OpenIndexOptions,
): Promise<OpenIndex> {
  if (cacheDir === undefined) return { ...nothing(), keeper: () => undefined };
  const path = join(cacheDir, SNAPSHOT);
  const settings = snapshotSettings(nameOf(place));
  const { index, readings } = await restore(path, settings, place, log);
  return {
    index,
    readings,
    keeper: (current) => {
      if (!keeps) return undefined;
      return new SnapshotKeeper(path, settings, () => ({ index, readings: current() }), {
        ...(keepMs !== undefined && { quietMs: keepMs }),
        onError: (err) =>
          log?.warn({ err }, `The index cannot be kept in ${path}; the next start builds it anew.`),
      });
    },
  };
}

/** What was kept of the collection; nothing where there is nothing that could be used. */
async function restore(
  path: string,
  settings: string,
  place: Place,
  log: OpenIndexOptions['log'],
): Promise<SnapshotContent> {
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
  return nothing();
}

function nothing(): SnapshotContent {
  return { index: new EmbeddedIndex(), readings: [] };
}

/** Absolute path of the collection. */
function nameOf(place: Place): string {
  return place.file === undefined ? place.folder : pathOf(place, place.file);
}
