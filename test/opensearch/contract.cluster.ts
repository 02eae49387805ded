import { afterEach } from 'vitest';
import type { OpenSearchIndex } from '../../src/retrieval/opensearch/opensearch-index.js';
import { describePassageIndex } from '../retrieval/passage-index.contract.js';
import { dropIndex, emptyIndex, testCluster } from './test-cluster.js';

const cluster = testCluster();
const made: OpenSearchIndex[] = [];
afterEach(async () => {
  for (const index of made.splice(0)) await dropIndex(index);
});

describePassageIndex('OpenSearchIndex', async () => {
  const index = await emptyIndex(cluster);
  made.push(index);
  return index;
});
