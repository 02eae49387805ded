import { CLAUSE_FEATURES } from './clause-features.js';
import { PASSAGE_FEATURES } from './passage-features.js';

/** Features of the best clause that say something of its whole passage. */
const OF_BEST_CLAUSE = [
  'words of sentence',
  'bigrams of sentence',
  'wanted and new',
  'quantity',
  'quantity in sentence',
  'with both',
  'beside asking, left',
  'beside asking, right',
] as const satisfies readonly (typeof CLAUSE_FEATURES)[number][];

const COLUMNS = OF_BEST_CLAUSE.map((name) => CLAUSE_FEATURES.indexOf(name));

/** What is known of a passage once its clauses have been weighed. */
export const EVIDENCE_FEATURES: readonly string[] = [
  ...PASSAGE_FEATURES,
  'best clause',
  'all clauses',
  'share of best clause',
  ...OF_BEST_CLAUSE.map((name) => `${name} of best clause`),
];

/** A passage with the scores of its clauses. */
export interface WeighedPassage {
  /** Its row of `PASSAGE_FEATURES`. */
  readonly row: Float32Array;
  /** Rows of `CLAUSE_FEATURES`. */
  readonly clauseRows: Float32Array;
  /** Score of each clause, before normalization. */
  readonly clauseScores: Float64Array;
}

/** One row of `EVIDENCE_FEATURES`. */
export function evidenceFeatures({ row, clauseRows, clauseScores }: WeighedPassage): number[] {
  const best = Math.max(...clauseScores);
  const offset = clauseScores.indexOf(best) * CLAUSE_FEATURES.length;
  let sum = 0;
  for (const score of clauseScores) sum += Math.exp(score - best);
  return [
    ...row,
    best,
    best + Math.log(sum),
    1 / sum,
    ...COLUMNS.map((column) => clauseRows[offset + column] as number),
  ];
}
