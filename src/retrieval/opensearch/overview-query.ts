import { type DateSpan, NOTHING, OVERVIEW_TITLES, type Overview } from '../article-store.js';
import { IN_ORDER } from './exact-query.js';

/**
 * Different publications that are told of, of the whole and of each folder, and folders: all together half as many values as a
 * cluster gives at once (`search.max_buckets`).
 */
const [MOST_PUBLICATIONS, MOST_OF_FOLDER] = [2_000, 100];
const MOST_FOLDERS = 300;
/** As many files are counted one by one. */
const COUNTED_FILES = 40_000;

/** The overviews of a collection and of its folders, by name. */
export interface Overviews {
  readonly whole: Overview;
  readonly folders: ReadonlyMap<string, Overview>;
}

/** Values of a field, those that were asked for first. */
export interface Extreme {
  readonly buckets: readonly { readonly key: string }[];
}

interface Firsts {
  readonly doc_count: number;
  readonly files: { readonly value: number };
  readonly publications: Extreme;
  readonly titles: {
    readonly hits: { readonly hits: readonly { readonly fields: { readonly heading: readonly [string] } }[] };
  };
  readonly firstStated: Extreme;
  readonly lastStated: Extreme;
  readonly firstDay: Extreme;
  readonly lastDay: Extreme;
}

/** What the search of `OVERVIEW` answers. */
export interface OverviewResponse {
  readonly hits: { readonly total: { readonly value: number } };
  readonly aggregations: {
    readonly firsts: Firsts;
    readonly folders: {
      readonly buckets: readonly {
        readonly key: string;
        readonly doc_count: number;
        readonly firsts: Firsts;
      }[];
    };
  };
}

/** The first or last of a field's values. */
export function extreme(field: string, order: 'asc' | 'desc'): object {
  return { terms: { field, size: 1, order: { _key: order } } };
}

function firsts(publications: number): object {
  return {
    filter: { term: { first: true } },
    aggs: {
      files: { cardinality: { field: 'source', precision_threshold: COUNTED_FILES } },
      publications: { terms: { field: 'printedIn', size: publications } },
      titles: {
        top_hits: { size: OVERVIEW_TITLES, _source: false, docvalue_fields: ['heading'], sort: IN_ORDER },
      },
      firstStated: extreme('stated', 'asc'),
      lastStated: extreme('stated', 'desc'),
      firstDay: extreme('day', 'asc'),
      lastDay: extreme('day', 'desc'),
    },
  };
}

/** The same each time, so that a shard that has not changed answers from its cache. */
export const OVERVIEW = {
  size: 0,
  track_total_hits: true,
  aggs: {
    firsts: firsts(MOST_PUBLICATIONS),
    folders: {
      terms: { field: 'folder', size: MOST_FOLDERS, order: { _key: 'asc' } },
      aggs: { firsts: firsts(MOST_OF_FOLDER) },
    },
  },
};

export function overviewsOf({ hits, aggregations }: OverviewResponse): Overviews {
  const buckets = aggregations.folders.buckets;
  const folders = buckets.map(({ key }) => key);
  return {
    whole: overviewOf(hits.total.value, aggregations.firsts, folders),
    folders: new Map(
      buckets.map(({ key, doc_count, firsts }) => [key, overviewOf(doc_count, firsts, [key])]),
    ),
  };
}

function overviewOf(passages: number, found: Firsts, folders: readonly string[]): Overview {
  if (found.doc_count === 0) return NOTHING;
  const stated = spanOf(found.firstStated, found.lastStated);
  const dates = spanOf(found.firstDay, found.lastDay);
  return {
    articles: found.doc_count,
    passages,
    files: found.files.value,
    titles: found.titles.hits.hits.map(({ fields }) => fields.heading[0]),
    publications: found.publications.buckets.map(({ key }) => key),
    folders,
    ...(stated && { stated }),
    ...(dates && { dates }),
  };
}

/** @param first, last as `extreme` answers them */
export function spanOf({ buckets: [first] }: Extreme, { buckets: [last] }: Extreme): DateSpan | undefined {
  return first && last && { first: first.key, last: last.key };
}
