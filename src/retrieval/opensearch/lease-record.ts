import { IndexUnavailableError } from '../passage-index.js';
import type { Cluster } from './cluster.js';
import { ALLOCATION_TRIES } from './definition.js';

/** Who writes, as one document tells it. */
export interface LeaseRecord {
  /** A name that a process gave itself. */
  readonly owner: string;
  /** One more with each new holder. */
  readonly epoch: number;
  /** Given back, so that nobody has to wait. */
  readonly released: boolean;
}

/** A record with the place in the order of its changes: what a change has to name, so that two never both succeed. */
export interface ReadRecord extends LeaseRecord {
  readonly sequence: number;
  readonly term: number;
}

interface Placed {
  readonly _seq_no: number;
  readonly _primary_term: number;
}

const DOCUMENT = 'writer';

/** Makes the index of the record, where it is missing. */
export async function createRecordIndex(cluster: Cluster, index: string): Promise<void> {
  await cluster.ask({
    method: 'PUT',
    path: index,
    body: {
      settings: { number_of_shards: 1, auto_expand_replicas: '0-2', ...ALLOCATION_TRIES },
      mappings: {
        dynamic: 'strict',
        properties: { owner: { type: 'keyword' }, epoch: { type: 'long' }, released: { type: 'boolean' } },
      },
    },
    ms: 30_000,
    accept: [400],
  });
}

/** @throws IndexUnavailableError */
export async function readRecord(cluster: Cluster, index: string): Promise<ReadRecord | undefined> {
  const { status, body } = await cluster.ask<Placed & { readonly _source: LeaseRecord }>({
    method: 'GET',
    path: `${index}/_doc/${DOCUMENT}`,
    accept: [404],
  });
  if (status === 404) return undefined;
  return { ...body._source, sequence: body._seq_no, term: body._primary_term };
}

/**
 * Writes a record in the place of one that was read, or where there was none.
 * @returns the record as it stands; `undefined` where another was first
 * @throws IndexUnavailableError
 */
export async function replaceRecord(
  cluster: Cluster,
  index: string,
  old: ReadRecord | undefined,
  { owner, epoch, released }: LeaseRecord,
): Promise<ReadRecord | undefined> {
  const record = { owner, epoch, released };
  try {
    const { status, body } = await cluster.ask<Placed>({
      method: 'PUT',
      path: `${index}/_doc/${DOCUMENT}`,
      query: old ? { if_seq_no: old.sequence, if_primary_term: old.term } : { op_type: 'create' },
      body: record,
      accept: [409],
      // Twice might be refused the second time for having succeeded the first.
      again: false,
    });
    if (status !== 409) return { ...record, sequence: body._seq_no, term: body._primary_term };
  } catch (error) {
    if (!(error instanceof IndexUnavailableError)) throw error;
  }
  return written(await readRecord(cluster, index), old, record);
}

/**
 * What became of a write that nothing was heard of, or that was refused for what may have been this one or the one before,
 * of which nothing was heard.
 */
function written(
  now: ReadRecord | undefined,
  old: ReadRecord | undefined,
  { owner, epoch, released }: LeaseRecord,
): ReadRecord | undefined {
  if (now?.owner !== owner || now.epoch !== epoch || now.released !== released) return undefined;
  return now.sequence === old?.sequence ? undefined : now;
}
