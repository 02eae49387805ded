import type { Candidate } from '../retrieval/passage-index.js';
import { CLAUSE_FEATURES, clauseFeatures } from './clause-features.js';
import type { WeighedPassage } from './evidence-features.js';
import type { Gathered } from './gather.js';
import type { Model } from './model.js';
import { PASSAGE_FEATURES, scout } from './passage-features.js';
import { type StudiedPassage, study } from './study.js';

/** A candidate in its place. */
export interface RankedPassage {
  readonly candidate: Candidate;
  /** Its row of `PASSAGE_FEATURES`. */
  readonly row: Float32Array;
  readonly score: number;
}

/** A passage with everything that is known of it for this question. */
export interface Weighed extends WeighedPassage {
  readonly studied: StudiedPassage;
}

/** All candidates, best first, by features that need no segmentation. */
export function rank(gathered: Gathered, model: Model): RankedPassage[] {
  const { candidates, rows } = scout(gathered);
  const width = PASSAGE_FEATURES.length;
  return candidates
    .map((candidate, i) => ({
      candidate,
      row: rows.subarray(i * width, (i + 1) * width),
      score: model.score(rows, i * width),
    }))
    .sort((a, b) => b.score - a.score);
}

/** Cuts a passage into clauses and weighs each of them. */
export function weigh(gathered: Gathered, { candidate, row }: RankedPassage, model: Model): Weighed {
  const studied = study(candidate.passage);
  const clauseRows = clauseFeatures(gathered, studied);
  const clauseScores = Float64Array.from(studied.clauses, (_, c) =>
    model.score(clauseRows, c * CLAUSE_FEATURES.length),
  );
  return { studied, row, clauseRows, clauseScores };
}

/** Scores as probabilities (they sum to 1). */
export function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
