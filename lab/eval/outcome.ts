import type { Answer, Clipping } from '../../src/answering/answer.js';
import { characterF1, holdsAnswer, matchesAnswer } from './score.js';
import type { EvalQuestion } from './set.js';

/** Results that a reader is shown. */
const SHOWN = 3;

/** What became of one question, as far as figures need it. */
export interface Outcome {
  readonly question: EvalQuestion;
  /**
   * - `answerable`: a question of the set's own with an answer in it.
   * - `near miss`: of its own, and nothing answers it though something seems to.
   * - `foreign`: of another set.
   */
  readonly asked: 'answerable' | 'near miss' | 'foreign';
  readonly status: Answer['status'];
  /** Chance (0 to 1) that the first result answers; absent where nothing was found. */
  readonly score?: number;
  /** Place of the right article among the articles found, from 0; -1 where it is not there, or none is right. */
  readonly rank: number;
  /** The first result's excerpt; empty where nothing was found. */
  readonly excerpt: string;
  /** Whether the first excerpt holds an answer. */
  readonly holds: boolean;
  /** Whether one of the first three excerpts does. */
  readonly holdsInThree: boolean;
  /** Whether the first excerpt holds an answer, or most of one: what is cut off is no more than half of it. */
  readonly right: boolean;
  /** The stretch marked in the first excerpt, where one is. */
  readonly marked?: Marked;
}

/** A marked stretch beside the answers wanted. */
export interface Marked {
  /** Whether it contains an answer, or lies in one and is at least half of it. */
  readonly right: boolean;
  /** Character F1 with the answer that it fits best, 0 to 1. */
  readonly f1: number;
}

/**
 * Compares the answer to a question of the set's own with what the set wants.
 * @param gold the id of the article that holds the set's passage
 */
export function outcomeOf(question: EvalQuestion, answer: Answer, gold: string | undefined): Outcome {
  const { answers } = question;
  const [first] = answer.results;
  const marked = first && markedIn(first, answers);
  const holds = first !== undefined && holdsAnswer(first.excerpt, answers);
  return {
    ...found(question, answer),
    asked: answers.length === 0 ? 'near miss' : 'answerable',
    rank: answers.length === 0 ? -1 : articlesIn(answer.results).indexOf(gold ?? ''),
    holds,
    holdsInThree: answer.results.slice(0, SHOWN).some(({ excerpt }) => holdsAnswer(excerpt, answers)),
    right: first !== undefined && (matchesAnswer(first.excerpt, answers) || marked?.right === true),
    ...(marked && { marked }),
  };
}

/** What became of a question of another set: whatever is found, nothing answers it. */
export function foreignOutcomeOf(question: EvalQuestion, answer: Answer): Outcome {
  const nothing = { rank: -1, holds: false, holdsInThree: false, right: false };
  return { ...found(question, answer), asked: 'foreign', ...nothing };
}

function found(
  question: EvalQuestion,
  { status, results: [first] }: Answer,
): Pick<Outcome, 'question' | 'status' | 'score' | 'excerpt'> {
  return { question, status, ...(first && { score: first.score }), excerpt: first?.excerpt ?? '' };
}

function markedIn({ excerpt, answer }: Clipping, answers: readonly string[]): Marked | undefined {
  if (!answer) return undefined;
  const stretch = excerpt.slice(answer.start, answer.end);
  return { right: matchesAnswer(stretch, answers), f1: characterF1(stretch, answers) };
}

/** The articles of the results in their order, each at its best place. */
function articlesIn(results: readonly Clipping[]): string[] {
  return [...new Set(results.map(({ citation }) => citation.article))];
}
