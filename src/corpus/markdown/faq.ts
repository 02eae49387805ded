import type { MarkdownDraft } from './text-chunk.js';

const ASKS = /[？?]["”’」）)]*$/u;
const QUESTION_LABEL = /^(?:问|Q)\s*\d{0,3}\s*[：:.、]\s*\S/iu;
const ANSWER_LABEL = /^(?:答|A)\s*\d{0,3}\s*[：:.、]\s*\S/iu;

/**
 * Tells questions and their answers: a heading or a bold line that ends in `？` and has text below it, and what is labelled
 * `问：` and `答：`, `Q:` and `A:`. An answer reaches to the next heading or question.
 */
export function withQuestions(drafts: readonly MarkdownDraft[]): MarkdownDraft[] {
  let answering = false;
  return drafts.map((draft, i) => {
    if (isQuestion(draft, drafts[i + 1])) {
      answering = true;
      const { level, ...rest } = draft;
      return { ...rest, role: 'question' };
    }
    if (draft.role === 'subhead' || draft.role === 'title') answering = false;
    return draft.role === 'paragraph' && answering ? { ...draft, role: 'answer' } : draft;
  });
}

function isQuestion({ role, text, bold }: MarkdownDraft, next: MarkdownDraft | undefined): boolean {
  if (!next || next.role === 'subhead') return false;
  if (role === 'subhead' || (role === 'paragraph' && bold)) return ASKS.test(text);
  return role === 'paragraph' && QUESTION_LABEL.test(text) && !ANSWER_LABEL.test(text);
}
