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

const { k: K, b: B, d: D } = BM25;

/**
 * What a term adds to the score of a passage, out of what a shard has at hand: the length is rounded, and counts occurrences
 * instead of different terms; the average is the shard's own.
 */
export const ROUGHLY = `
double length = field.docCount == 0 ? 1 : doc.length * (double) field.docCount / field.sumTotalTermFreq;
return query.boost * (${D} + doc.freq * ${K + 1} / (doc.freq + ${K * (1 - B)} + ${K * B} * length));`;

/**
 * Added for each term that is found, so that how many there are can be read off the sum, with room for what they add by
 * themselves: each term less than `log(1 + size) * (d + k + 1)`, twice.
 */
const FOUND = 8_192;
/** Passages of each shard that are scored exactly, at least; and for each one that is asked for. */
const [LEAST_SCORED, SCORED_EACH] = [128, 4];
/**
 * Terms that are chosen by one by one: an engine takes 1,024 clauses of a query, and each is four. Where a word may be misheard
 * there are hundreds, of little weight each, which are taken in groups.
 */
const [ONE_BY_ONE, GROUP] = [150, 50];
/**
 * Passages that are asked for beyond those that are wanted, so that equals can be put in order. Of a search by hundreds of terms no
 * more are scored exactly: each takes as long as all others together.
 */
const TIES = 16;

/** A search, and how far it is to be believed. */
export interface Search {
  /** The body, for `size` passages. */
  readonly body: { readonly size: number };
  /** How many of each shard are scored exactly, which are as many as may be asked for. */
  readonly scored: number;
}

/**
 * A search for the passages that hold at least one of the terms, in two steps. Scoring exactly looks each term up in each
 * passage, which took seconds over 200,000 of them. So each shard first chooses the passages that nearly
 * score most, as fast as it reads posting lists, and scores these exactly.
 * @param limit how many are wanted; some more are asked for, which come in no order among equals
 * @param filters queries that have to hold besides
 */
export function searchInSteps(
  terms: readonly WeightedTerm[],
  frequency: ReadonlyMap<string, Frequency>,
  statistics: Statistics,
  filters: readonly Query[],
  limit: number,
): Search {
  const { tokens, text, title } = weighed(terms, frequency, statistics);
  const heaviest = [...tokens.keys()]
    .sort((one, other) => (text[other] as number) - (text[one] as number))
    .map((i) => ({ token: tokens[i] as string, text: text[i] as number, title: title[i] as number }));
  const should = [
    ...heaviest.slice(0, ONE_BY_ONE).flatMap(byItself),
    ...inGroups(heaviest.slice(ONE_BY_ONE), GROUP).map(asOne),
  ];
  const size = limit + TIES;
  const scored = heaviest.length > ONE_BY_ONE ? size : Math.max(LEAST_SCORED, size * SCORED_EACH);
  const body = {
    size,
    track_total_hits: false,
    query: {
      script_score: {
        query: { bool: { should, filter: filters, minimum_should_match: 1 } },
        script: { lang: 'painless', source: CHOICE, params: { found: FOUND } },
      },
    },
    rescore: {
      window_size: scored,
      query: {
        rescore_query: scoreQuery(terms, frequency, statistics),
        query_weight: 0,
        rescore_query_weight: 1,
      },
    },
  };
  return { body, scored };
}

interface Weighed {
  readonly token: string;
  readonly text: number;
  readonly title: number;
}

function byItself({ token, text, title }: Weighed): Query[] {
  return [
    {
      constant_score: {
        filter: anyOf([{ term: { text: token } }, { term: { title: token } }]),
        boost: FOUND,
      },
    },
    { term: { text: { value: token, boost: text } } },
    { term: { title: { value: token, boost: title } } },
  ];
}

/** Terms of about the same weight, of which one is as good as several. */
function asOne(terms: readonly Weighed[]): Query {
  const tokens = terms.map(({ token }) => token);
  const weight = terms.reduce((sum, { text }) => sum + text, 0) / terms.length;
  return {
    constant_score: {
      filter: anyOf([{ terms: { text: tokens } }, { terms: { title: tokens } }]),
      boost: FOUND + weight * (D + 1),
    },
  };
}

function inGroups<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}

const CHOICE = `
double found = Math.floor(_score / params.found);
return (_score - found * params.found) * found;`;

/** A query that scores passages exactly, whatever they hold. */
function scoreQuery(
  terms: readonly WeightedTerm[],
  frequency: ReadonlyMap<string, Frequency>,
  statistics: Statistics,
): Query {
  const { tokens, text, title } = weighed(terms, frequency, statistics);
  const { size, textLength, titleLength } = statistics;
  const perLength = (total: number): number => (total === 0 ? 0 : (K * B * size) / total);
  const params = {
    terms: tokens,
    text,
    title,
    base: K * (1 - B),
    perText: perLength(textLength),
    perTitle: perLength(titleLength),
    k1: K + 1,
    d: D,
  };
  return { script_score: { query: { match_all: {} }, script: { lang: 'painless', source: SOURCE, params } } };
}

/** Terms as the index has them, and what each weighs in text and title. */
function weighed(
  terms: readonly WeightedTerm[],
  frequency: ReadonlyMap<string, Frequency>,
  { size }: Statistics,
): { readonly tokens: string[]; readonly text: number[]; readonly title: number[] } {
  const weights = (field: 'text' | 'title'): number[] =>
    terms.map(({ term, weight }) => weight * rarity(frequency.get(term)?.[field] ?? 0, size));
  return {
    tokens: terms.map(({ term }) => indexedTerm(term)),
    text: weights('text'),
    title: weights('title'),
  };
}

function rarity(count: number, documents: number): number {
  return Math.log(1 + (documents - count + 0.5) / (count + 0.5));
}
