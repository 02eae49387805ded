import { defineConfig } from 'vitest/config';

/** Tests that need a cluster: `npm run test:opensearch` starts one and names its nodes in OPENSEARCH_URLS. */
export default defineConfig({
  test: {
    include: ['test/opensearch/**/*.cluster.ts'],
    // One file after the other: they share the cluster.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
