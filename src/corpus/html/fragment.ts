import type { BlockDraft } from '../block-draft.js';
import type { Fault } from '../fault.js';
import { blocksOf } from './blocks.js';
import { isNoText } from './left-out.js';
import { parsePart } from './parse.js';
import { draftsOfBlocks } from './roles.js';

/** The blocks of a fragment, or why it cannot be read. */
export type FragmentReading =
  | { readonly kind: 'drafts'; readonly drafts: readonly BlockDraft[] }
  | { readonly kind: 'refused'; readonly fault: Fault };

/**
 * Reads HTML that is all content, as in Markdown, a chapter of a book or an entry of a feed. Never throws.
 * @param firstLine line of the source file in which the fragment begins, counted from 1
 */
export function draftsOfHtml(html: string, firstLine = 1): FragmentReading {
  const parsed = parsePart(html);
  if (parsed.kind === 'refused') return parsed;
  const drafts = draftsOfBlocks(blocksOf(parsed.root, isNoText));
  return {
    kind: 'drafts',
    drafts: firstLine === 1 ? drafts : drafts.map((draft) => shifted(draft, firstLine - 1)),
  };
}

function shifted(draft: BlockDraft, by: number): BlockDraft {
  return { ...draft, lines: [draft.lines[0] + by, draft.lines[1] + by] };
}
