import { Cluster } from '../../src/retrieval/opensearch/cluster.js';
import { createVersion, fence, versionNames, writingNames } from '../../src/retrieval/opensearch/fence.js';
import { Lease } from '../../src/retrieval/opensearch/lease.js';
import { Writer } from '../../src/retrieval/opensearch/writer.js';
import { passageOf } from '../retrieval/passages.js';

/**
 * Takes the lease and writes as fast as it can, without ever looking whether it still may: all that is in the way of it
 * is the fence. Says what it does, a line each.
 */
const { OPENSEARCH_URLS = '', NAME = '' } = process.env;
const cluster = new Cluster({ urls: OPENSEARCH_URLS.split(','), name: NAME }, 30_000);
const lease = await Lease.open(cluster, `${NAME}.writer`, { deadMs: 3_000 });
const epoch = await lease.beat();
if (epoch === undefined) throw new Error('another process writes');
await createVersion(cluster, NAME, 'test', { shards: 1, replicas: 0 });
await fence(cluster, NAME, 'test', epoch);
const writer = new Writer(cluster, versionNames(NAME, 'test'), writingNames(NAME, epoch));
process.stdout.write(`writing by epoch ${epoch}\n`);
for (let n = 0; ; n++) {
  try {
    await writer.exchange({ add: [passageOf({ id: `n${n}`, text: `第${n}号公告：今日停水。` })] });
  } catch (error) {
    process.stdout.write(`refused: ${(error as Error).message}\n`);
    break;
  }
  process.stdout.write(`wrote ${n}\n`);
}
await cluster.close();
