import { setTimeout as pause } from 'node:timers/promises';
import { IndexUnavailableError } from '../passage-index.js';
import type { Cluster } from './cluster.js';

/** A document that is put in its place, or taken out where there is none. */
export interface Write {
  readonly id: string;
  readonly document?: object;
}

/** The most of one request: some hundred passages, a few MB. */
const MOST_WRITES = 500;
const MOST_UNITS = 4_000_000;
/** How long a batch may take, and how long the cluster waits for a shard that is not there; in milliseconds. */
const BATCH_MS = 20_000;
const SHARD_WAIT_MS = 5_000;
/** Pauses before a batch is tried again for what the cluster had no room for, in milliseconds. */
const PAUSES_MS = [250, 1_000, 3_000];
const NO_ROOM = [429, 503];

/** This process may no longer write: another does. Nothing of the batch was written. */
export class FencedError extends IndexUnavailableError {
  constructor() {
    super({ en: 'another process writes it now', zh: '现在由另一个进程写入' });
  }
}

interface Item {
  readonly _id: string;
  readonly status: number;
  readonly error?: { readonly type: string };
}

/**
 * Writes in batches. Ids are ours, so that whatever is not known to be written is written again.
 * @param alias under which this process writes; what stands behind it tells who may
 * @throws FencedError, IndexUnavailableError
 */
export async function bulk(cluster: Cluster, alias: string, writes: readonly Write[]): Promise<void> {
  for (const batch of batches(writes)) await writeBatch(cluster, alias, batch);
}

async function writeBatch(cluster: Cluster, alias: string, writes: readonly Write[]): Promise<void> {
  let left = writes;
  for (const pauseMs of [...PAUSES_MS, undefined]) {
    const refused = await send(cluster, alias, left);
    if (refused.size === 0) return;
    left = left.filter(({ id }) => refused.has(id));
    if (pauseMs !== undefined) await pause(pauseMs);
  }
  throw new IndexUnavailableError({
    en: 'it has no room for what is to be written',
    zh: '没有空间写入新的内容',
  });
}

/** @returns ids of what there was no room for */
async function send(cluster: Cluster, alias: string, writes: readonly Write[]): Promise<Set<string>> {
  const { body } = await cluster.ask<{ readonly items: readonly Readonly<Record<string, Item>>[] }>({
    method: 'POST',
    path: `${alias}/_bulk`,
    query: { require_alias: true, timeout: `${SHARD_WAIT_MS}ms` },
    lines: writes.flatMap(({ id, document }) =>
      document ? [{ index: { _id: id } }, document] : [{ delete: { _id: id } }],
    ),
    ms: BATCH_MS,
  });
  const failed = body.items.flatMap((item) => Object.values(item)).filter(({ error }) => error !== undefined);
  if (failed.some(({ error }) => error?.type === 'index_not_found_exception')) throw new FencedError();
  const lost = failed.find(({ status }) => !NO_ROOM.includes(status));
  if (lost)
    throw new IndexUnavailableError({
      en: `it refuses a document (${lost.error?.type})`,
      zh: `拒绝写入一份内容（${lost.error?.type}）`,
    });
  return new Set(failed.map(({ _id }) => _id));
}

function* batches(writes: readonly Write[]): Generator<Write[]> {
  let batch: Write[] = [];
  let units = 0;
  for (const write of writes) {
    const size = write.document ? JSON.stringify(write.document).length : 0;
    if (batch.length > 0 && (batch.length >= MOST_WRITES || units + size > MOST_UNITS)) {
      yield batch;
      batch = [];
      units = 0;
    }
    batch.push(write);
    units += size;
  }
  if (batch.length > 0) yield batch;
}
