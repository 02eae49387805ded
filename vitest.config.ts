import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The table that the playground checks calls against is made, not kept in the repository.
    globalSetup: ['scripts/derive-bot-api.mjs'],
    // Real processes, a dictionary of 5 MB and a browser start inside tests; the limit only stops what hangs.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
