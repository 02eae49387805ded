import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { materialOfSet } from '../../lab/bench/material.js';
import { createWorkload } from '../../lab/bench/workload.js';
import {
  createVersion,
  fence,
  swing,
  versionNames,
  writingNames,
} from '../../src/retrieval/opensearch/fence.js';
import { OpenSearchIndex } from '../../src/retrieval/opensearch/opensearch-index.js';
import { passageOf } from '../retrieval/passages.js';
import { testCluster, URLS } from './test-cluster.js';

const EVERYDAY = fileURLToPath(new URL('../../lab/data/everyday.json', import.meta.url));
const SEED = 20_260_308;
const SMALL = 1_000;
/** A million takes an hour on two cores; a hundredth of it would tell a bot that keeps all of them. */
const BIG = Number(process.env.MEMORY_PASSAGES ?? 10_000);
const BATCH = 5_000;
const MINUTES = 60_000;
/** A collection may take so much more of a bot's memory. */
const MOST = 1.5;

const cluster = testCluster();
const { name } = cluster.setting;
afterAll(() => cluster.ask({ method: 'DELETE', path: `${name}.*`, ms: 30_000, accept: [404] }));

/** Adds passages of 300 characters, each in an article and a file of its own. */
async function fill(index: OpenSearchIndex, from: number, to: number): Promise<void> {
  const material = materialOfSet(EVERYDAY);
  const began = performance.now();
  for (let at = from; at < to; at += BATCH) {
    const { passages } = createWorkload(material, Math.min(BATCH, to - at), SEED + at);
    await index.add(passages.map(({ title, text }, i) => passageOf({ id: `p${at + i}`, title, text })));
  }
  const seconds = (performance.now() - began) / 1_000;
  process.stderr.write(`${to - from} passages added in ${seconds.toFixed(0)} s\n`);
}

/** What a bot of its own process holds in memory when it has answered. */
async function memory(): Promise<{ readonly passages: number; readonly rss: number }> {
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', fileURLToPath(new URL('reading-process.ts', import.meta.url))],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, OPENSEARCH_URLS: URLS.join(','), NAME: name, SET: EVERYDAY },
    },
  );
  const told = await text(child.stdout);
  process.stderr.write(told);
  return JSON.parse(told) as { passages: number; rss: number };
}

it(`a bot takes no more than ${MOST} times the memory at ${BIG} passages that it takes at ${SMALL}`, {
  timeout: 180 * MINUTES,
}, async () => {
  await createVersion(cluster, name, 'memory', { shards: 2, replicas: 0 });
  await fence(cluster, name, 'memory', 1);
  const index = await OpenSearchIndex.open(cluster, versionNames(name, 'memory'), {
    writing: writingNames(name, 1),
    lookMs: 0,
  });
  await fill(index, 0, SMALL);
  await swing(cluster, name, 'memory', 1);
  const small = await memory();
  await fill(index, SMALL, BIG);
  const big = await memory();
  const { body } = await cluster.ask<object>({
    method: 'GET',
    path: `_cat/indices/${name}.*`,
    query: { format: 'json' },
  });
  process.stderr.write(`${JSON.stringify(body)}\n`);
  expect([small.passages, big.passages]).toEqual([SMALL, BIG]);
  expect(big.rss).toBeLessThan(small.rss * MOST);
  await index.close();
});
