import { ContentHash } from '../content-hash.js';
import type { IndexState } from '../passage-index.js';
import type { Cluster } from './cluster.js';
import { Dictionaries } from './dictionaries.js';
import { anyOf, type Query } from './filter-query.js';
import { KnownFrequencies } from './known-frequencies.js';
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

/**
 * A term that stood in more texts is counted by a search of its own, which takes as long whatever it counts; others together,
 * which takes longer the more passages have them. Of an index with more passages any term may be such a one.
 */
const [MANY, BIG] = [5_000, 100_000];
/**
 * More terms than these are looked up in the shards' dictionaries: where a word may be misheard there are hundreds. Counted,
 * 1,200 of them took longer than a node may, over a million passages.
 */
const MOST_COUNTED = 150;
/** Of what may not be taken for the index's frequency. */
const NO_VERSION = '';

/** The same each time, so that a shard that has not changed answers from its cache. */
const LOOK = {
  size: 0,
  track_total_hits: true,
  aggs: Object.fromEntries(SUMS.map((field) => [field, { sum: { field } }])),
};

/** What looks before have counted, which counts where the index is still the same. */
export interface Before {
  readonly known: KnownFrequencies;
  readonly dictionaries: Dictionaries;
  readonly state: IndexState;
}

/**
 * What the index holds, and how often terms occur in it.
 * @param terms as the query has them
 * @param before absent: nothing is known
 * @throws IndexUnavailableError
 */
export async function look(
  cluster: Cluster,
  passages: string,
  terms: readonly string[] = [],
  before: Before = {
    known: new KnownFrequencies(),
    dictionaries: new Dictionaries(cluster, passages),
    state: { size: 0, version: NO_VERSION },
  },
): Promise<Counted> {
  const { known, dictionaries } = before;
  const { version } = before.state;
  const wanted = terms.filter((term) => !known.of(term, version));
  const counted =
    wanted.length > MOST_COUNTED
      ? await lookedUp(cluster, passages, wanted, before)
      : await counts(cluster, passages, wanted, before);
  const isSame = counted.state.version === version;
  // Where it has just changed, some may have been counted before and some after.
  known.note(counted.frequency, isSame ? version : NO_VERSION);
  if (!isSame && wanted.length < terms.length)
    return look(cluster, passages, terms, { known, dictionaries, state: counted.state });
  const frequency = new Map(
    terms.flatMap((term) => {
      const its = counted.frequency.get(term) ?? known.of(term, version);
      return its ? [[term, its] as const] : [];
    }),
  );
  return { ...counted, frequency };
}

/** How many passages have a term in text and title is not known to dictionaries: here none counts as such. */
async function lookedUp(
  cluster: Cluster,
  passages: string,
  terms: readonly string[],
  before: Before,
): Promise<Counted> {
  const [counted, standings] = await Promise.all([
    counts(cluster, passages, [], before),
    before.dictionaries.standings(terms.map(indexedTerm)),
  ]);
  const { size } = counted.statistics;
  const frequency = new Map(
    terms.map((term) => {
      const { text = 0, title = 0 } = standings.get(indexedTerm(term)) ?? {};
      return [term, { either: Math.min(size, text + title), text, title }] as const;
    }),
  );
  return { ...counted, frequency };
}

async function counts(
  cluster: Cluster,
  passages: string,
  terms: readonly string[],
  { known, state }: Before,
): Promise<Counted> {
  const isBig = state.size > BIG;
  const common = new Set(terms.filter((term) => isBig || known.lately(term) > MANY));
  const rare = terms.filter((term) => !common.has(term));
  const alone = [...common];
  const asked = [
    LOOK,
    ...(rare.length > 0 ? [amongAll(rare.map(indexedTerm))] : []),
    ...(alone.length > 0 ? [amongTitles(alone.map(indexedTerm))] : []),
    ...alone.map((term) => inTextsOf(indexedTerm(term))),
  ];
  const { body } = await cluster.ask<{ readonly responses: readonly Response[] }>({
    method: 'POST',
    path: `${passages}/_msearch`,
    lines: asked.flatMap((search) => [HEADER, search]),
    whole: ({ responses }: { responses: readonly Response[] }) => responses.every(isWhole),
  });
  const [seen, ...told] = body.responses as [Response, ...Response[]];
  const ofRare = rare.length > 0 ? told.shift() : undefined;
  const ofTitles = alone.length > 0 ? told.shift() : undefined;
  const frequency = new Map<string, Frequency>();
  for (const [i, term] of rare.entries()) {
    frequency.set(
      term,
      frequencyOf(count(ofRare, 'text', i), count(ofRare, 'title', i), count(ofRare, 'both', i)),
    );
  }
  for (const [i, term] of alone.entries()) {
    const text = told[i]?.hits.total.value ?? 0;
    frequency.set(term, frequencyOf(text, count(ofTitles, 'title', i), count(ofTitles, 'both', i)));
  }
  return { ...lookOf(seen), frequency };
}

function lookOf({ hits, aggregations }: Response): Look {
  const size = hits.total.value;
  const sum = (field: (typeof SUMS)[number]): number => aggregations[field]?.value ?? 0;
  const version = ContentHash.ofSums(sum('digestLow'), sum('digestHigh')).toString();
  const statistics = { size, textLength: sum('textLength'), titleLength: sum('titleLength') };
  return { state: { size, version }, statistics };
}

function filters(tokens: readonly string[], of: (token: string) => Query): object {
  return { filters: { filters: tokens.map(of) } };
}

const inText = (token: string): Query => ({ term: { text: token } });
const inTitle = (token: string): Query => ({ term: { title: token } });
const inBoth = (token: string): Query => ({ bool: { filter: [inText(token), inTitle(token)] } });

/** Counts in how many texts and titles terms stand, going through all passages that have any of them. */
function amongAll(tokens: readonly string[]): object {
  return {
    size: 0,
    track_total_hits: false,
    query: anyOf([{ terms: { text: tokens } }, { terms: { title: tokens } }]),
    aggs: { text: filters(tokens, inText), title: filters(tokens, inTitle), both: filters(tokens, inBoth) },
  };
}

/** The same for titles alone. */
function amongTitles(tokens: readonly string[]): object {
  return {
    size: 0,
    track_total_hits: false,
    query: { terms: { title: tokens } },
    aggs: { title: filters(tokens, inTitle), both: filters(tokens, inBoth) },
  };
}

/** Counts in how many texts a term stands: a shard without deleted passages knows that by itself. */
function inTextsOf(token: string): object {
  return { size: 0, track_total_hits: true, query: inText(token) };
}

function count(response: Response | undefined, name: string, i: number): number {
  return response?.aggregations[name]?.buckets[i]?.doc_count ?? 0;
}

function frequencyOf(text: number, title: number, both: number): Frequency {
  return { either: text + title - both, text, title };
}
