import type { BlockDraft } from '../block-draft.js';
import { withOfficialTitle } from '../official-head.js';
import { withHeadings } from '../structure/headings.js';
import type { Paragraph } from './paragraphs.js';

/** A headline is set larger than the text by so much. */
const LARGER = 1.12;
/** A longer paragraph is no headline, whatever its size; UTF-16 units. */
const LONGEST = 60;
/** A line that is only bold is a headline where it is shorter, ends no sentence and introduces nothing; UTF-16 units. */
const LONGEST_BOLD = 40;
const ENDS_SENTENCE = /[。；，、：;,:.!！]$/u;
/** Share of a document's characters that may be bold where bold tells of anything. */
const MOST_BOLD = 0.4;
/** How many sizes of headlines are told apart. */
const MOST_LEVELS = 3;

/** What a document's paragraphs are, by the sizes of their fonts. */
export interface Headed {
  readonly drafts: readonly BlockDraft[];
  /**
   * The title below the head of an official paper, else the largest headline of the page on which the text begins; absent where
   * all is of one size.
   */
  readonly title?: string;
}

/**
 * Gives paragraphs their roles: what is larger than most of the text is a headline, the larger the higher, and below those,
 * what is bold.
 */
export function headed(paragraphs: readonly Paragraph[]): Headed {
  const size = bodySize(paragraphs.filter(({ row }) => !row));
  const boldTells = shareOf(paragraphs, ({ bold }) => bold) <= MOST_BOLD;
  const isLarger = (each: Paragraph) => each.size >= size * LARGER && each.text.length <= LONGEST;
  const isHeading = (each: Paragraph) =>
    !each.row && (isLarger(each) || (boldTells && each.size >= size && isBoldLine(each)));
  const headings = paragraphs.filter(isHeading);
  const title = titleOf(headings.filter(isLarger), paragraphs[0]?.pages[0]);
  const sizes = [...new Set(headings.filter((each) => each !== title).map(rankOf))].sort((a, b) => b - a);
  const drafts = paragraphs.map((each): BlockDraft => {
    const { text, pages: lines, row } = each;
    if (row) return row;
    if (each === title) return { role: 'title', text, lines };
    if (!isHeading(each)) return { role: each.item ? 'item' : 'paragraph', text, lines };
    return {
      role: 'subhead',
      text,
      lines,
      level: Math.min(MOST_LEVELS, sizes.indexOf(rankOf(each)) + 1),
    };
  });
  const official = withOfficialTitle(withHeadings(drafts));
  const found = official.find(({ role }) => role === 'title');
  return { drafts: official, ...(found && { title: found.text }) };
}

function titleOf(headings: readonly Paragraph[], page: number | undefined): Paragraph | undefined {
  const [first, ...others] = headings.filter(({ pages }) => pages[0] === page);
  return others.reduce((largest, each) => (each.size > (largest?.size ?? 0) * 1.02 ? each : largest), first);
}

function isBoldLine({ text, bold, item }: Paragraph): boolean {
  return bold && !item && text.length <= LONGEST_BOLD && !ENDS_SENTENCE.test(text);
}

/** The higher, the larger; of one size, what is bold stands higher. */
function rankOf({ size, bold }: Paragraph): number {
  return rounded(size) + (bold ? 0.1 : 0);
}

/** Share of the characters that stand in some of the paragraphs. */
function shareOf(paragraphs: readonly Paragraph[], is: (paragraph: Paragraph) => boolean): number {
  const units = (some: readonly Paragraph[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  return units(paragraphs.filter(is)) / Math.max(1, units(paragraphs));
}

/** The size in which most characters are set, in points. */
function bodySize(paragraphs: readonly Paragraph[]): number {
  const units = new Map<number, number>();
  for (const { size, text } of paragraphs)
    units.set(rounded(size), (units.get(rounded(size)) ?? 0) + text.length);
  return [...units].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}
