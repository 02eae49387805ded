import type { Holding } from '../article-store.js';
import { charactersOf, countCharacters, mayOverlap } from './characters.js';
import type { Query } from './filter-query.js';

/** Passages that each shard counts at most: of what stands in more of them it is told that there are at least so many. */
const MOST_COUNTED = 50_000;

/** The order of the collection. */
export const IN_ORDER = [
  { source: 'asc' },
  { line: 'asc' },
  { article: 'asc' },
  { at: 'asc' },
  { id: 'asc' },
] as const;

/** A search for passages that hold exactly these words, and for how often they do in all. */
export function exactSearch(words: string, size: number, filters: readonly Query[]): object {
  return {
    size,
    track_total_hits: true,
    terminate_after: MOST_COUNTED,
    query: {
      bool: { must: [{ match_phrase: { characters: charactersOf(words) } }], filter: filters },
    },
    aggs: { occurrences: { sum: { script: { lang: 'painless', source: '_score' } } } },
    sort: IN_ORDER,
  };
}

/** What such a search told. */
export interface ExactTotals {
  /** Passages. */
  readonly total: number;
  /** Sum of their scores: for each occurrence of a phrase as many as it has characters (`occurrences` in `definition.ts`). */
  readonly scores: number;
  readonly cutShort: boolean;
}

/**
 * In how many places words stand.
 * @param holdings those that were looked at, with their places
 */
export function placesOfAll(
  words: string,
  { total, scores, cutShort }: ExactTotals,
  holdings: readonly Holding[],
): { readonly places: number; readonly atLeast: boolean } {
  if (!mayOverlap(words)) {
    return { places: Math.round(scores / countCharacters(words)), atLeast: cutShort };
  }
  // The cluster counts places that overlap, too: each of those passages that were not looked at has one at least.
  const seen = holdings.reduce((sum, { places }) => sum + places.length, 0);
  const unseen = total - holdings.length;
  return { places: seen + unseen, atLeast: cutShort || unseen > 0 };
}
