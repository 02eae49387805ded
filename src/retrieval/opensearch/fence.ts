import { setTimeout as pause } from 'node:timers/promises';
import { IndexUnavailableError } from '../passage-index.js';
import type { Cluster } from './cluster.js';
import { articlesDefinition, passagesDefinition, type Sizing } from './definition.js';
import type { IndexNames } from './index-names.js';

const CHANGE_MS = 30_000;
/** Longer than a batch that is under way waits for its shard (`SHARD_WAIT_MS` of `bulk.ts`), in milliseconds. */
const UNDER_WAY_MS = 6_000;
/** Longer than a search takes that began under a name before it was given to another index: twice what a node may, in milliseconds. */
const SEARCHED_MS = 5_000;
const KINDS = ['passages', 'articles'] as const;

/** Under which names a collection's indices are read. */
export function readingNames(name: string): IndexNames {
  return { passages: `${name}.passages`, articles: `${name}.articles` };
}

/** Under which names the holder of an epoch writes them. */
export function writingNames(name: string, epoch: number): IndexNames {
  return { passages: `${name}.passages.writer-${epoch}`, articles: `${name}.articles.writer-${epoch}` };
}

/** What the indices themselves are called. */
export function versionNames(name: string, version: string): IndexNames {
  return { passages: `${name}.passages.v-${version}`, articles: `${name}.articles.v-${version}` };
}

/**
 * Makes the indices of a version, where they are missing.
 * @param version a–z, 0–9 and _ only
 * @throws IndexUnavailableError
 */
export async function createVersion(
  cluster: Cluster,
  name: string,
  version: string,
  sizing: Sizing = {},
): Promise<void> {
  const names = versionNames(name, version);
  const definitions = { passages: passagesDefinition(sizing), articles: articlesDefinition(sizing) };
  for (const kind of KINDS) {
    const { status } = await cluster.ask({ method: 'HEAD', path: names[kind], accept: [404] });
    if (status !== 404) continue;
    await cluster.ask({
      method: 'PUT',
      path: names[kind],
      body: definitions[kind],
      ms: CHANGE_MS,
      accept: [400],
    });
  }
}

/**
 * Lets the holder of an epoch write a version, and nobody else. Each holder writes under aliases of its own (bulk requests
 * with `require_alias`), and these are taken away from all others in the same step in which they are given: a holder that
 * was paused finds nothing under its names when it wakes. Resolves when every node knows, and when what had been accepted
 * before is written or given up.
 * @throws IndexUnavailableError
 */
export async function fence(cluster: Cluster, name: string, version: string, epoch: number): Promise<void> {
  const indices = versionNames(name, version);
  const aliases = writingNames(name, epoch);
  await change(
    cluster,
    KINDS.flatMap((kind) => [
      { remove: { index: `${name}.${kind}.v-*`, alias: `${name}.${kind}.writer-*` } },
      { add: { index: indices[kind], alias: aliases[kind] } },
    ]),
  );
  await pause(UNDER_WAY_MS);
}

/**
 * Lets searches see a version instead of the one before, in one step, and takes out what nobody sees any more when searches that
 * had begun there are over. Refused to whoever may not write it; what one who dies meanwhile leaves, the next takes out.
 * @throws IndexUnavailableError
 */
export async function swing(cluster: Cluster, name: string, version: string, epoch: number): Promise<void> {
  const indices = versionNames(name, version);
  const [reading, writing] = [readingNames(name), writingNames(name, epoch)];
  const others = await Promise.all(
    KINDS.map(async (kind) => {
      const all = await indicesOf(cluster, `${name}.${kind}.v-*`);
      return all.filter((index) => index !== indices[kind]).map((index) => ({ index, alias: reading[kind] }));
    }),
  ).then((each) => each.flat());
  // All of a step is refused where the alias is not this one's any more.
  const ours = KINDS.flatMap((kind) => [
    { remove: { index: indices[kind], alias: writing[kind], must_exist: true } },
    { add: { index: indices[kind], alias: writing[kind] } },
  ]);
  await change(cluster, [
    ...ours,
    ...KINDS.map((kind) => ({ add: { index: indices[kind], alias: reading[kind] } })),
    ...others.map((other) => ({ remove: { ...other, must_exist: false } })),
  ]);
  if (others.length === 0) return;
  await pause(SEARCHED_MS);
  await change(cluster, [...ours, ...others.map(({ index }) => ({ remove_index: { index } }))]);
}

async function indicesOf(cluster: Cluster, pattern: string): Promise<string[]> {
  const { body } = await cluster.ask<object>({ method: 'GET', path: `${pattern}/_alias` });
  return Object.keys(body);
}

async function change(cluster: Cluster, actions: readonly object[]): Promise<void> {
  const { body } = await cluster.ask<{ readonly acknowledged: boolean }>({
    method: 'POST',
    path: '_aliases',
    query: { timeout: `${CHANGE_MS}ms` },
    body: { actions },
    ms: CHANGE_MS + 5_000,
  });
  if (!body.acknowledged)
    throw new IndexUnavailableError({
      en: 'not every node knows of a change of names yet',
      zh: '还有节点不知道名称已经改变',
    });
}
