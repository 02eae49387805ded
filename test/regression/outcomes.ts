import { expect } from 'vitest';
import type { Answer } from '../../src/answering/answer.js';
import { holdsAnswer, type Opened, type QuestionCase } from './cases.js';

/** What became of a question. */
export interface Outcome extends QuestionCase {
  readonly answer: Answer;
  readonly right: boolean;
}

/** Asks with the default options: three results of 120 UTF-16 units. */
export async function outcomesOf(
  { answerer }: Opened,
  cases: readonly QuestionCase[],
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const each of cases) {
    const answer = await answerer.answer({ text: each.question });
    outcomes.push({ ...each, answer, right: isRight(answer, each.answers) });
  }
  return outcomes;
}

function isRight(answer: Answer, gold: readonly string[]): boolean {
  if (gold.length === 0) return answer.status === 'refused';
  return answer.status === 'answered' && holdsAnswer(answer.results[0]?.excerpt ?? '', gold);
}

/** What a failing floor shows: which questions, and what came instead. */
function missesOf(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ right }) => !right)
    .map(({ question, answers, answer }) => {
      const got = `${answer.status}: ${answer.results[0]?.excerpt ?? ''}`;
      return `${question}\n  wanted ${answers.join(' | ') || 'a refusal'}\n  got ${got}`;
    })
    .join('\n');
}

/** Fails, with what went wrong, where fewer outcomes are right. */
export function expectAtLeast(floor: number, outcomes: readonly Outcome[]): void {
  const right = outcomes.filter((outcome) => outcome.right).length;
  expect(right, `${right} of ${outcomes.length} right\n${missesOf(outcomes)}`).toBeGreaterThanOrEqual(floor);
}

export const answerable = ({ answers }: QuestionCase): boolean => answers.length > 0;
export const unanswerable = (each: QuestionCase): boolean => !answerable(each);
