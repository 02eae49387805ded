import { setTimeout as pause } from 'node:timers/promises';
import type { Passage } from '../../corpus/article.js';
import { ContentHash } from '../content-hash.js';
import type { PassageFilter } from '../passage-filter.js';
import type {
  IndexState,
  PassageExchange,
  PassageIndex,
  QueryTerm,
  SearchOutcome,
} from '../passage-index.js';
import { ArticleShelf } from './article-shelf.js';
import type { Cluster } from './cluster.js';
import { readingNames } from './fence.js';
import { Holding } from './holding.js';
import { Lease } from './lease.js';
import { OpenSearchArticles } from './opensearch-articles.js';
import { OpenSearchIndex } from './opensearch-index.js';
import { OverviewLooks } from './overview-looks.js';
import type { IndexWriter, SharedIndexOptions } from './shared-index-options.js';

export type { IndexWriter, SharedIndexOptions };

/** Longer than a look that fails at one node, and the next, and the pause between two looks; in milliseconds. */
const SILENT_MS = 10_000;
const LOOK_MS = 2_000;
const NOTHING: IndexState = { size: 0, version: new ContentHash().toString() };

/**
 * An index that several processes share: all search it, and the one that holds the lease makes it as its files are. Whoever
 * takes the lease is told so, and says what the index is to hold; then it puts right whatever the index has other than it
 * should. The others keep nothing of the collection.
 */
export class SharedIndex implements PassageIndex {
  readonly #shelf: ArticleShelf;
  readonly #looks: OverviewLooks;
  readonly #holding: Holding;
  /** The articles of what is searched. */
  readonly articles: OpenSearchArticles;
  #reader: OpenSearchIndex | undefined;
  #closing: Promise<void> | undefined;

  private constructor(
    readonly cluster: Cluster,
    readonly lease: Lease,
    readonly options: SharedIndexOptions,
  ) {
    const { passages, articles } = readingNames(cluster.setting.name);
    this.#shelf = new ArticleShelf(cluster, articles);
    this.articles = OpenSearchArticles.of(cluster, passages, this.#shelf);
    const state = (): IndexState => this.state;
    this.#looks = new OverviewLooks(
      () => this.articles.look(),
      () => state().version,
      options.lookMs ?? LOOK_MS,
    );
    this.#holding = new Holding(cluster, lease, options, {
      get state() {
        return state();
      },
      refresh: () => this.refresh(),
      look: () => this.#looks.now(),
    });
  }

  /**
   * Opens the index of a collection; it need not be there yet.
   * @throws IndexUnavailableError
   */
  static async open(cluster: Cluster, options: SharedIndexOptions): Promise<SharedIndex> {
    const lease = await Lease.open(cluster, `${cluster.setting.name}.writer`, options.times);
    const index = new SharedIndex(cluster, lease, options);
    await index.#holding.begin();
    return index;
  }

  /** Of this process's holding, if it is the writer. */
  get epoch(): number | undefined {
    return this.#holding.epoch;
  }

  /** Whether the cluster answers: one that has said nothing for the time of several looks does not. */
  get isAnswering(): boolean {
    return this.#reader !== undefined && performance.now() - this.#reader.seenAt < SILENT_MS;
  }

  get state(): IndexState {
    return this.#reader?.state ?? NOTHING;
  }

  async refresh(): Promise<IndexState> {
    return (await this.#read()).refresh();
  }

  add(passages: readonly Passage[]): Promise<void> {
    return this.update({ add: passages });
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.update({ remove: ids });
  }

  /**
   * Changes the index, if this process is the writer; the changes are made when it resolves.
   * @throws FencedError where another is
   */
  update(exchange: PassageExchange): Promise<void> {
    return this.#holding.update(exchange);
  }

  /** Resolves when there is something to search: the first writer may still be at it. */
  async ready(): Promise<void> {
    while (!this.#reader && !this.#closing) {
      await this.#read().catch(() => pause(this.lease.beatMs));
      await this.#holding.settled;
    }
  }

  async get(id: string): Promise<Passage | undefined> {
    return (await this.#read()).get(id);
  }

  async search(terms: readonly QueryTerm[], limit: number, filter?: PassageFilter): Promise<SearchOutcome> {
    return (await this.#read()).search(terms, limit, filter);
  }

  /** Gives the lease back, and ends. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#looks.close();
    await this.#holding.close();
    await this.#reader?.close();
    // Where it cannot be given back, it runs out.
    await this.lease.release().catch(() => {});
    await this.cluster.close();
  }

  async #read(): Promise<OpenSearchIndex> {
    if (this.#reader) return this.#reader;
    const { lookMs = LOOK_MS } = this.options;
    const names = readingNames(this.cluster.setting.name);
    const reader = await OpenSearchIndex.open(this.cluster, names, { lookMs, shelf: this.#shelf });
    try {
      await this.#looks.begin();
    } catch (error) {
      await reader.close();
      throw error;
    }
    // Two may have waited for it.
    if (this.#reader) await reader.close();
    this.#reader ??= reader;
    return this.#reader;
  }
}
