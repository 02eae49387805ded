import type { Answer } from './answer.js';
import type { Before, Question } from './question.js';

export { completed } from './follow-up/completed.js';

/** What the question after this one may follow up, where the whole thread is known. */
export function beforeNext(
  { text, before }: Question,
  { after, results: [quoted] }: Pick<Answer, 'after' | 'results'>,
): Before {
  return {
    ...(after !== undefined && { subject: after }),
    ...(quoted && { passage: quoted.citation.id, title: quoted.citation.title }),
    questions: after === undefined ? [text] : [...(before?.questions ?? []), text],
  };
}
