import type { SystemResult } from './run.js';

/** What was measured of an index in a cluster at one size. */
export interface ClusterResult {
  readonly passages: number;
  readonly questions: number;
  /** How many were added since the size before, and in how long, with what makes their terms. */
  readonly added: { readonly passages: number; readonly seconds: number };
  /** On disk, megabytes (10^6 bytes), one copy. */
  readonly disk: { readonly passagesMb: number; readonly articlesMb: number };
  readonly systems: readonly Omit<SystemResult, 'restartMs'>[];
}
