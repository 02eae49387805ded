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
export const RANKING_FEATURES: readonly string[] = [
  ...PASSAGE_FEATURES,
  'passage score',
  'best clause',
  'all clauses',
  'share of best clause',
  'behind best clause of all',
  ...OF_BEST_CLAUSE.map((name) => `${name} of best clause`),
];

/** A passage with the scores of its clauses. */
export interface WeighedPassage {
  /** Its row of `PASSAGE_FEATURES`. */
  readonly row: Float32Array;
  readonly passageScore: number;
  /** Rows of `CLAUSE_FEATURES`. */
  readonly clauseRows: Float32Array;
  /** Score of each clause, before normalization. */
  readonly clauseScores: Float64Array;
}

/** One row of `RANKING_FEATURES` for each of the passages that are compared with one another. */
export function rankingFeatures(passages: readonly WeighedPassage[]): Float32Array {
  const rows = new Float32Array(passages.length * RANKING_FEATURES.length);
  const highest = Math.max(...passages.map(({ clauseScores }) => Math.max(...clauseScores)));
  passages.forEach(({ row, passageScore, clauseRows, clauseScores }, i) => {
    const best = Math.max(...clauseScores);
    const offset = clauseScores.indexOf(best) * CLAUSE_FEATURES.length;
    let sum = 0;
    for (const score of clauseScores) sum += Math.exp(score - best);
    rows.set(
      [
        ...row,
        passageScore,
        best,
        best + Math.log(sum),
        1 / sum,
        best - highest,
        ...COLUMNS.map((column) => clauseRows[offset + column] as number),
      ],
      i * RANKING_FEATURES.length,
    );
  });
  return rows;
}
