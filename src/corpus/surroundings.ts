import type { Range } from '../language/range.js';
import type { Article, Block, SectionPath } from './article.js';
import { nameBefore } from './structure/labelled-row.js';

type Structured = Pick<Article, 'blocks' | 'sections'>;

/**
 * The block that a place of an article's text stands in; between two blocks, the second.
 * @param at UTF-16 units into the article's text
 */
export function blockAt(article: Pick<Article, 'blocks'>, at: number): Block | undefined {
  return article.blocks[firstFrom(article.blocks, (block) => block.end > at)];
}

/** The blocks that a range of an article's text touches, in order. */
export function blocksIn(article: Pick<Article, 'blocks'>, { start, end }: Range): readonly Block[] {
  return article.blocks.slice(
    firstFrom(article.blocks, (block) => block.end > start),
    firstFrom(article.blocks, (block) => block.start >= end),
  );
}

/** What stands before a cell of a row and is not the source's own. */
export interface BeforeCell extends Range {
  /** The column's name; empty where it has none. */
  readonly name: string;
}

/** What of a range of an article's text was put beside the source's words, in order. */
export function addedIn(
  { text, added = [] }: Pick<Article, 'text' | 'added'>,
  { start, end }: Range,
): readonly BeforeCell[] {
  const from = firstFrom(added, (range) => range.end > start);
  const to = firstFrom(added, (range) => range.start >= end);
  return added.slice(from, to).map((range) => ({
    start: Math.max(start, range.start),
    end: Math.min(end, range.end),
    name: nameBefore(text.slice(range.start, range.end)),
  }));
}

/** The number of the first range that something holds of, as it does of all after it; by halves, since there may be 100,000. */
function firstFrom<T extends Range>(ranges: readonly T[], holds: (range: T) => boolean): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(ranges[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The path of headings above a block, a heading's own text not counted; empty above the first. */
export function headingsAbove(article: Pick<Article, 'sections'>, block: Block | undefined): SectionPath {
  const path = sectionOf(article, block);
  return block?.role === 'subhead' ? path.slice(0, -1) : path;
}

/** The headings above a place of an article's text, outermost first; one that stands at the place itself does not count. */
export function headingsAt(article: Structured, at: number): SectionPath {
  return headingsAbove(article, blockAt(article, at));
}

/** The path of headings that a block stands in, a heading's own text included; empty above the first. */
export function sectionOf(
  { sections }: Pick<Article, 'sections'>,
  block: Pick<Block, 'section'> | undefined,
): SectionPath {
  return block?.section === undefined ? [] : (sections?.[block.section] ?? []);
}

/** The section that a place of an article's text stands in: with the heading, where the place is in one. */
export function sectionAt(article: Structured, at: number): SectionPath {
  return sectionOf(article, blockAt(article, at));
}

/** The block without which the one at a place is not understood, where it has one. */
export function leadAt(article: Pick<Article, 'blocks'>, at: number): Block | undefined {
  const lead = blockAt(article, at)?.lead;
  return lead === undefined ? undefined : article.blocks[lead];
}
