import type { Block, Passage } from '../../corpus/article.js';
import { blocksIn, leadAt } from '../../corpus/surroundings.js';
import type { Range } from '../../language/range.js';
import type { Excerpt } from './excerpt.js';

/** A lead that would take more of an excerpt's room than this share (0 to 1) stays away. */
const MOST_SHARE = 1 / 2;

/** An excerpt with the line in front that it is not understood without. */
export interface LedExcerpt extends Excerpt {
  /** How far the excerpt's own characters are moved by what stands in front, in UTF-16 units. */
  readonly shift: number;
}

/**
 * The line without which a place of a passage is not understood (what a list is of, what an answer answers), where there is
 * one before it, be it in another passage, and room for it.
 * @param at UTF-16 units into the passage's text
 * @param chars longest excerpt in UTF-16 units
 */
export function leadOf({ article, start }: Passage, at: number, chars: number): Block | undefined {
  const lead = leadAt(article, start + at);
  const isBefore = lead !== undefined && lead.end <= start + at;
  return isBefore && lead.end - lead.start <= chars * MOST_SHARE ? lead : undefined;
}

/**
 * All that may be quoted of a passage: its own text, and before it the lines of other passages that introduce its blocks. A
 * gap between them is an ellipsis, so that no quotation passes over it unmarked.
 */
export function quotableOf({ article, text, start, end }: Passage): string {
  const leads = new Set(blocksIn(article, { start, end }).map(({ lead }) => lead));
  const before = [...leads]
    .flatMap((lead) => (lead === undefined ? [] : (article.blocks[lead] ?? [])))
    .filter((block) => block.end <= start)
    .sort((a, b) => a.start - b.start);
  return before.reduceRight((quotable, block, i) => {
    const next = before[i + 1]?.start ?? start;
    const gap = article.text.slice(block.end, next).trim() === '' ? '\n' : GAP;
    return article.text.slice(block.start, block.end) + gap + quotable;
  }, text);
}

/** How much room a lead takes of an excerpt, in UTF-16 units, an ellipsis and a line break among it. */
export function roomOf(lead: Block | undefined): number {
  return lead ? lead.end - lead.start + GAP.length : 0;
}

const GAP = '\n…';

/** Puts a lead in front of an excerpt, unless that holds it already; what is left out between them is an ellipsis. */
export function ledBy(lead: Block | undefined, excerpt: Excerpt, passage: Passage): LedExcerpt {
  const { article, start } = passage;
  const from = start + excerpt.place.start;
  if (!lead || from < lead.end) return { ...excerpt, shift: 0 };
  const between = article.text.slice(lead.end, from).trim() === '' ? '\n' : GAP;
  const front = article.text.slice(lead.start, lead.end) + between;
  return { text: front + excerpt.text, place: excerpt.place, shift: front.length };
}

/** A range of the excerpt's own characters where it stands behind its lead. */
export function shifted(range: Range, { shift }: LedExcerpt): Range {
  return { start: range.start + shift, end: range.end + shift };
}
