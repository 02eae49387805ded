import type { Passage } from '../../corpus/article.js';
import { clauses, sentences } from '../../language/clauses.js';
import { unitsOf } from '../../language/fold.js';
import type { Range } from '../../language/range.js';
import type { QueryTerm } from '../retrieving/query-terms.js';
import type { Retrieved } from '../retrieving/retrieve.js';
import type { TermFinder } from '../retrieving/term-places.js';

/**
 * Weighs stretches of a passage by the question's terms that they hold, each counted once: what is shown of a passage that
 * was not read, or in which reading found nothing, and which neighbour of a quotation says more.
 * @returns for a range of the passage's text in UTF-16 units, a weight of 0 or more
 */
export function worthOfStretches(retrieved: Retrieved, passage: Passage): (stretch: Range) => number {
  const { places } = retrieved.views.of(passage).terms;
  return ({ start, end }) =>
    retrieved.queryTerms.reduce((sum, { weight }, term) => {
      const held = (places[term] as readonly Range[]).some(
        (place) => place.start >= start && place.end <= end,
      );
      return sum + (held ? weight : 0);
    }, 0);
}

/**
 * The sentence, row or item of a passage that has most to say to the question; of one that is too long, the clause. Of
 * equals the first.
 * @param chars longest stretch that can be shown, in UTF-16 units
 */
export function heaviestStretch(
  { text }: Pick<Passage, 'text'>,
  worth: (stretch: Range) => number,
  chars: number,
): Range {
  const isWritten = ({ start, end }: Range): boolean => text.slice(start, end).trim() !== '';
  const sentence = heaviest(sentences(text).filter(isWritten), worth);
  if (sentence.end - sentence.start <= chars) return sentence;
  const parts = clauses(text).filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  return heaviest(parts.filter(isWritten), worth);
}

function heaviest(stretches: readonly Range[], worth: (stretch: Range) => number): Range {
  let best: Range = { start: 0, end: 0 };
  let most = -1;
  for (const stretch of stretches) {
    const weight = worth(stretch);
    if (weight <= most) continue;
    most = weight;
    best = stretch;
  }
  return best;
}

/**
 * Where the question's words stand in an excerpt.
 * @param folded the folded excerpt
 * @returns merged ranges in order, UTF-16 units into the excerpt
 */
export function highlightsOf(folded: string, finder: TermFinder): Range[] {
  const places = finder
    .written(unitsOf(folded))
    .filter((_, c) => !isSingleHan((finder.queryTerms[c] as QueryTerm).term))
    .flat()
    .sort((a, b) => a.start - b.start);
  const merged: Range[] = [];
  for (const place of places) {
    const last = merged.at(-1);
    if (last && place.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, place.end) };
    else merged.push(place);
  }
  return merged;
}

/** A character alone stands in too many words that are not meant. */
function isSingleHan(term: string): boolean {
  return term.length === 1 && /\p{Script=Han}/u.test(term);
}
