import type { Answer } from '../../src/answering/answer.js';
import type { Judgements } from '../data/judgements.js';
import { type Outcome, outcomeOf } from './outcome.js';
import type { EvalQuestion } from './set.js';
import { type Figures, tally } from './tally.js';

/** The figures of a set where an article that readers found to answer, too, is as right as the one that the set names. */
export interface Judged {
  readonly figures: Figures;
  /** How many questions show first what no reader has judged: it counts as the set says. Near misses only where they are answered. */
  readonly unread: number;
}

/** A question and an article that readers have to judge. */
export interface ToJudge {
  /** The article that the question was written for. */
  readonly home: string;
  readonly question: string;
  readonly article: string;
}

/** What became of a question as readers judge it, who saw it and the first article that is shown for it. */
export interface JudgedOutcome {
  readonly outcome: Outcome;
  /** Present where nobody has judged what is shown first, and it would count. */
  readonly unread?: ToJudge;
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
  if (article === undefined || article === home) return { outcome: outcomeOf(question, answer, home) };
  const answers = judgements.answersIn(question, article);
  if (answers && answers.length > 0)
    return { outcome: outcomeOf({ ...question, answers: [...answers] }, answer, article) };
  const outcome = outcomeOf(question, answer, home);
  const counts = outcome.asked === 'answerable' || outcome.status === 'answered';
  if (answers || !counts) return { outcome };
  return { outcome, unread: { home: question.passage, question: question.text, article } };
}

/** Sums judged outcomes up. */
export function judgedOf(outcomes: readonly JudgedOutcome[]): Judged {
  return {
    figures: tally(outcomes.map(({ outcome }) => outcome)),
    unread: outcomes.filter(({ unread }) => unread).length,
  };
}
