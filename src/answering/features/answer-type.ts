import type { QuestionAnalysis, QuestionKind } from '../../language/question.js';
import { AnswerType } from './annotate.js';

const KINDS: readonly QuestionKind[] = [
  'number',
  'time',
  'person',
  'place',
  'reason',
  'manner',
  'definition',
  'whether',
  'other',
];

/** What each kind of question wants a clause to hold. */
export const WANTED_TYPES: Readonly<Record<QuestionKind, number>> = {
  number: AnswerType.number,
  time: AnswerType.time,
  person: AnswerType.person,
  place: AnswerType.place | AnswerType.organization,
  reason: AnswerType.reason,
  manner: AnswerType.manner,
  definition: AnswerType.definition,
  whether: AnswerType.rule,
  other: 0,
};

/** A 1 at the place of the kind among all kinds, in the order of the features 'asks number' to 'asks other'. */
export function kindFlags(asked: QuestionKind): number[] {
  return KINDS.map((kind) => (kind === asked ? 1 : 0));
}

/** The content words next to the asking word: in the answering sentence they often stand next to the answer. */
export function besideAsking({ asking, content }: QuestionAnalysis): { left: string; right: string } {
  if (!asking) return { left: '', right: '' };
  return {
    left: content.findLast(({ end }) => end <= asking.start)?.term ?? '',
    right: content.find(({ start }) => start >= asking.end)?.term ?? '',
  };
}
