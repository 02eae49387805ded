import { fold } from '../../language/fold.js';
import { isColumn, isIssuer, partsOfTitle } from '../bare-names.js';
import { bylineOfLine } from '../page/bylines.js';
import { isDashed, isListItem, isStandalone } from '../page/forms.js';
import type { HtmlBlock } from './blocks.js';
import { infoOfLine } from './info-line.js';
import { isFurniture } from './page-furniture.js';
import type { SetTitles } from './title-elements.js';

/** A title stands among so many lines above the text. */
const LINES_ABOVE = 8;
/** Of so many UTF-16 units. */
const [SHORTEST, LONGEST] = [5, 60];

/** Ends of sentences and of what announces others, a way through the site, remarks in brackets, gaps in lists, numbers of papers. */
const NO_TITLE =
  /[。；，、：;,:]$|[>›»＞]|^(?:[（(][^（）()]*[)）]|【[^【】]*】)$|[.．…·]{3}|\s{2}|\p{Script=Han}\u3000+\d|[〔［[]\d{4}[〕］\]].{0,3}号$/u;
/** Who wrote or gathered it, in forms that a byline seldom has: `贝蕾 整理`, `【副刊】文/江雨浓`. */
const BYLINE = /记者\s|(?:作者|撰文|采写|口述|供稿)[\s:：]|\s(?:记|整理|供稿)$|记录$|[\s】]文[/／:：]/u;
/** What forums put in front of a title: `[求助]`. */
const KIND_OF_THREAD = /^[[【［][^\]】］]{1,8}[\]】］]/u;

/**
 * Finds the line that readers see as the title where no heading is one: above the text, set as titles are set. It goes before the
 * document's own title where that is a column's or a site's name, or is found nowhere on the page; a first line that is only bold,
 * or a heading that no other is as high as, before a mere name alone.
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
  const first = main.find((block) => !isBeside(block));
  const isSet = first && (bold.has(bare(first.text)) || isOnlyHeading(first, main));
  return isSet && lines.includes(first) ? first : undefined;
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
    !isIssuer(text) &&
    !isListItem(text) &&
    !isDashed(text) &&
    !isStandalone(text) &&
    !NO_TITLE.test(text) &&
    !BYLINE.test(fold(text)) &&
    bylineOfLine(text) === undefined &&
    !isBeside({ text })
  );
}

/** Whether a line only leads to the article or tells of it. */
function isBeside({ text }: Pick<HtmlBlock, 'text'>): boolean {
  return isColumn(text) || isFurniture(text) || infoOfLine(text, true) !== undefined;
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
