import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FencedError } from '../../src/retrieval/opensearch/bulk.js';
import {
  createVersion,
  fence,
  swing,
  versionNames,
  writingNames,
} from '../../src/retrieval/opensearch/fence.js';
import { Lease } from '../../src/retrieval/opensearch/lease.js';
import { createRecordIndex, readRecord, replaceRecord } from '../../src/retrieval/opensearch/lease-record.js';
import { Writer } from '../../src/retrieval/opensearch/writer.js';
import { IndexUnavailableError } from '../../src/retrieval/passage-index.js';
import { NOTICES } from '../retrieval/passages.js';
import { testCluster, URLS } from './test-cluster.js';

const cluster = testCluster();
const { name } = cluster.setting;
const RECORD = `${name}.writer`;
/** Quick, so that the tests are. */
const TIMES = { beatMs: 300, heldMs: 1_500, deadMs: 3_000 };

afterAll(() => cluster.ask({ method: 'DELETE', path: `${name}.*`, ms: 30_000 }));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the record of the lease', () => {
  it('has one winner in each of 200 races of two to ten processes', async () => {
    await createRecordIndex(cluster, RECORD);
    const winners: number[] = [];
    for (let race = 0; race < 200; race++) {
      const old = await readRecord(cluster, RECORD);
      const outcomes = await Promise.all(
        Array.from({ length: 2 + (race % 9) }, (_, i) =>
          replaceRecord(cluster, RECORD, old, { owner: `racer ${i}`, epoch: race + 1, released: false }),
        ),
      );
      winners.push(outcomes.filter((won) => won !== undefined).length);
    }
    expect(winners).toEqual(Array.from({ length: 200 }, () => 1));
    expect((await readRecord(cluster, RECORD))?.epoch).toBe(200);
  });
});

describe('a lease', () => {
  it('is held by one, goes to another when it is given back, and when its holder is silent', async () => {
    const [a, b] = await Promise.all([
      Lease.open(cluster, `${RECORD}-2`, TIMES),
      Lease.open(cluster, `${RECORD}-2`, TIMES),
    ]);
    expect(await a.beat()).toBe(1);
    expect([await b.beat(), await a.beat()]).toEqual([undefined, 1]);
    await a.release();
    expect([await b.beat(), await a.beat()]).toEqual([2, undefined]);
    // Neither says anything any more; only time passes.
    await pause(TIMES.deadMs + 200);
    expect([b.epoch, await a.beat(), await b.beat()]).toEqual([undefined, 3, undefined]);
  });
});

describe('a holder that another has taken the lease from', () => {
  const version = 'fenced';
  const indices = versionNames(name, version);
  const writer = (epoch: number): Writer => new Writer(cluster, indices, writingNames(name, epoch));
  beforeAll(() => createVersion(cluster, name, version, { shards: 1, replicas: 0 }));

  it('writes nothing', async () => {
    await fence(cluster, name, version, 1);
    await writer(1).exchange({ add: NOTICES.slice(0, 2) });
    await fence(cluster, name, version, 2);
    await expect(writer(1).exchange({ add: NOTICES.slice(2) })).rejects.toThrow(FencedError);
    await expect(writer(1).exchange({ remove: ['bridge'] })).rejects.toThrow(FencedError);
    const { body } = await cluster.ask<{ count: number }>({
      method: 'GET',
      path: `${indices.passages}/_count`,
    });
    expect(body.count).toBe(2);
    await writer(2).exchange({ remove: NOTICES.map(({ id }) => id) });
  });

  it('does not bring back a version that it built', async () => {
    await fence(cluster, name, version, 3);
    await expect(swing(cluster, name, version, 2)).rejects.toThrow(IndexUnavailableError);
    await swing(cluster, name, version, 3);
  });
});

it('a process that was paused while it wrote writes nothing after it wakes', {
  timeout: 300_000,
}, async () => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('writing-process.ts', import.meta.url))],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, OPENSEARCH_URLS: URLS.join(','), NAME: `${name}-paused` },
    },
  );
  // It ends by itself when it is refused.
  const ended = once(child, 'exit');
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async (): Promise<string> => (await lines.next()).value ?? 'ended';
    expect(await next()).toBe('writing by epoch 1');
    for (let n = 0; n < 3; n++) expect(await next()).toMatch(/^wrote /);
    child.kill('SIGSTOP');

    const lease = await Lease.open(cluster, `${name}-paused.writer`, TIMES);
    while ((await lease.beat()) === undefined) await pause(TIMES.beatMs);
    expect(lease.epoch).toBe(2);
    await fence(cluster, `${name}-paused`, 'test', 2);
    const holding = setInterval(() => void lease.beat().catch(() => {}), TIMES.beatMs);
    const index = `${name}-paused.passages.v-test`;
    const sequence = async (): Promise<number> => {
      const { body } = await cluster.ask<{
        indices: Record<string, { shards: Record<string, { seq_no: { max_seq_no: number } }[]> }>;
      }>({
        method: 'GET',
        path: `${index}/_stats`,
        query: { level: 'shards' },
      });
      const shards = Object.values(body.indices[index]?.shards ?? {}).flat();
      return shards.reduce((sum, { seq_no }) => sum + seq_no.max_seq_no, 0);
    };
    const before = await sequence();
    child.kill('SIGCONT');
    for (;;) {
      const said = await next();
      if (!said.startsWith('wrote ')) {
        expect(said).toMatch(/another process writes it now/);
        break;
      }
    }
    expect(await sequence()).toBe(before);
    clearInterval(holding);
  } finally {
    child.kill('SIGKILL');
    await ended;
    await cluster.ask({ method: 'DELETE', path: `${name}-paused.*`, ms: 30_000 });
  }
});
