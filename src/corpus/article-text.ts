import type { Block, BlockRole } from './article.js';

/** A block before it has its place in the article's text. */
export interface BlockDraft {
  readonly role: BlockRole;
  readonly text: string;
  /** First and last line of the source file, counted from 1. */
  readonly lines: readonly [first: number, last: number];
}

/** An article's text with its blocks in their places. */
export interface ArticleText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Joins blocks by one line break each and notes where each stands, in UTF-16 units. */
export function composeText(drafts: readonly BlockDraft[]): ArticleText {
  const blocks: Block[] = [];
  let start = 0;
  for (const { role, text, lines } of drafts) {
    blocks.push({ role, start, end: start + text.length, lines });
    start += text.length + 1;
  }
  return { text: drafts.map(({ text }) => text).join('\n'), blocks };
}
