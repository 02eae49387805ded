import type { OnRead } from '../collection/live-collection.js';

/** How far the reading of a collection has come. */
export interface ReadingState {
  readonly files: number;
  readonly of: number;
  /** Whole seconds until the rest is read, if it goes on as it did. */
  readonly secondsLeft: number;
}

/**
 * Tells now and then how far reading has come; nothing where all is read before the first pause is over.
 * @param everyMs pause between two reports, in milliseconds
 */
export function reportEvery(everyMs: number, report: (state: ReadingState) => void): OnRead {
  const began = performance.now();
  let told = began;
  return (files, of) => {
    const now = performance.now();
    if (now - told < everyMs || files === of) return;
    told = now;
    const secondsLeft = Math.ceil((((now - began) / files) * (of - files)) / 1_000);
    report({ files, of, secondsLeft });
  };
}
