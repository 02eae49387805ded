import { effectsOfGroups } from '../features/evidence-groups.js';
import type { Model } from '../features/model.js';
import type { RankedPassage } from '../ranking/rank.js';
import type { Answerability } from './answerability.js';
import { LEAST_PROBABILITY, type Verdict } from './decide.js';

/** Why a question was answered as it was, for whoever looks after the collection or the models. */
export interface Explanation {
  readonly verdict: Verdict;
  /** Least probability (0 to 1) to be answered. */
  readonly leastProbability: number;
  /** What the question was looked for by: words and pairs of characters, with their weight. */
  readonly terms: readonly { readonly term: string; readonly weight: number; readonly passages: number }[];
  /** As many as there are results, in their order. */
  readonly passages: readonly PassageExplanation[];
}

export interface PassageExplanation {
  readonly id: string;
  readonly title: string;
  /** Scores in the order in which they came about; the first four compare within one question only. */
  readonly scores: {
    /** Of the index: BM25+, summed over fields. */
    readonly index: number;
    readonly firstPhase: number;
    readonly secondPhase: number;
    /** Probability (0 to 1) that it answers, by the model alone. */
    readonly model: number;
    /** Added to the log-odds in a small collection. */
    readonly lenience: number;
    /** Probability (0 to 1) that it answers, with all that is taken into account. */
    readonly probability: number;
  };
  /** What each group of evidence adds to the log-odds, beside a passage that is usual in that respect. */
  readonly evidence: Readonly<Record<string, number>>;
  /** Facts that a verdict may rest on. */
  readonly facts: {
    readonly keywords: boolean;
    readonly phoneticOnly: boolean;
    readonly otherNumber: boolean;
    readonly unmentioned: readonly string[];
  };
}

/** Explains one passage. */
export function explainPassage(
  ranked: RankedPassage,
  answerability: Answerability,
  facts: Omit<PassageExplanation['facts'], 'keywords'>,
  model: Model,
): PassageExplanation {
  const { passage, score } = ranked.candidate;
  return {
    id: passage.id,
    title: passage.article.title,
    scores: {
      index: score,
      firstPhase: ranked.firstScore,
      secondPhase: ranked.score,
      model: answerability.model,
      lenience: answerability.lenience,
      probability: answerability.score,
    },
    evidence: effectsOfGroups(model, answerability.row),
    facts: { keywords: answerability.keywords, ...facts },
  };
}

/** Puts a verdict and what is known of the passages together. */
export function explanationOf(
  verdict: Verdict,
  terms: Explanation['terms'],
  passages: readonly PassageExplanation[],
): Explanation {
  return { verdict, leastProbability: LEAST_PROBABILITY, terms, passages };
}
