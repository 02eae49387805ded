import type { Candidate } from '../../retrieval/passage-index.js';
import type { AnnotatedPassage, Annotator } from '../features/annotate.js';
import { CLAUSE_FEATURES, clauseFeatures } from '../features/clause-features.js';
import { type EvidenceRows, evidenceFeatures } from '../features/evidence-features.js';
import type { Model } from '../features/model.js';
import type { Models } from '../features/models.js';
import { PASSAGE_FEATURES, passageFeatures } from '../features/passage-features.js';
import type { Retrieved } from '../retrieving/retrieve.js';
import { softmax } from './softmax.js';

/** What ranking works with besides the question. */
export interface RankingTools {
  readonly models: Pick<Models, 'passage' | 'clause' | 'evidence'>;
  readonly annotate: Annotator;
}

/** A candidate with what is known of it before it is cut into clauses. */
interface FirstPhase {
  readonly candidate: Candidate;
  /** Its row of `PASSAGE_FEATURES`. */
  readonly row: Float32Array;
  readonly score: number;
}

/** A candidate whose clauses have been weighed. */
export interface SecondPhase extends EvidenceRows {
  readonly annotated: AnnotatedPassage;
  /** Its row of `EVIDENCE_FEATURES`. */
  readonly evidence: Float32Array;
  /** For each clause, the probability (0 to 1) that it holds the answer, given that one of them does. */
  readonly probability: Float64Array;
}

/** A candidate in its place. */
export interface RankedPassage {
  readonly candidate: Candidate;
  /** Its score in the first phase; comparable within one question only, like `score`. */
  readonly firstScore: number;
  /** What it is ranked by. */
  readonly score: number;
  /** What is known of its clauses; only of those that are asked for is it computed. */
  readonly weighed: () => SecondPhase;
}

/**
 * How many of the first are compared by their best clauses too. Three are shown, so that this costs one more than is
 * cut and weighed anyway; with eight, no more right passages come first.
 */
const SECOND_PHASE = 4;

/**
 * All candidates, best first: ranked by features that need no segmentation (first phase), and the first of them once
 * more by the clauses that may answer (second phase).
 */
export function rank(retrieved: Retrieved, { models, annotate }: RankingTools): RankedPassage[] {
  const candidates = firstPhase(retrieved, models.passage);
  const best = candidates[0]?.score ?? 0;
  const weigh = (one: FirstPhase): SecondPhase => secondPhase(retrieved, one, best, models.clause, annotate);
  const first = candidates
    .slice(0, SECOND_PHASE)
    .map((one) => {
      const weighed = weigh(one);
      const score = models.evidence.score(weighed.evidence);
      return { candidate: one.candidate, firstScore: one.score, score, weighed: () => weighed };
    })
    .sort((a, b) => b.score - a.score);
  // The others keep their order and their distances, below the last of the second phase.
  const lowest = first.at(-1)?.score ?? 0;
  const others = candidates.slice(SECOND_PHASE);
  const highest = others[0]?.score ?? 0;
  const rest = others.map((one) => {
    let weighed: SecondPhase | undefined;
    return {
      candidate: one.candidate,
      firstScore: one.score,
      score: lowest + one.score - highest,
      weighed: () => {
        weighed ??= weigh(one);
        return weighed;
      },
    };
  });
  return [...first, ...rest];
}

/** The first candidates in the order of the first phase, with their clauses weighed: what the second phase learns from. */
export function weighedFirst(
  retrieved: Retrieved,
  models: Pick<Models, 'passage' | 'clause'>,
  annotate: Annotator,
): { readonly candidate: Candidate; readonly evidence: Float32Array }[] {
  const candidates = firstPhase(retrieved, models.passage).slice(0, SECOND_PHASE);
  return candidates.map((one) => {
    const { evidence } = secondPhase(retrieved, one, candidates[0]?.score as number, models.clause, annotate);
    return { candidate: one.candidate, evidence };
  });
}

function firstPhase(retrieved: Retrieved, model: Model): FirstPhase[] {
  const { candidates } = retrieved;
  const rows = passageFeatures(retrieved);
  const width = PASSAGE_FEATURES.length;
  return candidates
    .map((candidate, i) => ({
      candidate,
      row: rows.subarray(i * width, (i + 1) * width),
      score: model.score(rows, i * width),
    }))
    .sort((a, b) => b.score - a.score);
}

/**
 * Cuts a passage into clauses and weighs each of them.
 * @param best score of the best candidate in the first phase
 */
function secondPhase(
  retrieved: Retrieved,
  { candidate, row, score }: FirstPhase,
  best: number,
  model: Model,
  annotate: Annotator,
): SecondPhase {
  const annotated = annotate(candidate.passage);
  const clauseRows = clauseFeatures(retrieved, annotated);
  const clauseScores = Float64Array.from(annotated.clauses, (_, c) =>
    model.score(clauseRows, c * CLAUSE_FEATURES.length),
  );
  const rows = { row, clauseRows, clauseScores };
  return {
    ...rows,
    annotated,
    evidence: evidenceFeatures(rows, score - best),
    probability: softmax(clauseScores),
  };
}
