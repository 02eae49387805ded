import type { Answer, Answerer } from '../../src/answering/answer.js';
import { beforeNext } from '../../src/answering/before-next.js';
import type { Before, Question } from '../../src/answering/question.js';
import type { Thread, Turn } from '../data/follow-ups.js';
import { matchesAnswer } from './score.js';

/**
 * How follow-ups are asked.
 * - `alone`: as they stand.
 * - `first and last`: behind the first question of their thread.
 * - `in memory`: as the bot asks them in a private chat, where it knows the thread.
 * - `as a reply`: as it asks them where it knows only the answer that is replied to.
 */
export const WAYS = ['alone', 'first and last', 'in memory', 'as a reply'] as const;
export type Way = (typeof WAYS)[number];

/** What became of the questions of some threads, asked one way. */
export interface FollowUpFigures {
  readonly way: Way;
  readonly followUps: number;
  /** Follow-ups whose first passage is of the right article. */
  readonly right: number;
  /** Follow-ups that were answered, and those of them whose excerpt holds the answer. */
  readonly answered: number;
  readonly answeredRight: number;
  /** Full questions on another article, and those that were answered as they stand. */
  readonly others: number;
  readonly unbent: number;
}

/** Asks all questions of the threads, each after those before it; a question on another article leaves its thread as it was. */
export async function measureFollowUps(
  threads: readonly Thread[],
  answerer: Pick<Answerer, 'answer'>,
  way: Way,
): Promise<FollowUpFigures> {
  const counts = { followUps: 0, right: 0, answered: 0, answeredRight: 0, others: 0, unbent: 0 };
  for (const thread of threads) {
    let before: Before | undefined;
    for (const turn of thread) {
      const answer = await answerer.answer(questionOf(turn, thread, before, way), { top: 3 });
      if (turn.kind === 'other') {
        counts.others++;
        if (answer.after === undefined) counts.unbent++;
        continue;
      }
      if (turn.kind === 'follow-up') {
        const { right, holds } = outcome(turn, answer);
        counts.followUps++;
        if (right) counts.right++;
        if (answer.status === 'answered') counts.answered++;
        if (answer.status === 'answered' && holds) counts.answeredRight++;
      }
      const { questions, ...told } = beforeNext({ text: turn.text, ...(before && { before }) }, answer);
      before = way === 'in memory' ? { ...told, questions: questions ?? [] } : told;
    }
  }
  return { way, ...counts };
}

function questionOf({ kind, text }: Turn, [first]: Thread, before: Before | undefined, way: Way): Question {
  if (way === 'alone') return { text };
  if (way === 'first and last') return { text: kind === 'follow-up' ? `${first.text} ${text}` : text };
  return { text, ...(before && { before }) };
}

function outcome({ article, answers }: Turn, { results: [first] }: Answer) {
  const right = first?.citation.article === article;
  return { right, holds: right && first !== undefined && matchesAnswer(first.excerpt, answers) };
}

/** The figures of a half in lines for people. */
export function followUpsText(half: string, figures: readonly FollowUpFigures[]): string {
  const lines = figures.map(
    ({ way, followUps, right, answered, answeredRight, others, unbent }) =>
      `  ${way.padEnd(16)} first passage right ${right} of ${followUps}; answered ${answered}, of these right ` +
      `${answeredRight}; full questions left as they are ${unbent} of ${others}`,
  );
  return [`follow-ups, ${half}`, ...lines].join('\n');
}
