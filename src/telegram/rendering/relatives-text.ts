import type { Citation, Clipping } from '../../answering/answer.js';
import { citedFacts } from '../wording/cited-facts.js';
import type { Locale } from '../wording/locale.js';
import { type CitationStyle, linkedTitle } from './citation-text.js';
import { concat, type FormattedText, joined, type Piece } from './formatted-text.js';

/** Of places where the same was printed, no more are named. */
const MOST_NAMED = 2;
/** Of a relative, publication and date tell which one it is. */
const FACTS = 2;

/** Where else the same text was printed, and which article has taken its place: a line each, each with a line break in front. */
export function relativesText(
  { also = [], newer }: Pick<Clipping, 'also' | 'newer'>,
  style: CitationStyle,
  locale: Locale,
): FormattedText {
  const { reading } = locale;
  const named = (citation: Citation): Piece =>
    joined([linkedTitle(citation, style), ...citedFacts(citation, locale).slice(0, FACTS)], ' · ');
  const places = also.slice(0, MOST_NAMED).map(named);
  const more = also.length > MOST_NAMED ? reading.alsoMore(also.length) : '';
  return concat(
    ...(places.length > 0 ? ['\n', reading.alsoIn, joined(places, '；'), more] : []),
    ...(newer ? ['\n', reading.newer, named(newer)] : []),
  );
}
