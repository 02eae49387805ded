import type { BlockDraft } from '../block-draft.js';
import type { Paragraph } from './paragraphs.js';

/** A headline is set larger than the text by so much. */
const LARGER = 1.12;
/** A longer paragraph is no headline, whatever its size; UTF-16 units. */
const LONGEST = 60;
/** How many sizes of headlines are told apart. */
const MOST_LEVELS = 3;

/** What a document's paragraphs are, by the sizes of their fonts. */
export interface Headed {
  readonly drafts: readonly BlockDraft[];
  /** The largest headline of the page on which the text begins; absent where all is of one size. */
  readonly title?: string;
}

/** Gives paragraphs their roles: what is larger than most of the text is a headline, the larger the higher. */
export function headed(paragraphs: readonly Paragraph[]): Headed {
  const size = bodySize(paragraphs);
  const isHeading = (each: Paragraph) => each.size >= size * LARGER && each.text.length <= LONGEST;
  const headings = paragraphs.filter(isHeading);
  const title = titleOf(headings, paragraphs[0]?.pages[0]);
  const sizes = [
    ...new Set(headings.filter((each) => each !== title).map((each) => rounded(each.size))),
  ].sort((a, b) => b - a);
  const drafts = paragraphs.map((each): BlockDraft => {
    const { text, pages: lines } = each;
    if (each === title) return { role: 'title', text, lines };
    if (!isHeading(each)) return { role: each.item ? 'item' : 'paragraph', text, lines };
    return {
      role: 'subhead',
      text,
      lines,
      level: Math.min(MOST_LEVELS, sizes.indexOf(rounded(each.size)) + 1),
    };
  });
  return { drafts, ...(title && { title: title.text }) };
}

function titleOf(headings: readonly Paragraph[], page: number | undefined): Paragraph | undefined {
  const [first, ...others] = headings.filter(({ pages }) => pages[0] === page);
  return others.reduce((largest, each) => (each.size > (largest?.size ?? 0) * 1.02 ? each : largest), first);
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
