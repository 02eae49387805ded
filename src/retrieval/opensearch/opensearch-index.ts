import type { Passage } from '../../corpus/article.js';
import type { PassageFilter } from '../passage-filter.js';
import {
  type IndexState,
  IndexUnavailableError,
  type PassageExchange,
  type PassageIndex,
  type QueryTerm,
  type SearchOutcome,
} from '../passage-index.js';
import { documentFrequencies, searchedTerms } from '../searched-terms.js';
import { ArticleShelf, LACKS_ARTICLES } from './article-shelf.js';
import type { Cluster } from './cluster.js';
import { Dictionaries } from './dictionaries.js';
import { filterQueries } from './filter-query.js';
import type { IndexNames } from './index-names.js';
import { KnownFrequencies } from './known-frequencies.js';
import { type Counted, isWhole, type Look, look } from './looks.js';
import { PassageLookup } from './passage-lookup.js';
import { type Search, searchInSteps } from './score.js';
import { passageOf, type StoredPassage } from './stored-passage.js';
import { Writer } from './writer.js';

export interface OpenSearchIndexOptions {
  /** Aliases under which this process writes; absent: it only reads. */
  readonly writing?: IndexNames;
  /** Where articles are fetched; default: one of its own. */
  readonly shelf?: ArticleShelf;
  /** How long between two looks at what others changed, in milliseconds; default 2,000; 0: it looks when it is told to. */
  readonly lookMs?: number;
}

const LOOK_MS = 2_000;
/**
 * What was seen counts for this share (0 to 1) of the time between two looks: a question searches several times, and each look is
 * a request of its own.
 */
const FRESH_SHARE = 0.5;

interface Hit {
  readonly _score: number;
  readonly _source: StoredPassage;
}

/** An index in an OpenSearch cluster, which any number of processes search and one writes. */
export class OpenSearchIndex implements PassageIndex {
  readonly #shelf: ArticleShelf;
  readonly #lookup: PassageLookup;
  readonly #writer: Writer;
  readonly #timer: NodeJS.Timeout | undefined;
  readonly #known = new KnownFrequencies();
  readonly #dictionaries: Dictionaries;
  /** For how long a look counts, in milliseconds. */
  readonly #freshMs: number;
  #seen: Look;
  /** Looks are numbered, so that one that took long does not put back what a later one saw. */
  #looks = 0;
  #lastSeen = 0;
  #seenAt = performance.now();
  /** Settled when all changes asked for so far have been made. */
  #changed: Promise<void> = Promise.resolve();

  /** @param seen what a first look saw */
  private constructor(
    readonly cluster: Cluster,
    readonly names: IndexNames,
    seen: Look,
    { writing, shelf, lookMs = LOOK_MS }: OpenSearchIndexOptions,
  ) {
    this.#seen = seen;
    this.#freshMs = lookMs * FRESH_SHARE;
    this.#shelf = shelf ?? new ArticleShelf(cluster, names.articles);
    this.#lookup = new PassageLookup(cluster, names.passages);
    this.#dictionaries = new Dictionaries(cluster, names.passages);
    this.#writer = new Writer(cluster, names, writing);
    // A look that fails is told of by the searches that fail with it.
    if (lookMs > 0) this.#timer = setInterval(() => void this.refresh().catch(() => {}), lookMs).unref();
  }

  /**
   * Opens an index that is there.
   * @throws IndexUnavailableError
   */
  static async open(
    cluster: Cluster,
    names: IndexNames,
    options: OpenSearchIndexOptions = {},
  ): Promise<OpenSearchIndex> {
    return new OpenSearchIndex(cluster, names, await look(cluster, names.passages), options);
  }

  get state(): IndexState {
    return this.#seen.state;
  }

  /** When the cluster last told what it holds, by `performance.now()`. */
  get seenAt(): number {
    return this.#seenAt;
  }

  async refresh(): Promise<IndexState> {
    await this.#look([]);
    return this.state;
  }

  add(passages: readonly Passage[]): Promise<void> {
    return this.update({ add: passages });
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.update({ remove: ids });
  }

