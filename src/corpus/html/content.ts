import { bylineOfLine } from '../page/bylines.js';
import type { HtmlBlock } from './blocks.js';
import { infoOfLine, type LineFacts } from './info-line.js';
import { isFurniture } from './page-furniture.js';
import { isSubtitle } from './roles.js';

/** A block of so many UTF-16 units, or the end of a sentence, begins the text. */
const TEXT_UNITS = 40;

export interface Content {
  /** The content with the headline, in the order of the document. */
  readonly blocks: readonly HtmlBlock[];
  /** What the lines of information around it tell; the first of each kind. */
  readonly told: LineFacts;
}

/**
 * Takes from the content what is no part of the text: information lines, ways through the site, offers.
 * @param beside the lines that the page states to stand above and below the headline, wherever they are
 */
export function contentOf(
  all: readonly HtmlBlock[],
  main: ReadonlySet<HtmlBlock>,
  headline: HtmlBlock | undefined,
  beside: ReadonlySet<HtmlBlock>,
): Content {
  const blocks: HtmlBlock[] = [];
  let told: LineFacts = {};
  let isBefore = true;
  for (const block of all) {
    if (block === headline || beside.has(block)) {
      blocks.push(block);
      continue;
    }
    const info = block.cells ? undefined : infoOfLine(block.text, isBefore);
    if (info) told = { ...info, ...told };
    else if (main.has(block) ? !isAround(block) : isNearTitle(blocks, headline) && belongsToTitle(block))
      blocks.push(block);
    if (main.has(block) && !info && beginsText(block)) isBefore = false;
  }
  return { blocks, told };
}

function isAround({ cells, text }: HtmlBlock): boolean {
  return !cells && isFurniture(text);
}

/** Whether only what belongs to the headline has come after it. */
function isNearTitle(blocks: readonly HtmlBlock[], headline: HtmlBlock | undefined): boolean {
  return headline !== undefined && blocks.slice(-3).includes(headline);
}

/** Whether it is content even where it stands between the headline and the main content. */
function belongsToTitle({ text }: HtmlBlock): boolean {
  return isSubtitle(text) || bylineOfLine(text) !== undefined;
}

function beginsText({ text }: HtmlBlock): boolean {
  return text.length >= TEXT_UNITS || /[。！？]$/u.test(text);
}
