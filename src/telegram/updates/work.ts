import { AsyncLocalStorage } from 'node:async_hooks';

/** The work on one update, as whoever shares out the turns sees it. */
export interface Work {
  /** It waits for something outside: a flood limit to end, a server to come back. It needs no turn until `resume`. */
  rest(): void;
  resume(): void;
}

const current = new AsyncLocalStorage<Work>();

/** Runs the work on an update, so that waits anywhere within know whose they are. */
export function workOn<T>(work: Work, run: () => Promise<T>): Promise<T> {
  return current.run(work, run);
}

/** Waits; where this is part of the work on an update, that gives its turn to others meanwhile. */
export async function resting<T>(wait: Promise<T>): Promise<T> {
  const work = current.getStore();
  work?.rest();
  try {
    return await wait;
  } finally {
    work?.resume();
  }
}
