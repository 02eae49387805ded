import { defineConfig } from 'vitest/config';

const PROCESS = 'test/**/*.process.test.ts';

export default defineConfig({
  test: {
    // The table that the playground checks calls against is made, not kept in the repository.
    globalSetup: ['playground/schema/derive-bot-api.mjs'],
    // Both of two cores: what a test waits for is mostly not the processor.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [PROCESS],
          // Files share the modules of a process, so that the dictionary is read once and not eighty times.
          isolate: false,
          // Real servers and a dictionary of 5 MB in one process; the limit only stops what hangs.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: [PROCESS],
          globalSetup: ['test/build.ts'],
          // Commands, the bot and a browser, each a process of its own.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
