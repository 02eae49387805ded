import type { BlockDraft } from '../block-draft.js';

/** A block that may be bold from end to end, as a heading is that was not marked as one. */
type MaybeBold = BlockDraft & { readonly bold?: boolean };

const ASKS = /[？?]["”’」）)]*$/u;
const QUESTION_LABEL = /^(?:问|Q)\s*\d{0,3}\s*[：:]\s*\S/u;

/**
 * Tells questions and their answers: a heading or a bold line that ends in `？` and has text below it, and what is labelled
 * `问：` and `答：`, `Q:` and `A:`. An answer reaches to the next heading or question.
 * @param labelledOnly whether headings are none: newspapers ask in them what the article is about
 */
export function withQuestions<Draft extends MaybeBold>(
  drafts: readonly Draft[],
  { labelledOnly = false }: { readonly labelledOnly?: boolean } = {},
): Draft[] {
  let answering = false;
  return drafts.map((draft, i) => {
    if (isLabelled(draft) || (!labelledOnly && isAsking(draft, drafts[i + 1]))) {
      answering = true;
      return { ...draft, role: 'question' };
    }
    if (draft.role === 'subhead' || draft.role === 'title') answering = false;
    return draft.role === 'paragraph' && answering ? { ...draft, role: 'answer' } : draft;
  });
}

function isLabelled({ role, text }: BlockDraft): boolean {
  return role === 'paragraph' && QUESTION_LABEL.test(text);
}

function isAsking({ role, text, bold }: MaybeBold, next: BlockDraft | undefined): boolean {
  if (!next || next.role === 'subhead') return false;
  return (role === 'subhead' || (role === 'paragraph' && bold === true)) && ASKS.test(text);
}
