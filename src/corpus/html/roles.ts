import type { BlockRole } from '../article.js';
import type { BlockDraft } from '../block-draft.js';
import { bylineOfLine } from '../page/bylines.js';
import { isCredit, isDashed, isHeadlineLike } from '../page/forms.js';
import { withHeadings } from '../structure/headings.js';
import type { HtmlBlock } from './blocks.js';
import type { HeadlineLines } from './headline-lines.js';

const QUESTION = /^(?:问题?|Q)\s?[\d一二三四五六七八九十]{0,3}\s?[：:]\s*\S/iu;
const ANSWER = /^(?:答|A)\s?[\d一二三四五六七八九十]{0,3}\s?[：:]/iu;

/**
 * Gives each block its role.
 * @param headline the block that is the title, if one of them is
 * @param lines the blocks that the page states to stand above and below it
 */
export function draftsOfBlocks(
  blocks: readonly HtmlBlock[],
  headline?: HtmlBlock,
  lines: HeadlineLines = {},
): BlockDraft[] {
  const above = headingAbove(blocks, headline);
  let asked = false;
  const drafts = blocks.map((block, number): BlockDraft => {
    const { text, cells, scope } = block;
    const isTop = number > 0 && blocks[number - 1] === headline;
    const role = headRole(block, headline, lines, isTop) ?? cells?.role ?? roleOf(block, asked);
    if (role === 'question') asked = true;
    else if (role === 'subhead' || role === 'title') asked = false;
    return {
      role,
      text,
      lines: block.lines,
      ...(role === 'subhead' && { level: Math.max(1, (scope.heading ?? above + 1) - above) }),
      ...(cells?.added && { added: cells.added }),
    };
  });
  return withHeadings(drafts);
}

/** What a block is in the head of an article, if it stands there. @param isTop whether it follows the headline */
function headRole(
  block: HtmlBlock,
  headline: HtmlBlock | undefined,
  { kicker, subtitle }: HeadlineLines,
  isTop: boolean,
): BlockRole | undefined {
  if (block === headline) return 'title';
  if (block === kicker) return 'kicker';
  return block === subtitle || (isTop && isSubtitle(block.text)) ? 'subtitle' : undefined;
}

/** `——剃头匠老何的四十年`, as papers set it below a headline. */
export function isSubtitle(text: string): boolean {
  return isDashed(text) && isHeadlineLike(text);
}

/** The heading (1 to 6) below which all others stand: the title's, unless one stands as high as it. */
function headingAbove(blocks: readonly HtmlBlock[], headline: HtmlBlock | undefined): number {
  let above = headline?.scope.heading ?? 1;
  for (const block of blocks)
    if (block !== headline && block.scope.heading !== undefined)
      above = Math.min(above, block.scope.heading - 1);
  return above;
}

/** @param asked whether there was a question since the last heading */
function roleOf({ text, scope }: HtmlBlock, asked: boolean): BlockRole {
  const { role } = scope;
  if (role === 'answer' && !asked) return 'paragraph';
  if (role === 'caption') return isCredit(text) ? 'credit' : 'caption';
  if (role !== undefined) return role;
  if (QUESTION.test(text)) return 'question';
  if (asked && ANSWER.test(text)) return 'answer';
  if (isCredit(text)) return 'credit';
  return bylineOfLine(text) === undefined ? 'paragraph' : 'byline';
}
