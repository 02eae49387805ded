import type { BlockDraft } from '../block-draft.js';

/** A longer line introduces no list; UTF-16 units. */
const LONGEST_INTRODUCTION = 120;
const INTRODUCES = /[：:]$/u;
/** An article of a law, whose items follow it whether or not a colon announces them. */
const ARTICLE_LABEL = /^第[〇零一二三四五六七八九十百千\d]{1,8}条/u;
/** Articles of laws are longer than lines that introduce a list; UTF-16 units. */
const LONGEST_ARTICLE = 400;

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
  return before && introduces(before) ? number : undefined;
}

/** Whether a block announces the list that follows it. */
export function introduces({ role, text }: Pick<BlockDraft, 'role' | 'text'>): boolean {
  if (role !== 'paragraph' && role !== 'answer') return false;
  if (ARTICLE_LABEL.test(text)) return text.length <= LONGEST_ARTICLE;
  return text.length <= LONGEST_INTRODUCTION && INTRODUCES.test(text);
}
