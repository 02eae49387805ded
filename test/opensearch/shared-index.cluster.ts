import { afterEach, expect, it } from 'vitest';
import type { Passage } from '../../src/corpus/article.js';
import { EmbeddedIndex } from '../../src/retrieval/embedded-index.js';
import { FencedError } from '../../src/retrieval/opensearch/bulk.js';
import { Cluster } from '../../src/retrieval/opensearch/cluster.js';
import { readingNames } from '../../src/retrieval/opensearch/fence.js';
import { OpenSearchIndex } from '../../src/retrieval/opensearch/opensearch-index.js';
import {
  type IndexWriter,
  SharedIndex,
  type SharedIndexOptions,
} from '../../src/retrieval/opensearch/shared-index.js';
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
  expect(first.articles.overview).toMatchObject({ articles: NOTICES.length });

  const began: (number | undefined)[] = [];
  const second = await opened({ onWriting: (writer) => began.push(writer?.epoch) });
  await second.ready();
  expect(second.epoch).toBeUndefined();
  expect((await second.search([{ term: '图书馆', weight: 1 }], 1)).candidates[0]?.passage).toEqual(
    NOTICES[3],
  );
  await expect(second.add([pipes])).rejects.toThrow(FencedError);

  await first.add([pipes]);
  await until(() => second.state.size === NOTICES.length + 1);
  await until(() => second.articles.overview.articles === NOTICES.length + 1);

  await first.close();
  await until(() => second.epoch !== undefined);
  expect(began).toEqual([second.epoch]);
  // It says what there is to be, as its files do.
  await second.add(NOTICES);
  expect(second.state).toEqual({ size: NOTICES.length, version: await versionOf(NOTICES) });
});

it('what was said in one holding is not taken for all there is in the next', async () => {
  const writers: (IndexWriter | undefined)[] = [];
  const index = await opened({ onWriting: (writer) => writers.push(writer) });
  await until(() => writers.length === 1);
  await writers[0]?.update({ add: NOTICES });
  const other = await opened();
  await until(async () => {
    // Whichever beats first takes what was given back.
    if (index.lease.epoch !== undefined) await index.lease.release();
    return other.epoch !== undefined;
  });
  await other.close();
  await until(() => writers.at(-1) !== undefined && writers.at(-1)?.epoch !== writers[0]?.epoch);
  await expect(writers[0]?.update({ add: [pipes] })).rejects.toThrow(FencedError);
  await index.refresh();
  expect(index.state.size).toBe(NOTICES.length);
});

it('one that may not write never does', async () => {
  const first = await opened();
  await first.add(NOTICES);
  await first.close();
  const reader = await opened({ mayWrite: false });
  await reader.ready();
  await new Promise((resolve) => setTimeout(resolve, (OPTIONS.times?.deadMs ?? 0) + 1_000));
  expect(reader.epoch).toBeUndefined();
  expect(reader.state.size).toBe(NOTICES.length);
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
