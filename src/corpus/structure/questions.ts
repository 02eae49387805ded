import type { BlockDraft } from '../block-draft.js';
import { isRule } from './rule.js';

/** A block that may be bold from end to end, as a heading is that was not marked as one. */
type MaybeBold = BlockDraft & { readonly bold?: boolean };

const ASKS = /[？?]["”’」）)]*$/u;
const QUESTION_LABEL = /^(?:问|Q)\s*\d{0,3}\s*[：:]\s*\S/u;
const NUMBER = /^(?:\d{1,3}[、.．)）]|[（(]\d{1,3}[)）])\s*\S/u;
/** Longest numbered question, in UTF-16 units; a paragraph that ends in a question is longer. */
const MOST_UNITS = 80;
/**
 * Tells questions and their answers: a heading or a bold line that ends in `？` and has text below it, what is labelled
 * `问：` and `答：`, `Q:` and `A:`, and numbered lines that end in `？`, where there are several or others are labelled. An answer
 * reaches to the next heading, question or line across the page.
 * @param labelledOnly whether headings are none: newspapers ask in them what the article is about
 */
export function withQuestions<Draft extends MaybeBold>(
  drafts: readonly Draft[],
  { labelledOnly = false }: { readonly labelledOnly?: boolean } = {},
): Draft[] {
  let answering = false;
  const numbered = numberedQuestions(drafts);
  return drafts.map((draft, i) => {
    if (isLabelled(draft) || numbered.has(draft) || (!labelledOnly && isAsking(draft, drafts[i + 1]))) {
      answering = true;
      return { ...draft, role: 'question' };
    }
    if (draft.role === 'subhead' || draft.role === 'title' || isRule(draft.text)) answering = false;
    return draft.role === 'paragraph' && answering ? { ...draft, role: 'answer' } : draft;
  });
}

function isLabelled({ role, text }: BlockDraft): boolean {
  return role === 'paragraph' && QUESTION_LABEL.test(text);
}

/** Numbered lines that ask, each with something below it that does not; none where one stands alone. */
function numberedQuestions<Draft extends BlockDraft>(drafts: readonly Draft[]): ReadonlySet<Draft> {
  const isOne = (draft: Draft | undefined): boolean =>
    draft !== undefined &&
    (draft.role === 'paragraph' || draft.role === 'item') &&
    draft.text.length <= MOST_UNITS &&
    NUMBER.test(draft.text) &&
    ASKS.test(draft.text);
  const found = drafts.filter(
    (draft, i) => isOne(draft) && drafts[i + 1]?.role === 'paragraph' && !isOne(drafts[i + 1]),
  );
  return new Set(found.length > 1 || drafts.some(isLabelled) ? found : []);
}

function isAsking({ role, text, bold }: MaybeBold, next: BlockDraft | undefined): boolean {
  if (!next || next.role === 'subhead') return false;
  return (role === 'subhead' || (role === 'paragraph' && bold === true)) && ASKS.test(text);
}
