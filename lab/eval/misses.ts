import type { Outcome } from './outcome.js';

/** A question whose answer is not in the first excerpt. */
export interface Miss {
  readonly question: string;
  readonly quoted: string;
  readonly gold: readonly string[];
  /** Whether at least the right passage came first. */
  readonly rightPassage: boolean;
  /** How sure the answerer was (0 to 1); the surest misses are the worst. */
  readonly score: number;
}

/** The misses among a set's own answerable questions, the worst first. */
export function missesOf(outcomes: readonly Outcome[]): Miss[] {
  return outcomes
    .filter(({ asked, holds }) => asked === 'answerable' && !holds)
    .map(({ question, excerpt, rank, score = 0 }) => ({
      question: question.text,
      quoted: excerpt,
      gold: question.answers,
      rightPassage: rank === 0,
      score,
    }))
    .sort((a, b) => b.score - a.score);
}
