import type { QuestionAnalysis } from '../../language/question.js';
import { QUESTION_KINDS, type QuestionKind } from '../../language/question-kind.js';
import { AnswerType } from './annotate.js';

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

/** Names of the features that say what kind of question is asked, in the order of `kindFlags`. */
export const KIND_FEATURES: readonly string[] = QUESTION_KINDS.map((kind) => `asks ${kind}`);

/** A 1 at the place of the kind among all kinds. */
export function kindFlags(asked: QuestionKind): number[] {
  return QUESTION_KINDS.map((kind) => (kind === asked ? 1 : 0));
}

/** The content words next to the asking word: in the answering sentence they often stand next to the answer. */
export function besideAsking({ asking, content }: QuestionAnalysis): { left: string; right: string } {
  if (!asking) return { left: '', right: '' };
  return {
    left: content.findLast(({ end }) => end <= asking.start)?.term ?? '',
    right: content.find(({ start }) => start >= asking.end)?.term ?? '',
  };
}
