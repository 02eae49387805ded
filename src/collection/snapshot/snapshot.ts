import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileReading } from '../../corpus/source-file.js';
import { EmbeddedIndex } from '../../retrieval/embedded-index.js';
import { articleSections, readArticles } from './articles.js';
import { DamagedContainerError, readContainer, type Section, writeContainer } from './container.js';
import { indexSections, readInvertedIndex, readPassages } from './index-data.js';
import { json } from './pieces.js';

/** A collection with its index, as it is kept on disk between starts. */
export interface SnapshotContent {
  readonly readings: readonly FileReading[];
  /** Its passages are of articles of the readings. */
  readonly index: EmbeddedIndex;
}

export type SnapshotOutcome =
  | ({ readonly kind: 'restored' } & SnapshotContent)
  | { readonly kind: 'absent' }
  /** There is one, of other code or settings: those that it states. */
  | { readonly kind: 'other'; readonly settings: string }
  /** There is one, but it is of no use; `reason` is a clause. */
  | { readonly kind: 'unusable'; readonly reason: string };

/**
 * Writes a snapshot, so that at any moment either the old one or the new one is there whole. Neither content may
 * change meanwhile.
 * @param settings as `snapshotSettings` gives them
 * @param signal stops the writing, which then throws the signal's reason and leaves nothing behind
 * @throws the file system's error when it cannot be written
 */
export async function saveSnapshot(
  path: string,
  settings: string,
  content: SnapshotContent,
  signal: AbortSignal,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await removeLeftovers(path);
  const temporary = `${path}.${process.pid}${TEMPORARY}`;
  try {
    const file = await open(temporary, 'w');
    try {
      await writeContainer(file, settings, stoppable(sectionsOf(content), signal));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Reads a snapshot that was written under the same settings. Never throws for anything that is wrong with it. */
export async function loadSnapshot(path: string, settings: string): Promise<SnapshotOutcome> {
  try {
    const container = await readContainer(path, settings);
    if (typeof container === 'string') return { kind: 'other', settings: container };
    const readings = readArticles(container);
    const articles = readings.flatMap((reading) => reading.articles);
    const passages = readPassages(container, articles);
    const [version = ''] = container.values<string>('version');
    const index = EmbeddedIndex.restore({ inverted: readInvertedIndex(container), passages, version });
    return { kind: 'restored', readings, index };
  } catch (error) {
    return whyNot(error);
  }
}

const TEMPORARY = '.tmp';

function sectionsOf({ readings, index }: SnapshotContent): Section[] {
  const { inverted, passages, version } = index.dump();
  const articles = readings.flatMap((reading) => reading.articles);
  return [
    ...articleSections(readings),
    ...indexSections(inverted, passages, articles),
    { name: 'version', pieces: () => json([version]) },
  ];
}

function* stoppable(sections: readonly Section[], signal: AbortSignal): Generator<Section> {
  for (const { name, pieces } of sections) {
    yield {
      name,
      *pieces() {
        for (const piece of pieces()) {
          signal.throwIfAborted();
          yield piece;
        }
      },
    };
  }
}

function whyNot(error: unknown): SnapshotOutcome {
  if (error instanceof DamagedContainerError || error instanceof SyntaxError) {
    return { kind: 'unusable', reason: error.message };
  }
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'ENOENT') return { kind: 'absent' };
    return { kind: 'unusable', reason: `it cannot be read (${String(error.code)})` };
  }
  throw error;
}

/** Removes what processes left that were killed while they wrote. */
async function removeLeftovers(path: string): Promise<void> {
  for (const name of await readdir(dirname(path))) {
    const [, pid] = /\.(\d+)\.tmp$/.exec(name) ?? [];
    if (!name.startsWith(`${basename(path)}.`) || pid === undefined || isRunning(Number(pid))) continue;
    await rm(join(dirname(path), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process is there, but another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Lets the new name outlast a loss of power. Not every system can; the snapshot is good all the same. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path);
    await folder.sync().finally(() => folder.close());
  } catch {
    // Nothing to do about it.
  }
}
