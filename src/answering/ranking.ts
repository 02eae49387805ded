import type { Candidate } from '../retrieval/passage-index.js';
import { CLAUSE_FEATURES, clauseFeatures } from './clause-features.js';
import type { Gathered } from './gather.js';
import type { Model } from './model.js';
import { PASSAGE_FEATURES, scout } from './passage-features.js';
import { RANKING_FEATURES, rankingFeatures, type WeighedPassage } from './ranking-features.js';
import { type StudiedPassage, study } from './study.js';

/** How many passages are cut into clauses and weighed clause by clause. 99.5 of 100 gold passages are among them. */
export const STUDIED = 6;

/** A passage with everything that is known of it for this question. */
export interface RankedPassage extends WeighedPassage {
  readonly studied: StudiedPassage;
  /** Row of `RANKING_FEATURES`. */
  readonly ranking: Float32Array;
  readonly score: number;
}

/** A passage whose clauses have been weighed. */
export interface Weighed extends WeighedPassage {
  readonly studied: StudiedPassage;
}

type RankingModels = Readonly<Record<'passage' | 'clause' | 'ranking', Model>>;

/** A passage that came through the first ranking. */
export interface ShortListed {
  readonly candidate: Candidate;
  readonly row: Float32Array;
  readonly passageScore: number;
}

/** First ranking, of all candidates, by features that need no segmentation. */
export function shortList(gathered: Gathered, model: Model, count: number): ShortListed[] {
  const { candidates, rows } = scout(gathered);
  const width = PASSAGE_FEATURES.length;
  return candidates
    .map((candidate, i) => ({
      candidate,
      row: rows.subarray(i * width, (i + 1) * width),
      passageScore: model.score(rows, i * width),
    }))
    .sort((a, b) => b.passageScore - a.passageScore)
    .slice(0, count);
}

/** Weighs each clause of the short list. */
export function weigh(gathered: Gathered, list: readonly ShortListed[], model: Model): Weighed[] {
  return list.map(({ candidate, row, passageScore }) => {
    const studied = study(candidate.passage);
    const clauseRows = clauseFeatures(gathered, studied);
    const clauseScores = Float64Array.from(studied.clauses, (_, c) =>
      model.score(clauseRows, c * CLAUSE_FEATURES.length),
    );
    return { studied, row, passageScore, clauseRows, clauseScores };
  });
}

/** Second ranking, by what the best clauses look like; best first. */
export function rank(weighed: readonly Weighed[], model: Model): RankedPassage[] {
  const rows = rankingFeatures(weighed);
  const width = RANKING_FEATURES.length;
  return weighed
    .map((passage, i) => ({
      ...passage,
      ranking: rows.subarray(i * width, (i + 1) * width),
      score: model.score(rows, i * width),
    }))
    .sort((a, b) => b.score - a.score);
}

/**
 * Both rankings: the first `STUDIED` of the short list are ranked again, what comes after keeps its order behind
 * them, so that asking for more results never changes those before.
 * @param count how many passages are wanted
 */
export function rankAll(gathered: Gathered, models: RankingModels, count: number): RankedPassage[] {
  const list = shortList(gathered, models.passage, Math.max(count, STUDIED));
  const ranked = rank(weigh(gathered, list.slice(0, STUDIED), models.clause), models.ranking);
  for (const listed of list.slice(STUDIED))
    ranked.push(...rank(weigh(gathered, [listed], models.clause), models.ranking));
  return ranked;
}

/** Scores as probabilities (they sum to 1). */
export function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
