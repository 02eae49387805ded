import type { Article } from '../../corpus/article.js';
import { fold } from '../../language/fold.js';
import {
  type ArticleStore,
  type ExactFinding,
  type FileContent,
  type Holding,
  NOTHING,
  type Overview,
  type TitledPassage,
} from '../article-store.js';
import { placesOf, spellingsOf } from '../exact-words.js';
import { IndexUnavailableError } from '../passage-index.js';
import { TitleSuggester } from '../title-suggester.js';
import { LONGEST } from './article-fields.js';
import { type ArticleShelf, LACKS_ARTICLES } from './article-shelf.js';
import { mayOverlap } from './characters.js';
import type { Cluster } from './cluster.js';
import { exactSearch, IN_ORDER, placesOfAll } from './exact-query.js';
import type { Query } from './filter-query.js';
import { isWhole } from './looks.js';
import {
  type Extreme,
  extreme,
  OVERVIEW,
  type OverviewResponse,
  type Overviews,
  overviewsOf,
  spanOf,
} from './overview-query.js';
import { passageOf, type StoredPassage } from './stored-passage.js';
import { soundPairs } from './title-sounds.js';

/** Titles among which the likeliest are chosen here, by the same rules as in memory. */
const MOST_TITLES = 200;
/** A text is compared with titles by its beginning, in UTF-16 units. */
const COMPARED_UNITS = 100;
/** Passages that are looked at here where the cluster cannot count places by itself. */
const LOOKED_AT = 100;
/** What sums up a big collection takes longer than an answer, and nobody waits for it; milliseconds. */
const OVERVIEW_MS = 10_000;

const FIRST: Query = { term: { first: true } };
const NEWEST = [{ when: { order: 'desc', missing: '_last' } }, ...IN_ORDER] as const;

interface Found {
  readonly hits: {
    readonly total?: { readonly value: number };
    readonly hits: readonly Hit[];
  };
}

interface Hit {
  readonly _id: string;
  readonly _source: StoredPassage;
  readonly fields?: { readonly heading?: readonly [string] };
}

interface Days {
  readonly aggregations: { readonly first: Extreme; readonly last: Extreme };
}

interface Occurrences {
  /** Absent where all was looked at. */
  readonly terminated_early?: boolean;
  readonly aggregations: { readonly occurrences: { readonly value: number } };
}

/**
 * The articles of a collection in a cluster, or of a folder of it: each question is the cluster's to answer. Only an overview
 * is kept here, whatever the collection's size.
 */
export class OpenSearchArticles implements ArticleStore {
  /** @param folder of which alone it tells; `undefined`: all */
  private constructor(
    private readonly cluster: Cluster,
    private readonly passages: string,
    private readonly shelf: ArticleShelf,
    private readonly seen: { overviews: Overviews },
    private readonly folder?: string,
  ) {}

  /**
   * @param passages name of the index
   * @param shelf where articles are fetched
   */
  static of(cluster: Cluster, passages: string, shelf: ArticleShelf): OpenSearchArticles {
    const overviews = { whole: NOTHING, folders: new Map() };
    return new OpenSearchArticles(cluster, passages, shelf, { overviews });
  }

  get overview(): Overview {
    const { whole, folders } = this.seen.overviews;
    return this.folder === undefined ? whole : (folders.get(this.folder) ?? NOTHING);
  }

