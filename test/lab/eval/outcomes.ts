import type { Outcome } from '../../../lab/eval/outcome.js';
import type { EvalQuestion } from '../../../lab/eval/set.js';

const QUESTION: EvalQuestion = { text: '末班几点开？', passage: 'ferry-01', answers: ['21:40'] };

/** A made-up outcome of an answerable question: the right article second, nothing held, unless told otherwise. */
export function outcome(
  facts: Partial<Outcome>,
  { kind, passage = 'ferry-01' }: Partial<EvalQuestion> = {},
): Outcome {
  return {
    question: { ...QUESTION, passage, ...(kind !== undefined && { kind }) },
    asked: 'answerable',
    status: 'answered',
    score: 0.5,
    rank: 1,
    excerpt: '末班22:00',
    holds: false,
    holdsInThree: false,
    right: false,
    ...facts,
  };
}
export const HELD = { rank: 0, holds: true, holdsInThree: true, right: true } as const;
