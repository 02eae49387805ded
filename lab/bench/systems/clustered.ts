import { isUnavailable } from '../../../src/answering/unavailable.js';
import { openCollection } from '../../../src/app/open.js';
import type { System } from '../system.js';
import { answering } from './jianbao.js';

/** What its index is called. */
export const CLUSTERED = 'jianbao-bench';

/**
 * The product with its index in the cluster that INDEX_URL names, which holds the passages already: a bot that
 * reaches no files and reads no windows.
 */
export const clustered: System = {
  name: 'jianbao-opensearch',
  restarts: false,
  async open({ folder }) {
    const { INDEX_URL = '' } = process.env;
    const index = { kind: 'cluster', urls: INDEX_URL.split(','), name: CLUSTERED } as const;
    const { ask, find, close } = answering(
      await openCollection(`${folder}/nothing`, { index, reader: 'off' }),
    );
    return {
      ask: (question) => insisted(() => ask(question)),
      find: (question) => insisted(() => find(question)),
      close,
    };
  },
};

/** For so long a question is asked again, in milliseconds. */
const INSISTING_MS = 60_000;

/**
 * Asks again where the cluster took too long, as people do: what that takes counts.
 * @throws IndexUnavailableError where it goes on for a minute
 */
async function insisted<T>(act: () => T | Promise<T>): Promise<T> {
  const until = performance.now() + INSISTING_MS;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!isUnavailable(error) || performance.now() > until) throw error;
    }
  }
}
