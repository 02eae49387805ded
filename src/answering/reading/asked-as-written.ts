import type { Range } from '../../language/range.js';
import type { RankedPassage } from '../ranking/rank.js';
import type { Retrieved } from '../retrieving/retrieve.js';

/** Passages that are looked through for the spelling. */
const PASSAGES = 8;

/**
 * The question as the reader gets it: folded, its names with digits spelt as the first passage that has them spells them. To the
 * reader, iPhone 15 and iPhone15 are different words.
 */
export function askedAsWritten(
  { question, queryTerms, views }: Retrieved,
  ranked: readonly RankedPassage[],
): string {
  let asked = question.folded;
  for (const token of question.content.toReversed()) {
    if (token.kind !== 'latin' || !/\d/.test(token.term)) continue;
    const number = queryTerms.findIndex(({ term }) => term === token.term);
    for (const { candidate } of ranked.slice(0, PASSAGES)) {
      const { units, terms } = views.of(candidate.passage);
      const [place] = (terms.places[number] ?? []) as readonly Range[];
      if (!place) continue;
      const written = String.fromCharCode(...units.subarray(place.start, place.end));
      asked = asked.slice(0, token.start) + written + asked.slice(token.end);
      break;
    }
  }
  return asked;
}
