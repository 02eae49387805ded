import { afterAll, expect, it } from 'vitest';
import { Claims } from '../../src/retrieval/opensearch/claims.js';
import { sweep } from '../../src/retrieval/opensearch/claims-sweep.js';
import { Cluster } from '../../src/retrieval/opensearch/cluster.js';
import { testCluster, URLS } from './test-cluster.js';

const cluster = testCluster();
const { name } = cluster.setting;
const INDEX = `${name}.updates`;
/** Quick, so that the tests are. */
const TIMES = { lookMs: 100, beatMs: 500, deadMs: 2_000 };
const WAIT_MS = 10_000;

const open: Claims[] = [];
const opened = async (times: Partial<typeof TIMES> = {}): Promise<Claims> => {
  const claims = await Claims.open(new Cluster({ urls: URLS, name }, 30_000), INDEX, { ...TIMES, ...times });
  open.push(claims);
  return claims;
};
afterAll(async () => {
  for (const claims of open) await claims.close();
  await cluster.ask({ method: 'DELETE', path: INDEX, ms: 30_000 });
});

it('gives each of 50 things to one of three', async () => {
  const all = await Promise.all([opened(), opened(), opened()]);
  for (let thing = 0; thing < 50; thing++) {
    const claimed = await Promise.all(all.map((claims) => claims.claim(`race-${thing}`, 0)));
    expect(claimed.sort()).toEqual(['elsewhere', 'elsewhere', 'mine']);
  }
});

it('is known to the others when it is done, and not before', async () => {
  const [one, other] = await Promise.all([opened(), opened()]);
  expect(await one.claim('a', 0)).toBe('mine');
  expect(await one.claim('a', 0)).toBe('mine');
  const waiting = other.claim('a', WAIT_MS);
  await one.settle('a');
  expect(await waiting).toBe('settled');
  expect(await one.claim('a', 0)).toBe('settled');
});

it('is known to be done where nothing was claimed, since the cluster could not be asked', async () => {
  const [one, other] = await Promise.all([opened(), opened()]);
  await one.settle('unclaimed');
  expect(await other.claim('unclaimed', 0)).toBe('settled');
});

it('is another’s when its holder is dead or ends, and stays with one that takes long', async () => {
  const [dead, slow, other] = await Promise.all([opened({ beatMs: 1_000_000 }), opened(), opened()]);
  expect(await dead.claim('b', 0)).toBe('mine');
  expect(await slow.claim('c', 0)).toBe('mine');
  const [ofDead, ofSlow] = await Promise.all([other.claim('b', WAIT_MS), other.claim('c', TIMES.deadMs * 2)]);
  expect([ofDead, ofSlow]).toEqual(['mine', 'elsewhere']);
  await slow.close();
  expect(await other.claim('c', WAIT_MS)).toBe('mine');
});

it('is forgotten after two days', async () => {
  const put = (id: string, at: number) =>
    cluster.ask({
      method: 'PUT',
      path: `${INDEX}/_doc/${id}`,
      query: { refresh: true },
      body: { owner: 'x', settled: true, at },
    });
  const [now, days] = [Date.now(), 86_400_000];
  await put('old', now - 3 * days);
  await put('new', now - days);
  await sweep(cluster, INDEX);
  const statuses = ['old', 'new'].map(async (id) => {
    const { status } = await cluster.ask({ method: 'HEAD', path: `${INDEX}/_doc/${id}`, accept: [404] });
    return status;
  });
  expect(await Promise.all(statuses)).toEqual([404, 200]);
});
