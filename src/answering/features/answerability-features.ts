import type { Retrieved } from '../retrieving/retrieve.js';
import { EVIDENCE_FEATURES } from './evidence-features.js';

/** What tells whether a passage answers the question at all. */
export const ANSWERABILITY_FEATURES: readonly string[] = [
  ...EVIDENCE_FEATURES,
  'score',
  'ahead of next',
  'content words',
  'unknown words',
  'unknown weight',
  'heaviest word',
  'named numbers',
  'asks something',
  'has head',
  'size of collection',
];

/**
 * One row of `ANSWERABILITY_FEATURES` for a ranked passage.
 * @param evidence its row of `EVIDENCE_FEATURES`
 * @param score its score in the ranking
 * @param next the score of the best other passage, or `undefined` where there is none
 */
export function answerabilityFeatures(
  { question, numbers, queryTerms, documentFrequency, passages }: Retrieved,
  evidence: Float32Array,
  score: number,
  next: number | undefined,
): Float32Array {
  let weight = 0;
  let unknown = 0;
  let unknownWeight = 0;
  let words = 0;
  let heaviest = 0;
  for (const queryTerm of queryTerms) {
    if (!queryTerm.word) continue;
    words++;
    weight += queryTerm.weight;
    heaviest = Math.max(heaviest, queryTerm.weight);
    if ((documentFrequency.get(queryTerm.term) ?? 0) > 0) continue;
    unknown++;
    unknownWeight += queryTerm.weight;
  }
  return Float32Array.from([
    ...evidence,
    score,
    next === undefined ? FARTHEST_AHEAD : Math.min(score - next, FARTHEST_AHEAD),
    Math.log(1 + words),
    unknown,
    weight === 0 ? 0 : unknownWeight / weight,
    heaviest,
    numbers.terms.length,
    question.asking ? 1 : 0,
    question.head ? 1 : 0,
    // In a small collection foreign questions find little, so that little evidence says more.
    Math.log(1 + passages),
  ]);
}

/** A lead past this says no more; also the lead of an only passage. */
const FARTHEST_AHEAD = 5;
