import type { BlockRole } from '../article.js';
import type { BlockDraft } from '../block-draft.js';
import { bylineOfLine } from '../page/bylines.js';
import { isCredit } from '../page/forms.js';
import type { HtmlBlock } from './blocks.js';

const HEADING = /^h[1-6]$/;

/**
 * Gives each block its role.
 * @param headline the block that is the title, if one of them is
 */
export function draftsOfBlocks(blocks: readonly HtmlBlock[], headline?: HtmlBlock): BlockDraft[] {
  return blocks.map((block) => ({
    role: block === headline ? 'title' : roleOf(block),
    text: block.text,
    lines: block.lines,
  }));
}

function roleOf({ text, path }: HtmlBlock): BlockRole {
  if (path.some(({ tagName }) => HEADING.test(tagName))) return 'subhead';
  if (path.some(({ tagName }) => tagName === 'li')) return 'item';
  if (isCredit(text)) return 'credit';
  return bylineOfLine(text) === undefined ? 'paragraph' : 'byline';
}
