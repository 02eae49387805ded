import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The faults come last: what they rest on is tested by the others. */
class FaultsLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): string =>
      `${Number(moduleId.endsWith('/faults.cluster.ts'))} ${moduleId}`;
    return files.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
  }
}

/** Tests that need a cluster: `npm run test:opensearch` starts one and names its nodes in OPENSEARCH_URLS. */
export default defineConfig({
  test: {
    include: ['test/opensearch/**/*.cluster.ts'],
    // One file after the other: they share the cluster.
    fileParallelism: false,
    sequence: { sequencer: FaultsLast },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
