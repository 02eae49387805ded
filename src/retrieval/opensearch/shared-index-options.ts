import type { PassageIndex } from '../passage-index.js';
import type { Sizing } from './definition.js';
import type { LeaseTimes } from './lease.js';

export interface SharedIndexOptions {
  /** What shaped the terms, a–z, 0–9 and _ only: another version is built beside the one that is searched. */
  readonly version: string;
  readonly sizing?: Sizing;
  readonly times?: Partial<LeaseTimes>;
  /** How long between two looks at what others changed, in milliseconds; default 2,000. */
  readonly lookMs?: number;
  /** Whether this process may become the writer; default yes. */
  readonly mayWrite?: boolean;
  /**
   * Told when this process begins to write, and has to say what the index is to hold, and when it ends (`undefined`). After a
   * fault it may be told of the same holding again, which then goes on.
   */
  readonly onWriting?: (writer: IndexWriter | undefined) => void;
  /** Told what kept this process from renewing the lease or from writing; it tries again at the next beat. */
  readonly onError?: (error: unknown) => void;
}

/** What changes an index during one holding of the lease, and no longer. */
export interface IndexWriter extends Pick<PassageIndex, 'state' | 'update'> {
  readonly epoch: number;
}
