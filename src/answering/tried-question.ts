import { type AnsweringTools, answerQuestion } from './answer-question.js';
import type { Example } from './examples/examples.js';

/** How questions are asked for trial: nobody sees these excerpts, and nobody who asks has to wait for them. */
export const TRIAL = { top: 1, chars: 120, read: 'spare' } as const;

/** What came of a question that was asked for trial. */
export interface Tried {
  /** Whether its article answers it; where nothing can be read, it has to be enough that the article comes first. */
  readonly good: boolean;
  /** Whether it would come to the same as long as the collection stays as it is. */
  readonly lasting: boolean;
}

/** Whether the article comes first before anything is read, which costs a hundred times as much. */
export async function comesFirst(tools: AnsweringTools, { question, article }: Example): Promise<boolean> {
  const { status, results } = await answerQuestion(tools, question, { ...TRIAL, read: false });
  return status === 'possible' && results[0]?.citation.article === article;
}

/** Asks a question that an article may answer. */
export async function tried(tools: AnsweringTools, { question, article }: Example): Promise<Tried> {
  const { status, results, explanation } = await answerQuestion(tools, question, { ...TRIAL, explain: true });
  const unread = explanation?.unread;
  const answered = status === 'answered' || (status === 'possible' && unread !== undefined);
  return {
    good: answered && results[0]?.citation.article === article,
    lasting: unread !== 'busy' && unread !== 'failed',
  };
}
