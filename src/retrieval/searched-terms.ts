import type { QueryTerm } from './passage-index.js';

/** Terms found in a larger share of the passages tell too little to be worth their posting lists. */
const COMMON_SHARE = 0.05;
/** Searched for however common they are, so that a small collection or a vague question still finds something. */
const ALWAYS_SEARCHED = 6;
/**
 * What another word counts beside the one that was asked. Between 0.25 and 1 the right passage comes first, and is among 32,
 * equally often, by 0.3 of 100 (4,526 questions, as they are written and in other words).
 */
const OTHER_WEIGHT = 0.5;

/** A term that is searched for. */
export type WeightedTerm = Pick<QueryTerm, 'term' | 'weight'>;

/**
 * In how many passages each term of a query or the others of it occur, as `SearchOutcome` tells it.
 * @param held in how many passages a single term occurs
 * @param size how many passages there are
 */
export function documentFrequencies(
  terms: readonly QueryTerm[],
  held: (term: string) => number,
  size: number,
): Map<string, number> {
  return new Map(
    terms.map(({ term, others = [] }) => {
      const sum = [term, ...others].reduce((frequency, one) => frequency + held(one), 0);
      return [term, Math.min(size, sum)];
    }),
  );
}

/**
 * What of a query is searched for: its rarest terms, since latency is the length of the posting lists that are read, with
 * the others that are found for them, each once.
 * @param frequency as `documentFrequencies` tells it
 * @param size how many passages there are
 */
export function searchedTerms(
  terms: readonly QueryTerm[],
  frequency: ReadonlyMap<string, number>,
  size: number,
): WeightedTerm[] {
  const of = ({ term }: QueryTerm): number => frequency.get(term) ?? 0;
  const most = size * COMMON_SHARE;
  const selective = terms
    .filter((term) => of(term) > 0)
    .sort((a, b) => of(a) - of(b))
    .filter((term, rank) => rank < ALWAYS_SEARCHED || of(term) <= most);
  return withOthers(selective);
}

function withOthers(terms: readonly QueryTerm[]): WeightedTerm[] {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  for (const { weight, others = [] } of terms) {
    for (const other of others) {
      weights.set(other, Math.max(weights.get(other) ?? 0, weight * OTHER_WEIGHT));
    }
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}
