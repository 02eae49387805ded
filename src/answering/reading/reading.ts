import type { WindowText } from './encode.js';
import type { BestStretch } from './stretch.js';

/** What was read in a window. */
export interface Reading extends BestStretch {
  /** Logit of whether the window answers the question. */
  readonly answers: number;
}

/**
 * How long a question may wait for others to be read, in milliseconds. Where more is asked than can be read, a longer queue has
 * everybody wait and reads no more; who comes then is better served at once, without the reader.
 */
export const PATIENCE_MS = 300;

/** How long one who asks may still wait for others, however often something is read for the question. */
export class Patience {
  #leftMs = PATIENCE_MS;

  /** Milliseconds. */
  get leftMs(): number {
    return this.#leftMs;
  }

  /** @param ms that were waited */
  spend(ms: number): void {
    this.#leftMs -= ms;
  }
}

export interface ReadOptions {
  /**
   * Asked after each window with all readings so far: whether they are enough, so that no further one is read. By
   * default all windows are read.
   */
  readonly enough?: (soFar: readonly Reading[]) => boolean;
  /** Whether it is `busy` as soon as anything else is to be read: default no. */
  readonly spare?: boolean;
  /** It is `busy` at once where others are expected to take longer; what is waited is taken off. By default that of a question. */
  readonly patience?: Patience;
}

export type ReadOutcome =
  /** A reading for each window that was read, in their order. */
  | { readonly kind: 'read'; readonly readings: readonly Reading[] }
  /** Too many questions are being read, or the reader is being closed. */
  | { readonly kind: 'busy' };

/** Reads question and window together: whether the window answers, and where. */
export interface Reader {
  /**
   * @param question folded
   * @param windows the most promising first
   * @throws ReadingError when the model fails
   */
  read(question: string, windows: readonly WindowText[], options?: ReadOptions): Promise<ReadOutcome>;
  /** Ends what waits to be read with `busy`, waits for the window that is being read, and gives the model's memory back. */
  close(): Promise<void>;
}
