import type { Answer } from '../../answering/answer.js';
import type { Question } from '../../answering/question.js';
import type { Locale } from '../wording/locale.js';
import { afterLine } from './after-line.js';
import { askedLine } from './asked-line.js';

/**
 * The lines that an answer opens with where its question does not say everything: which one was chosen by a button, and by what
 * a follow-up was completed. Whatever takes the answer's place in the chat has them as well: its buttons read them again.
 */
export function openingLines(question: Question, answer: Pick<Answer, 'after'>, locale: Locale): string[] {
  return [...(question.chosen ? [askedLine(question.text, locale)] : []), ...afterLine(answer, locale)];
}
