import { CLAUSE_FEATURES } from './clause-features.js';
import { PASSAGE_FEATURES } from './passage-features.js';

/** What is known of a passage once its clauses have been weighed. */
export const EVIDENCE_FEATURES: readonly string[] = [
  'behind first',
  ...PASSAGE_FEATURES,
  'best clause',
  'all clauses',
  'share of best clause',
  ...CLAUSE_FEATURES.map((name) => `best clause: ${name}`),
];

/** A passage with the scores of its clauses. */
export interface EvidenceRows {
  /** Its row of `PASSAGE_FEATURES`. */
  readonly row: Float32Array;
  /** Rows of `CLAUSE_FEATURES`. */
  readonly clauseRows: Float32Array;
  /** Score of each clause, before normalization. */
  readonly clauseScores: Float64Array;
}

/**
 * One row of `EVIDENCE_FEATURES`.
 * @param behind how far its score by `PASSAGE_FEATURES` is below the best one's; 0 or less
 */
export function evidenceFeatures(
  { row, clauseRows, clauseScores }: EvidenceRows,
  behind: number,
): Float32Array {
  const best = Math.max(...clauseScores);
  const offset = clauseScores.indexOf(best) * CLAUSE_FEATURES.length;
  let sum = 0;
  for (const score of clauseScores) sum += Math.exp(score - best);
  return Float32Array.from([
    behind,
    ...row,
    best,
    best + Math.log(sum),
    1 / sum,
    ...clauseRows.subarray(offset, offset + CLAUSE_FEATURES.length),
  ]);
}
