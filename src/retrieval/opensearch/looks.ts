import { ContentHash } from '../content-hash.js';
import type { IndexState } from '../passage-index.js';
import type { Cluster } from './cluster.js';
import type { Query } from './filter-query.js';
import type { Frequency, Statistics } from './score.js';
import { indexedTerm } from './stored-passage.js';

/** What the index holds, of one moment. */
export interface Look {
  readonly state: IndexState;
  readonly statistics: Statistics;
}

/** A look with how often terms occur. */
export interface Counted extends Look {
  readonly frequency: ReadonlyMap<string, Frequency>;
}

interface Sum {
  readonly value: number;
}

interface Buckets {
  readonly buckets: readonly { readonly doc_count: number }[];
}

interface Response {
  readonly timed_out?: boolean;
  readonly _shards?: { readonly failed: number };
  readonly hits: { readonly total: { readonly value: number } };
  readonly aggregations: Readonly<Record<string, Sum & Buckets>>;
}

/** Whether all shards told all. */
export function isWhole({ timed_out, _shards }: Partial<Response>): boolean {
  return timed_out === false && _shards?.failed === 0;
}

const SUMS = ['textLength', 'titleLength', 'digestLow', 'digestHigh'] as const;
/** The same copy of a shard looks each time, so that what is seen does not go back and forth between copies. */
const HEADER = { preference: 'look', allow_partial_search_results: false };

/** The same each time, so that a shard that has not changed answers from its cache. */
const LOOK = {
  size: 0,
  track_total_hits: true,
  aggs: Object.fromEntries(SUMS.map((field) => [field, { sum: { field } }])),
};

/**
 * What the index holds, and how often terms occur in it.
 * @param terms as the query has them
 * @throws IndexUnavailableError
 */
export async function look(
  cluster: Cluster,
  passages: string,
  terms: readonly string[] = [],
): Promise<Counted> {
  const asked = terms.length === 0 ? [LOOK] : [LOOK, ...counting(terms.map(indexedTerm))];
  const { body } = await cluster.ask<{ readonly responses: readonly Response[] }>({
    method: 'POST',
    path: `${passages}/_msearch`,
    lines: asked.flatMap((search) => [HEADER, search]),
    whole: ({ responses }: { responses: readonly Response[] }) => responses.every(isWhole),
  });
  const [seen, titles, ...texts] = body.responses as [Response, Response?, ...Response[]];
  return { ...lookOf(seen), frequency: titles ? frequencies(terms, titles, texts) : new Map() };
}

function lookOf({ hits, aggregations }: Response): Look {
  const size = hits.total.value;
  const sum = (field: (typeof SUMS)[number]): number => aggregations[field]?.value ?? 0;
  const version = ContentHash.ofSums(sum('digestLow'), sum('digestHigh')).toString();
  const statistics = { size, textLength: sum('textLength'), titleLength: sum('titleLength') };
  return { state: { size, version }, statistics };
}

/**
 * Searches that count. In how many texts a term stands, a shard knows by itself; so each is asked for alone, since an aggregation
 * would go through all passages that have any of them. In titles they are fewer.
 */
function counting(tokens: readonly string[]): object[] {
  const filters = (of: (token: string) => object): object => ({ filters: { filters: tokens.map(of) } });
  const inText = (token: string): Query => ({ term: { text: token } });
  const inTitle = (token: string): Query => ({ term: { title: token } });
  return [
    {
      size: 0,
      track_total_hits: false,
      query: { terms: { title: tokens } },
      aggs: {
        title: filters(inTitle),
        both: filters((token) => ({ bool: { filter: [inText(token), inTitle(token)] } })),
      },
    },
    ...tokens.map((token) => ({ size: 0, track_total_hits: true, query: inText(token) })),
  ];
}

function frequencies(
  terms: readonly string[],
  { aggregations }: Response,
  texts: readonly Response[],
): Map<string, Frequency> {
  const count = (name: string, i: number): number => aggregations[name]?.buckets[i]?.doc_count ?? 0;
  return new Map(
    terms.map((term, i) => {
      const text = texts[i]?.hits.total.value ?? 0;
      const title = count('title', i);
      return [term, { either: text + title - count('both', i), text, title }];
    }),
  );
}
