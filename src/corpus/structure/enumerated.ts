import type { BlockDraft } from '../block-draft.js';
import { introduces } from './leads.js';

/** Signs that number the items of a law or a list in running text. */
const MARK = /^(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[①-⑳㈠-㈩])\s*\S/u;
const TELLS: readonly BlockDraft['role'][] = ['paragraph', 'answer'];

/**
 * Makes items of the paragraphs that begin with （一） or ① and follow a line that introduces them, or another item. The sign
 * stays: others refer to it.
 */
export function withEnumeratedItems<Draft extends BlockDraft>(drafts: readonly Draft[]): Draft[] {
  let inList = false;
  return drafts.map((draft, i) => {
    const before = drafts[i - 1];
    const marked = TELLS.includes(draft.role) && MARK.test(draft.text);
    inList = marked && before !== undefined && (inList || before.role === 'item' || introduces(before));
    return inList ? { ...draft, role: 'item' } : draft;
  });
}