  /**
   * Looks at what there is now; `overview` tells of it from then on.
   * @throws IndexUnavailableError
   */
  async look(): Promise<void> {
    this.seen.overviews = overviewsOf(await this.#search<OverviewResponse>(OVERVIEW, OVERVIEW_MS));
  }

  async titled(title: string): Promise<Article | undefined> {
    const { hits } = await this.#search<Found>({
      size: 1,
      track_total_hits: false,
      query: this.#among(FIRST, { term: { heading: title.slice(0, LONGEST) } }),
      sort: IN_ORDER,
    });
    const [first] = await this.#articlesOf(hits.hits);
    return first;
  }

  async heads(word: string, except: string): Promise<boolean> {
    const others = { bool: { must_not: [{ term: { heading: except.slice(0, LONGEST) } }] } };
    const { hits } = await this.#search<Found>({
      size: 0,
      track_total_hits: 1,
      query: this.#among(FIRST, { term: { headingWords: word } }, others),
    });
    return (hits.total?.value ?? 0) > 0;
  }

  async complete(typed: string, limit: number): Promise<readonly TitledPassage[]> {
    const beginning = fold(typed).trim();
    if (beginning === '' || limit === 0) return [];
    const begun = await this.#newest({ bool: { filter: [{ prefix: { headingStretches: beginning } }] } }, [
      { headingUnits: 'asc' },
      { heading: 'asc' },
      ...NEWEST,
    ]);
    const titles =
      begun.size > 0 ? begun : await this.#newest(soundingLike(beginning), ['_score', ...NEWEST]);
    return new TitleSuggester([...titles.keys()])
      .complete(typed, limit)
      .map((title) => ({ title, passage: titles.get(title) as string }));
  }

  async titlesNear(text: string): Promise<readonly string[]> {
    return [...(await this.#newest(soundingLike(text), ['_score', ...NEWEST])).keys()];
  }

  async exactly(words: string, limit: number): Promise<ExactFinding> {
    const size = mayOverlap(words) ? Math.max(limit, LOOKED_AT) : limit;
    const body = await this.#search<Found & Occurrences>(exactSearch(words, size, this.#filters()));
    const { hits, terminated_early: cutShort = false, aggregations } = body;
    const totals = { total: hits.total?.value ?? 0, scores: aggregations.occurrences.value, cutShort };
    const holdings = await this.#holdings(hits.hits, words);
    return { holdings: holdings.slice(0, limit), ...placesOfAll(words, totals, holdings) };
  }

  /** By the names of articles, which are hashes: as good as drawn by lot, and the same each time. */
  async sample(count: number): Promise<readonly Article[]> {
    const { hits } = await this.#search<Found>({
      size: count,
      track_total_hits: false,
      query: this.#among(FIRST),
      sort: [{ article: 'asc' }, { id: 'asc' }],
    });
    return this.#articlesOf(hits.hits);
  }

  async contentOf(source: string): Promise<FileContent | undefined> {
    // What is in an archive has the archive's path before its own.
    const inIt = { bool: { should: [{ term: { source } }, { prefix: { source: `${source}/` } }] } };
    const { hits, aggregations } = await this.#search<Found & Days>({
      size: 1,
      track_total_hits: true,
      query: this.#among(FIRST, inIt),
      docvalue_fields: ['heading'],
      sort: IN_ORDER,
      aggs: { first: extreme('day', 'asc'), last: extreme('day', 'desc') },
    });
    const [first] = hits.hits;
    const dates = spanOf(aggregations.first, aggregations.last);
    if (!first) return undefined;
    const title = first.fields?.heading?.[0] ?? '';
    return { articles: hits.total?.value ?? 0, title, ...(dates && { dates }) };
  }

  part(folder: string): OpenSearchArticles {
    return new OpenSearchArticles(this.cluster, this.passages, this.shelf, this.seen, folder);
  }

  /** Titles that are found, likeliest first, each with the first passage of the newest article that has it. */
  async #newest(query: Query, sort: readonly unknown[]): Promise<Map<string, string>> {
    const { hits } = await this.#search<Found>({
      size: MOST_TITLES,
      track_total_hits: false,
      query: { bool: { must: [query], filter: [FIRST, ...this.#filters()] } },
      // Of one title the first is left, in the order of the rest.
      collapse: { field: 'heading' },
      docvalue_fields: ['heading'],
      sort,
    });
    return new Map(
      hits.hits.flatMap(({ _id, fields }) => (fields?.heading ? [[fields.heading[0], _id]] : [])),
    );
  }

  async #holdings(hits: readonly Hit[], words: string): Promise<Holding[]> {
    const sought = spellingsOf(words);
    const articles = await this.shelf.take(hits.map(({ _source }) => _source.article));
    return hits.flatMap(({ _source }) => {
      const article = articles.get(_source.article);
      if (!article) throw new IndexUnavailableError(LACKS_ARTICLES);
      const passage = passageOf(_source, article);
      const places = placesOf(passage.text, sought);
      return places.length > 0 ? [{ passage, places }] : [];
    });
  }

  async #articlesOf(hits: readonly Hit[]): Promise<Article[]> {
    const refs = hits.map(({ _source }) => _source.article);
    const articles = await this.shelf.take(refs);
    return refs.flatMap((ref) => articles.get(ref) ?? []);
  }

  #among(...queries: readonly Query[]): Query {
    return { bool: { filter: [...queries, ...this.#filters()] } };
  }

  #filters(): Query[] {
    return this.folder === undefined ? [] : [{ term: { folder: this.folder } }];
  }

  async #search<T>(search: object, ms?: number): Promise<T> {
    const { body } = await this.cluster.ask<T>({
      method: 'POST',
      path: `${this.passages}/_search`,
      query: { allow_partial_search_results: false },
      body: search,
      ...(ms !== undefined && { ms }),
      whole: isWhole,
    });
    return body;
  }
}

function soundingLike(text: string): Query {
  const pairs = soundPairs(fold(text).slice(0, COMPARED_UNITS));
  return { match: { headingSounds: pairs.join(' ') } };
}
