import type { Candidate } from '../../retrieval/passage-index.js';
import { type StudiedPassage, study } from '../features/annotate.js';
import { CLAUSE_FEATURES, clauseFeatures } from '../features/clause-features.js';
import { evidenceFeatures, type WeighedPassage } from '../features/evidence-features.js';
import type { Model } from '../features/model.js';
import type { Models } from '../features/models.js';
import { PASSAGE_FEATURES, scout } from '../features/passage-features.js';
import type { Gathered } from '../retrieving/retrieve.js';

/** A candidate with what its features say before it is cut into clauses. */
interface Scouted {
  readonly candidate: Candidate;
  /** Its row of `PASSAGE_FEATURES`. */
  readonly row: Float32Array;
  readonly score: number;
}

/** A passage with everything that is known of it for this question. */
export interface Weighed extends WeighedPassage {
  readonly studied: StudiedPassage;
}

/** A candidate whose clauses have been weighed. */
export interface LookedInto {
  readonly candidate: Candidate;
  readonly weighed: Weighed;
  /** Its row of `EVIDENCE_FEATURES`. */
  readonly evidence: Float32Array;
}

/** A candidate in its place. */
export interface RankedPassage {
  readonly candidate: Candidate;
  readonly score: number;
  /** What is known of its clauses; only of those that are asked for is it computed. */
  readonly looked: () => LookedInto;
}

/**
 * How many of the first are compared by their best clauses too. Three are shown, so that this costs one more than is
 * cut and weighed anyway; with eight, no more right passages come first.
 */
const LOOKED_INTO = 4;

/**
 * All candidates, best first: ranked by features that need no segmentation, and the first of them once more by the
 * clauses that may answer.
 */
export function rank(
  gathered: Gathered,
  models: Pick<Models, 'passage' | 'clause' | 'evidence'>,
): RankedPassage[] {
  const scouted = scoutAll(gathered, models.passage);
  const first = lookIntoFirst(gathered, scouted, models.clause)
    .map((looked) => ({
      candidate: looked.candidate,
      score: models.evidence.score(looked.evidence),
      looked: () => looked,
    }))
    .sort((a, b) => b.score - a.score);
  // The others keep their order and their distances, below the last that was looked into.
  const lowest = first.at(-1)?.score ?? 0;
  const [{ score: highest } = { score: 0 }] = scouted.slice(LOOKED_INTO);
  const rest = scouted.slice(LOOKED_INTO).map((one) => ({
    candidate: one.candidate,
    score: lowest + one.score - highest,
    looked: () => lookInto(gathered, one, (scouted[0] as Scouted).score, models.clause),
  }));
  return [...first, ...rest];
}

/** The first candidates by the features that need no segmentation, in that order, with their evidence. */
export function lookAtFirst(gathered: Gathered, models: Pick<Models, 'passage' | 'clause'>): LookedInto[] {
  return lookIntoFirst(gathered, scoutAll(gathered, models.passage), models.clause);
}

function scoutAll(gathered: Gathered, model: Model): Scouted[] {
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

function lookIntoFirst(gathered: Gathered, scouted: readonly Scouted[], clause: Model): LookedInto[] {
  const best = scouted[0]?.score ?? 0;
  return scouted.slice(0, LOOKED_INTO).map((one) => lookInto(gathered, one, best, clause));
}

function lookInto(
  gathered: Gathered,
  { candidate, row, score }: Scouted,
  best: number,
  clause: Model,
): LookedInto {
  const weighed = weigh(gathered, candidate, row, clause);
  return { candidate, weighed, evidence: evidenceFeatures(weighed, score - best) };
}

/** Cuts a passage into clauses and weighs each of them. */
function weigh(gathered: Gathered, { passage }: Candidate, row: Float32Array, model: Model): Weighed {
  const studied = study(passage);
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
