import { isColumn, isIssuer, partsOfTitle } from '../bare-names.js';
import { bylineOfLine } from '../page/bylines.js';
import { isDashed, isListItem } from '../page/forms.js';
import type { HtmlBlock } from './blocks.js';
import { infoOfLine } from './info-line.js';
import { isFurniture } from './page-furniture.js';
import type { SetTitles } from './title-elements.js';

/** A title stands among so many lines above the text. */
const LINES_ABOVE = 8;
/** Of so many UTF-16 units. */
const [SHORTEST, LONGEST] = [5, 60];

/** What forums put in front of a title: `[求助]`. */
const KIND_OF_THREAD = /^[[【［][^\]】］]{1,8}[\]】］]/u;

/**
 * Finds the line that readers see as the title where no heading is one: above the text, set as titles are set. It goes before the
 * document's own title where that is a column's or a site's name, or is found nowhere on the page; what is only bold, or a
 * heading that no other is as high as, before a mere name alone.
 * @param main the blocks of the content
 * @param title of the document
 */
export function shownTitle(
  blocks: readonly HtmlBlock[],
  main: readonly HtmlBlock[],
  title: string | undefined,
  { clear, bold }: SetTitles,
): HtmlBlock | undefined {
  const lines = linesAbove(blocks, main).filter(isTitleLike);
  const parts = partsOfTitle(title ?? '').map(bare);
  const repeated = lines.findLast(({ text }) => parts.includes(bare(text).replace(KIND_OF_THREAD, '')));
  if (repeated) return repeated;
  const telling = parts.filter((part) => !isColumn(part) && !isIssuer(part) && part.length >= SHORTEST);
  if (telling.some((part) => blocks.some(({ text }) => bare(text).includes(part)))) return undefined;
  const set = lines.findLast(({ text }) => clear.has(bare(text)));
  if (set || telling.length > 0) return set;
  return lines.find((line) => bold.has(bare(line.text)) || isOnlyHeading(line, main));
}

/** The last lines before the text begins. */
function linesAbove(blocks: readonly HtmlBlock[], main: readonly HtmlBlock[]): readonly HtmlBlock[] {
  const text = main.find((block) => block.text.length > LONGEST || /[。！？]$/u.test(block.text)) ?? main[0];
  const end = text ? blocks.indexOf(text) : 0;
  return blocks.slice(Math.max(0, end - LINES_ABOVE), end);
}

function isTitleLike({ text, linked, cells }: HtmlBlock): boolean {
  return (
    cells === undefined &&
    linked < 1 / 2 &&
    text.length >= SHORTEST &&
    text.length <= LONGEST &&
    !/[。；，、：;,:]$|[>›»＞]/u.test(text) &&
    !isColumn(text) &&
    !isIssuer(text) &&
    !isListItem(text) &&
    !isDashed(text) &&
    !isFurniture(text) &&
    bylineOfLine(text) === undefined &&
    infoOfLine(text, true) === undefined
  );
}

function isOnlyHeading({ scope: { heading } }: HtmlBlock, main: readonly HtmlBlock[]): boolean {
  return (
    heading !== undefined &&
    main.filter(({ scope }) => scope.heading !== undefined && scope.heading <= heading).length < 2
  );
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