  update(exchange: PassageExchange): Promise<void> {
    const done = this.#changed.then(async () => {
      await this.#writer.exchange(exchange);
      await this.refresh();
    });
    this.#changed = done.catch(() => {});
    return done;
  }

  /** Makes the index hold these passages, by id, and no others; see `Writer`. */
  reconcile(wanted: ReadonlyMap<string, Passage>): Promise<void> {
    const done = this.#changed.then(async () => {
      await this.#writer.reconcile(wanted);
      await this.refresh();
    });
    this.#changed = done.catch(() => {});
    return done;
  }

  async get(id: string): Promise<Passage | undefined> {
    const stored = await this.#lookup.get(id, this.state.version);
    if (!stored) return undefined;
    const article = (await this.#shelf.take([stored.article])).get(stored.article);
    return article && passageOf(stored, article);
  }

  async search(terms: readonly QueryTerm[], limit: number, filter?: PassageFilter): Promise<SearchOutcome> {
    const single = [...new Set(terms.flatMap(({ term, others = [] }) => [term, ...others]))];
    const { frequency, statistics, state } = this.#atHand(single) ?? (await this.#look(single));
    const { size } = statistics;
    const held = (term: string): number => frequency.get(term)?.either ?? 0;
    const documentFrequency = documentFrequencies(terms, held, size);
    const selected = searchedTerms(terms, documentFrequency, size);
    if (selected.length === 0 || limit === 0) return { candidates: [], documentFrequency, size };
    const search = searchInSteps(selected, frequency, statistics, filter ? filterQueries(filter) : [], limit);
    const { version } = state;
    const candidates =
      (await this.#find(search, limit, version)) ?? (await this.#find(search, limit, version));
    if (!candidates) throw new IndexUnavailableError(LACKS_ARTICLES);
    return { candidates, documentFrequency, size };
  }

  /** Ends looking; changes that were asked for are made first. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#changed;
  }

  /** What a look for these terms would tell, where one was just made and all of them have been counted since the last change. */
  #atHand(terms: readonly string[]): Counted | undefined {
    if (performance.now() - this.#seenAt >= this.#freshMs) return undefined;
    const frequency = this.#known.all(terms, this.state.version);
    return frequency && { ...this.#seen, frequency };
  }

  async #look(terms: readonly string[]): Promise<Counted> {
    const number = ++this.#looks;
    const before = { known: this.#known, dictionaries: this.#dictionaries, state: this.state };
    const seen = await look(this.cluster, this.names.passages, terms, before);
    this.#seenAt = performance.now();
    if (number > this.#lastSeen) {
      this.#lastSeen = number;
      this.#seen = seen;
    }
    return seen;
  }

  /** The best that is found; `undefined` where an article went between finding its passage and fetching it. */
  async #find(
    search: Search,
    limit: number,
    version: string,
  ): Promise<SearchOutcome['candidates'] | undefined> {
    const hits = inOrder(await this.#hits(search, limit)).slice(0, limit);
    this.#lookup.found(
      hits.map(({ _source }) => _source),
      version,
    );
    const articles = await this.#shelf.take(hits.map(({ _source }) => _source.article));
    const candidates = hits.flatMap(({ _score, _source }) => {
      const article = articles.get(_source.article);
      return article ? [{ passage: passageOf(_source, article), score: _score }] : [];
    });
    return candidates.length === hits.length ? candidates : undefined;
  }

  /**
   * What is found, with all that are as good as the last that is wanted, as far as they are scored: of 20,000 passages with many
   * sentences in common forty and more often were. They are rare elsewhere, and each that is fetched costs.
   */
  async #hits({ body, scored }: Search, limit: number): Promise<readonly Hit[]> {
    const hits = await this.#hitsOf(body);
    const isCut = hits.length === body.size && hits.at(-1)?._score === hits[limit - 1]?._score;
    return isCut && scored > body.size ? this.#hitsOf({ ...body, size: scored }) : hits;
  }

  /** What a search finds, the highest score first. */
  async #hitsOf(body: object): Promise<readonly Hit[]> {
    const answer = await this.cluster.ask<{ readonly hits: { readonly hits: readonly Hit[] } }>({
      method: 'POST',
      path: `${this.names.passages}/_search`,
      query: { allow_partial_search_results: false },
      body,
      whole: isWhole,
    });
    return answer.body.hits.hits;
  }
}

/** The highest score first, equals by id. */
function inOrder(hits: readonly Hit[]): Hit[] {
  return [...hits].sort(
    (one, other) => other._score - one._score || (one._source.id < other._source.id ? -1 : 1),
  );
}
