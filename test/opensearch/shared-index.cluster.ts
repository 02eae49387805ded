import { afterEach, expect, it } from 'vitest';
import type { Passage } from '../../src/corpus/article.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';
import { Cluster } from '../../src/retrieval/opensearch/cluster.js';
import { readingNames } from '../../src/retrieval/opensearch/fence.js';
import { OpenSearchIndex } from '../../src/retrieval/opensearch/opensearch-index.js';
import { SharedIndex, type SharedIndexOptions } from '../../src/retrieval/opensearch/shared-index.js';
import { NOTICES, passageOf } from '../retrieval/passages.js';
import { testCluster, URLS } from './test-cluster.js';

const cluster = testCluster();
const { name } = cluster.setting;
const OPTIONS: SharedIndexOptions = {
  version: 'one',
  sizing: { shards: 1, replicas: 0 },
  times: { beatMs: 300, heldMs: 2_000, deadMs: 4_000 },
  lookMs: 200,
};
const open: SharedIndex[] = [];
const opened = async (options: Partial<SharedIndexOptions> = {}): Promise<SharedIndex> => {
  const index = await SharedIndex.open(new Cluster({ urls: URLS, name }, 30_000), { ...OPTIONS, ...options });
  open.push(index);
  return index;
};
afterEach(async () => {
  for (const index of open.splice(0)) await index.close();
  await cluster.ask({ method: 'DELETE', path: `${name}.*`, ms: 30_000, accept: [404] });
});

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
};
const versionOf = async (passages: readonly Passage[]): Promise<string> => {
  const index = new EmbeddedIndex();
  await index.add(passages);
  return index.state.version;
};
const pipes = passageOf({ id: 'pipes', title: '停水通知', text: '城北片区周五停水6小时。' });

it('one of two writes, the other sees it, and goes on where the first one ends', async () => {
  const first = await opened();
  await first.add(NOTICES);
  expect(first.state).toEqual({ size: NOTICES.length, version: await versionOf(NOTICES) });

  const second = await opened();
  await second.add(NOTICES);
  expect(second.epoch).toBeUndefined();
  expect((await second.search([{ term: '图书馆', weight: 1 }], 1)).candidates[0]?.passage).toEqual(
    NOTICES[3],
  );

  // Both follow the same files; the writer's change is seen by the other, whose own counts for nothing.
  await Promise.all([first.update({ add: [pipes] }), second.update({ add: [pipes] })]);
  await until(() => second.state.size === NOTICES.length + 1);

  await first.close();
  await until(() => second.epoch !== undefined);
  await second.remove(['pipes']);
  expect(second.state).toEqual({ size: NOTICES.length, version: await versionOf(NOTICES) });
});

it('puts right what an earlier writer left undone, and keeps what was done', async () => {
  const first = await opened();
  await first.add([...NOTICES.slice(0, 3), pipes]);
  await first.close();
  const second = await opened();
  await second.add(NOTICES);
  expect(second.state.version).toBe(await versionOf(NOTICES));
  expect(await second.get('pipes')).toBeUndefined();
});

it('another version is built beside the one that is searched, and takes its place in one step', async () => {
  const old = await opened();
  await old.add(NOTICES);
  await old.close();
  const reader = await OpenSearchIndex.open(cluster, readingNames(name), { lookMs: 0 });

  const next = await opened({ version: 'two' });
  const sizes = new Set<number>();
  let done = false;
  const watching = (async () => {
    while (!done) sizes.add((await reader.search([{ term: '大桥', weight: 1 }], 5)).candidates.length);
  })();
  await until(() => next.epoch !== undefined);
  await next.add(NOTICES);
  done = true;
  await watching;
  expect([...sizes]).toEqual([2]);
  const { body } = await cluster.ask<object>({ method: 'GET', path: `${name}.passages.v-*/_alias` });
  expect(Object.keys(body)).toEqual([`${name}.passages.v-two`]);
});
