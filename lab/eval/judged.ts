import type { Answer } from '../../src/answering/answer.js';
import type { Judgements } from '../data/judgements.js';
import { type Outcome, outcomeOf } from './outcome.js';
import type { EvalQuestion } from './set.js';
import { type Figures, tally } from './tally.js';

/** The figures of a set where an article that readers found to answer, too, is as right as the one that the set names. */
export interface Judged {
  readonly figures: Figures;
  /** Questions that show first what no reader has judged: it counts as the set says. */
  readonly unread: number;
}

/** What became of a question as readers judge it, who saw it and the first article that is shown for it. */
export interface JudgedOutcome {
  readonly outcome: Outcome;
  readonly isUnread: boolean;
}

/**
 * Compares the answer to a question with what readers found in the first article shown. A near miss that this answers is
 * answerable. What is shown first and not read by anybody is right only where the set says so.
 * @param home the id of the article that holds the set's passage
 */
export function judgedOutcomeOf(
  question: EvalQuestion,
  answer: Answer,
  home: string | undefined,
  judgements: Judgements,
): JudgedOutcome {
  const article = answer.results[0]?.citation.article;
  if (article === undefined || article === home)
    return { outcome: outcomeOf(question, answer, home), isUnread: false };
  const answers = judgements.answersIn(question, article);
  if (!answers || answers.length === 0)
    return { outcome: outcomeOf(question, answer, home), isUnread: answers === undefined };
  return { outcome: outcomeOf({ ...question, answers: [...answers] }, answer, article), isUnread: false };
}

/** Sums judged outcomes up. */
export function judgedOf(outcomes: readonly JudgedOutcome[]): Judged {
  return {
    figures: tally(outcomes.map(({ outcome }) => outcome)),
    unread: outcomes.filter(({ isUnread }) => isUnread).length,
  };
}
