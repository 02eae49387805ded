import type { Passage } from '../../corpus/article.js';
import { blocksIn, sectionAt } from '../../corpus/surroundings.js';
import type { Range } from '../../language/range.js';
import type { Citation } from '../answer.js';

/**
 * What the source states of a passage; what it does not state is absent.
 * @param quoted the stretch that is quoted, UTF-16 units into the passage's text; the place is its. Without it, it is that of the
 *   whole passage.
 * @param focus what the quotation is about, whose section is named; by default its beginning
 */
export function citationOf(passage: Passage, quoted?: Range, focus = quoted): Citation {
  const { id, article, start } = passage;
  const { publication, date, when, page, byline, author, url } = article;
  const by = byline ?? author;
  const section = sectionAt(article, start + (focus?.start ?? 0));
  return {
    id,
    article: article.id,
    title: article.title,
    ...(section.length > 0 && { section }),
    source: article.source,
    ...placeOf(passage, quoted),
    ...(publication && { publication }),
    ...(date && { date }),
    ...(when && { when }),
    ...(page && { page }),
    ...(by && { byline: by }),
    ...(url && { url }),
  };
}

/** First and last line, page, row or second of the blocks that the stretch stands in. */
function placeOf(
  { article, start, lines }: Passage,
  quoted: Range | undefined,
): Pick<Citation, 'lines' | 'place'> {
  const { unit = 'line' } = article;
  if (unit === 'none') return {};
  const blocks = quoted ? blocksIn(article, { start: start + quoted.start, end: start + quoted.end }) : [];
  const counted = blocks.length > 0 ? blocks.map((block) => block.lines) : [lines];
  const first = counted.reduce((least, [each]) => Math.min(least, each), Number.POSITIVE_INFINITY);
  const last = counted.reduce((most, [, each]) => Math.max(most, each), 0);
  return unit === 'line' ? { lines: [first, last] } : { place: { unit, first, last } };
}
