import { randomBytes } from 'node:crypto';
import { afterAll } from 'vitest';
import { Cluster } from '../../src/retrieval/opensearch/cluster.js';
import { articlesDefinition, passagesDefinition } from '../../src/retrieval/opensearch/definition.js';
import { OpenSearchIndex } from '../../src/retrieval/opensearch/opensearch-index.js';

/** The nodes that `npm run test:opensearch` started. */
export const URLS = (process.env.OPENSEARCH_URLS ?? '').split(',');

/** Small nodes on a busy machine are slow; what is tested here is not how fast they are. */
const ANSWER_MS = 30_000;

/** The cluster, asked as a bot asks it; closed when the file's tests are done. */
export function testCluster(name = `test-${randomBytes(4).toString('hex')}`): Cluster {
  const cluster = new Cluster({ urls: URLS, name }, ANSWER_MS);
  afterAll(() => cluster.close());
  return cluster;
}

/**
 * An index of its own that holds nothing, in two shards, so that nothing depends on all being in one.
 * @param replicas further copies of each shard: starting them takes most of the time
 */
export async function emptyIndex(cluster: Cluster, replicas = 0): Promise<OpenSearchIndex> {
  const name = `${cluster.setting.name}-${randomBytes(4).toString('hex')}`;
  const names = { passages: `${name}-passages`, articles: `${name}-articles` };
  const sizing = { shards: 2, replicas };
  const definitions = {
    [names.passages]: passagesDefinition(sizing),
    [names.articles]: articlesDefinition(sizing),
  };
  for (const [alias, definition] of Object.entries(definitions)) {
    await cluster.ask({
      method: 'PUT',
      path: `${alias}-1`,
      query: { wait_for_active_shards: 'all' },
      body: { ...definition, aliases: { [alias]: {} } },
      ms: 30_000,
    });
  }
  return OpenSearchIndex.open(cluster, names, { writing: names, lookMs: 0 });
}

/** Takes out an index that `emptyIndex` made. */
export async function dropIndex({ cluster, names }: OpenSearchIndex): Promise<void> {
  await cluster.ask({ method: 'DELETE', path: `${names.passages}-1,${names.articles}-1`, ms: 30_000 });
}
