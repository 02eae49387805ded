import { expect } from 'vitest';
import type { Answer } from '../../src/answering/answer.js';
import { holdsAnswer, linesOf, type Miss, type Opened, type QuestionCase } from './cases.js';

/** What became of a question. */
export interface Outcome extends QuestionCase {
  readonly answer: Answer;
  /** Whether the first excerpt holds an answer, whatever is said of it. */
  readonly quoted: boolean;
}

/** Asks with the default options: three results of 120 UTF-16 units. */
export async function outcomesOf(
  { answerer }: Opened,
  cases: readonly QuestionCase[],
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const each of cases) {
    const answer = await answerer.answer({ text: each.question });
    const quoted = holdsAnswer(answer.results[0]?.excerpt ?? '', each.answers);
    outcomes.push({ ...each, answer, quoted });
  }
  return outcomes;
}

/** Called an answer, and one. */
export const answeredRightly = ({ answer, quoted }: Outcome): boolean =>
  answer.status === 'answered' && quoted;
/** Called an answer, and none, be it that there is none or that another stretch is shown. */
export const misled = ({ answer, quoted }: Outcome): boolean => answer.status === 'answered' && !quoted;
export const refused = ({ answer }: Outcome): boolean => answer.status === 'refused';
export const quoted = (each: Outcome): boolean => each.quoted;

export const answerable = ({ answers }: QuestionCase): boolean => answers.length > 0;
export const unanswerable = (each: QuestionCase): boolean => !answerable(each);

/** Which questions, what was wanted, and what came instead. */
function told(outcomes: readonly Outcome[]): string {
  return outcomes
    .map(({ question, answers, answer }) => {
      const got = `${answer.status}: ${answer.results[0]?.excerpt ?? ''}`;
      return `${question}\n  wanted ${answers.join(' | ') || 'no answer'}\n  got ${got}`;
    })
    .join('\n');
}

/** Fails, with what went wrong, where fewer outcomes are as they should be. */
export function expectAtLeast(
  floor: number,
  outcomes: readonly Outcome[],
  is: (outcome: Outcome) => boolean,
): void {
  const others = outcomes.filter((outcome) => !is(outcome));
  const right = outcomes.length - others.length;
  expect(right, `${right} of ${outcomes.length}; not:\n${told(others)}`).toBeGreaterThanOrEqual(floor);
}

/** Fails, with which, where more outcomes are as they should not be. */
export function expectAtMost(
  ceiling: number,
  outcomes: readonly Outcome[],
  is: (outcome: Outcome) => boolean,
): void {
  const wrong = outcomes.filter(is);
  expect(wrong.length, `${wrong.length} of ${outcomes.length}:\n${told(wrong)}`).toBeLessThanOrEqual(ceiling);
}

/** Processors round the reader's numbers differently, so that a question or two on the edge may change sides. */
const MOST_NEW_MISSES = 2;

/** Fails where answers are no longer quoted that `misses.jsonl` does not have. */
export function expectNoNewMisses(collection: string, outcomes: readonly Outcome[]): void {
  const known = linesOf<Miss>('misses.jsonl').filter((miss) => miss.collection === collection);
  const questions = new Set(known.map(({ question }) => question));
  const missed = outcomes.filter((outcome) => answerable(outcome) && !outcome.quoted);
  expectAtMost(MOST_NEW_MISSES, missed, ({ question }) => !questions.has(question));
}

/** Longest time that reading all questions of a collection may take, in milliseconds: 30 s on an idle core, 170 s on one of six busy processes. */
export const READING_MS = 600_000;
