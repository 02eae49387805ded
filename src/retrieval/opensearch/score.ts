import { BM25 } from '../inverted-index/bm25-scorer.js';
import type { WeightedTerm } from '../searched-terms.js';
import type { Query } from './filter-query.js';
import { anyOf } from './filter-query.js';
import { indexedTerm } from './stored-passage.js';

/** In how many passages a term stands. */
export interface Frequency {
  /** In text or title. */
  readonly either: number;
  readonly text: number;
  readonly title: number;
}

/** What scores depend on besides the passage. */
export interface Statistics {
  /** How many passages there are. */
  readonly size: number;
  /** Sums of the lengths of all passages, in different terms. */
  readonly textLength: number;
  readonly titleLength: number;
}

/**
 * The score of `Bm25PlusScorer`, step by step, so that both put the same passages first. All of it is asked with the query:
 * shards' own statistics would give a passage another score on another shard, and the engine's lengths are rounded.
 */
const SOURCE = `
double textBase = params.base + params.perText * doc['textLength'].value;
double titleBase = params.base + params.perTitle * doc['titleLength'].value;
double sum = 0;
int found = 0;
for (int i = 0; i < params.terms.length; i++) {
  int inText = termFreq('text', params.terms[i]);
  int inTitle = termFreq('title', params.terms[i]);
  if (inText > 0) sum += params.text[i] * (params.d + inText * params.k1 / (inText + textBase));
  if (inTitle > 0) sum += params.title[i] * (params.d + inTitle * params.k1 / (inTitle + titleBase));
  if (inText + inTitle > 0) found++;
}
return sum * found;`;

/**
 * A query for the passages that hold at least one of the terms, with their scores.
 * @param filters queries that have to hold besides
 */
export function scoreQuery(
  terms: readonly WeightedTerm[],
  frequency: ReadonlyMap<string, Frequency>,
  { size, textLength, titleLength }: Statistics,
  filters: readonly Query[],
): Query {
  const { k, b, d } = BM25;
  const weights = (field: 'text' | 'title'): number[] =>
    terms.map(({ term, weight }) => weight * rarity(frequency.get(term)?.[field] ?? 0, size));
  const tokens = terms.map(({ term }) => indexedTerm(term));
  const perLength = (total: number): number => (total === 0 ? 0 : (k * b * size) / total);
  const params = {
    terms: tokens,
    text: weights('text'),
    title: weights('title'),
    base: k * (1 - b),
    perText: perLength(textLength),
    perTitle: perLength(titleLength),
    k1: k + 1,
    d,
  };
  return {
    script_score: {
      query: { bool: { filter: [holdingAny(tokens), ...filters] } },
      script: { lang: 'painless', source: SOURCE, params },
    },
  };
}

/** @param tokens as `indexedTerm` gives them */
export function holdingAny(tokens: readonly string[]): Query {
  return anyOf([{ terms: { text: tokens } }, { terms: { title: tokens } }]);
}

function rarity(count: number, documents: number): number {
  return Math.log(1 + (documents - count + 0.5) / (count + 0.5));
}
