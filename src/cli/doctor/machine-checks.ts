import { randomUUID } from 'node:crypto';
import { mkdir, rm, rmdir, statfs, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openReader } from '../../answering/learned-reader.js';
import type { Config } from '../../app/config.js';
import { isRecentEnough, LEAST_NODE } from '../../app/node-version.js';
import { asItIs, type Bilingual } from '../../language/bilingual.js';
import { type Found, good, look, wrong } from './finding.js';

/** Below this a disk is as good as full, in MB: the index of 100,000 passages takes less. */
const LEAST_FREE_MB = 500;
const MB = 1_000_000;

export function nodeFound(version: string): Found {
  return isRecentEnough(version)
    ? good('node-fine', { version })
    : wrong('node-old', { version, least: LEAST_NODE });
}

/** Whether what has to be written can be, for each folder that is written to. */
export async function disksFound({ dataDir, indexCacheDir }: Config): Promise<Found[]> {
  return [
    await folderFound('DATA_DIR', dataDir, wrong),
    // Without it the bot answers all the same: the next start takes longer.
    await folderFound('INDEX_CACHE_DIR', indexCacheDir, look),
  ];
}

/** @param bad how bad it is when nothing can be written there */
async function folderFound(
  setting: string,
  path: string | undefined,
  bad: typeof wrong | typeof look,
): Promise<Found> {
  if (path === undefined) return good('folder-none', { setting });
  const written = await whyUnwritable(path);
  if (written !== undefined) return bad('folder-unwritable', { setting, path, why: written });
  const { bavail, bsize } = await statfs(await nearest(path));
  const free = Math.floor((bavail * bsize) / MB);
  if (free < LEAST_FREE_MB) return look('folder-full', { setting, path, free });
  return good('folder-fine', { setting, path, free });
}

/** Tries: what a user may do is not told by permissions alone. Leaves nothing behind, not even the folder. */
async function whyUnwritable(path: string): Promise<Bilingual | undefined> {
  const probe = join(path, `.doctor-${randomUUID()}`);
  let made: string | undefined;
  try {
    made = await mkdir(path, { recursive: true });
    await writeFile(probe, '剪报\n', { flag: 'wx' });
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === undefined ? { en: 'unknown', zh: '原因不明' } : asItIs(code);
  } finally {
    await rm(probe, { force: true }).catch(() => {});
    if (made !== undefined) await removeEmpty(resolve(path), resolve(made));
  }
}

/** Takes away a folder and those above it up to one, as far as nothing is in them. */
async function removeEmpty(path: string, last: string): Promise<void> {
  for (let at = path; ; at = dirname(at)) {
    const isGone = await rmdir(at).then(
      () => true,
      () => false,
    );
    if (!isGone || at === last) return;
  }
}

/** The folder, or the one above it that is there. */
async function nearest(path: string): Promise<string> {
  for (let at = resolve(path); ; at = dirname(at)) {
    const isThere = await statfs(at).then(
      () => true,
      () => at === dirname(at),
    );
    if (isThere) return at;
  }
}

/** Memory that a bot takes: with few articles, and with each passage more, in MB. docs/speed.md measures it. */
const BASE_MB = 200;
const PASSAGE_MB = 0.0065;

/**
 * Whether there is room for the collection.
 * @param passages how many there are; `undefined`: not known
 * @param freeBytes what this process may have; in a container less than the machine has
 */
export function memoryFound(passages: number | undefined, freeBytes: number): Found {
  const free = Math.floor(freeBytes / MB);
  if (passages === undefined) return look('memory-unknown', { free });
  const needed = Math.ceil(BASE_MB + passages * PASSAGE_MB);
  return free < needed ? look('memory-short', { free, needed }) : good('memory-fine', { free, needed });
}

/** Whether the model is there and runs: it is opened, and reads once. */
export async function readerFound({ reader: mode }: Pick<Config, 'reader'>): Promise<Found> {
  if (mode === 'off') return good('reader-off', {});
  const opened = await openReader();
  if (opened.kind === 'unavailable') return look('reader-unavailable', { why: opened.why });
  await opened.reader.close();
  return good('reader-fine', {});
}
