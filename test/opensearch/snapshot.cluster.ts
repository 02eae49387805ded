import { afterAll, expect, it } from 'vitest';
import { Cluster } from '../../src/retrieval/opensearch/cluster.js';
import { readingNames } from '../../src/retrieval/opensearch/fence.js';
import { OpenSearchIndex } from '../../src/retrieval/opensearch/opensearch-index.js';
import { SharedIndex } from '../../src/retrieval/opensearch/shared-index.js';
import { NOTICES, passageOf } from '../retrieval/passages.js';
import { testCluster, URLS } from './test-cluster.js';

const cluster = testCluster();
const { name } = cluster.setting;
const TIMES = { beatMs: 300, heldMs: 2_000, deadMs: 4_000 };
/** What `docs/scale.md` tells to keep: what says who writes is of one moment, and is made anew. */
const KEPT = `${name}.passages.*,${name}.articles.*`;

/** Longer than the smallest machine takes, in milliseconds. */
const MS = 60_000;
const UNTIL_DONE = { wait_for_completion: true };
const ALONE = { indices: KEPT, include_global_state: false };

interface Restored {
  readonly snapshot: { readonly shards: { readonly failed: number; readonly total: number } };
}

const bot = (): Promise<SharedIndex> =>
  SharedIndex.open(new Cluster({ urls: URLS, name }, 30_000), { version: 'one', times: TIMES, lookMs: 200 });

afterAll(async () => {
  await cluster.ask({ method: 'DELETE', path: `${name}.*`, ms: MS, accept: [404] });
  await cluster.ask({ method: 'DELETE', path: `_snapshot/${name}`, ms: MS, accept: [404] });
});

it('is there again from a snapshot, and a bot that starts adds what has come since', async () => {
  const before = await bot();
  await before.add(NOTICES);
  const { state } = before;

  const repository = `_snapshot/${name}`;
  const body = { type: 'fs', settings: { location: name } };
  await cluster.ask({ method: 'PUT', path: repository, body, ms: MS });
  const taken = await cluster.ask({
    method: 'PUT',
    path: `${repository}/first`,
    query: UNTIL_DONE,
    body: ALONE,
    ms: MS,
  });
  expect(taken.body).toMatchObject({ snapshot: { state: 'SUCCESS', failures: [] } });

  await before.close();
  await cluster.ask({ method: 'DELETE', path: `${name}.*`, ms: MS });
  const restored = await cluster.ask<Restored>({
    method: 'POST',
    path: `${repository}/first/_restore`,
    query: UNTIL_DONE,
    body: ALONE,
    ms: MS,
  });
  expect(restored.body.snapshot.shards).toMatchObject({ failed: 0 });

  const reader = await OpenSearchIndex.open(cluster, readingNames(name), { lookMs: 0 });
  expect(reader.state).toEqual(state);
  const { candidates } = await reader.search([{ term: '图书馆', weight: 1 }], 1);
  expect(candidates[0]?.passage).toEqual(NOTICES[3]);

  const after = await bot();
  await after.add([
    ...NOTICES,
    passageOf({ id: 'pipes', title: '停水通知', text: '城北片区周五停水6小时。' }),
  ]);
  expect((await reader.refresh()).size).toBe(NOTICES.length + 1);
  expect(await after.get('pipes')).toBeDefined();
  await after.close();
});
