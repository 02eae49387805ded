import type { BlockDraft } from '../block-draft.js';

/** A longer line introduces no list; UTF-16 units. */
const LONGEST_INTRODUCTION = 120;
const INTRODUCES = /[：:]$/u;

/**
 * Which block each block is not understood without: an item's introduction, an answer's question.
 * @returns for each block the number of one before it, or `undefined`
 */
export function leadsOf(drafts: readonly Pick<BlockDraft, 'role' | 'text'>[]): (number | undefined)[] {
  const leads: (number | undefined)[] = [];
  let introduction: number | undefined;
  let question: number | undefined;
  for (const [number, { role, text }] of drafts.entries()) {
    if (role === 'item') {
      if (drafts[number - 1]?.role !== 'item') introduction = introducing(drafts, number - 1);
      leads.push(introduction ?? question);
      continue;
    }
    introduction = undefined;
    if (role === 'question') question = number;
    else if (
      role === 'answer' ||
      (role === 'paragraph' && question !== undefined && !INTRODUCES.test(text))
    ) {
      leads.push(question);
      continue;
    } else if (role !== 'paragraph') question = undefined;
    leads.push(undefined);
  }
  return leads;
}

/** The number of the block before a list, where it introduces it. */
function introducing(
  drafts: readonly Pick<BlockDraft, 'role' | 'text'>[],
  number: number,
): number | undefined {
  const before = drafts[number];
  if (before?.role !== 'paragraph' || before.text.length > LONGEST_INTRODUCTION) return undefined;
  return INTRODUCES.test(before.text) ? number : undefined;
}
