import type { Passage } from '../../corpus/article.js';
import { sentences } from '../../language/clauses.js';
import type { Range } from '../../language/range.js';
import { blockWith, extentOf, type LabelledPart } from '../retrieving/labelled.js';
import type { Excerpt } from './excerpt.js';

/**
 * The part that a question names by its label, from the label on: all of it where there is room, else its first sentences.
 * @param focus what has to be in it, UTF-16 units into the passage's text; absent where the part itself is asked for
 * @param chars longest excerpt in UTF-16 units
 * @returns `undefined` where the passage does not bear the label, or the focus is not in what can be shown
 */
export function labelledExcerpt(
  passage: Passage,
  { label }: LabelledPart,
  focus: Range | undefined,
  chars: number,
): Excerpt | undefined {
  const block = blockWith(passage, label);
  if (!block) return undefined;
  const extent = extentOf(passage.article, block, label);
  const from = extent.start - passage.start;
  const to = Math.min(extent.end - passage.start, passage.text.length);
  const part = passage.text.slice(from, to);
  const ends = sentences(part).map(({ end }) => end);
  const end =
    part.length <= chars ? part.length : ends.findLast((at) => part.slice(0, at).trimEnd().length <= chars);
  if (end === undefined) return undefined;
  const place = { start: from, end: from + part.slice(0, end).trimEnd().length };
  const holds = !focus || (focus.start >= place.start && focus.end <= place.end);
  return holds ? { text: passage.text.slice(place.start, place.end), place } : undefined;
}
