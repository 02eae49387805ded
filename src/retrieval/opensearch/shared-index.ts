import { setTimeout as pause } from 'node:timers/promises';
import type { Passage } from '../../corpus/article.js';
import { ContentHash } from '../content-hash.js';
import type { PassageFilter } from '../passage-filter.js';
import {
  type IndexState,
  IndexUnavailableError,
  type PassageExchange,
  type PassageIndex,
  type QueryTerm,
  type SearchOutcome,
} from '../passage-index.js';
import { ArticleShelf } from './article-shelf.js';
import { FencedError } from './bulk.js';
import type { Cluster } from './cluster.js';
import { createVersion, fence, readingNames, swing, versionNames, writingNames } from './fence.js';
import { Lease } from './lease.js';
import { OpenSearchArticles } from './opensearch-articles.js';
import { OpenSearchIndex } from './opensearch-index.js';
import { OverviewLooks } from './overview-looks.js';
import type { IndexWriter, SharedIndexOptions } from './shared-index-options.js';
import { WantedPassages } from './wanted.js';

export type { IndexWriter, SharedIndexOptions };

/** The holder's index, by the names that its epoch gives. */
interface Holding {
  readonly epoch: number;
  readonly index: OpenSearchIndex;
}

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
  /** What the index is to hold, as the holder of an epoch says. */
  #wanted = new WantedPassages();
  #wantedBy: number | undefined;
  readonly #shelf: ArticleShelf;
  readonly #looks: OverviewLooks;
  /** The articles of what is searched. */
  readonly articles: OpenSearchArticles;
  /** The epoch that the last beat gave, and what this process writes by; they differ while it gets ready. */
  #epoch: number | undefined;
  #holding: Holding | undefined;
  /** Whether the index is as `#wanted`. */
  #inStep = false;
  #reader: OpenSearchIndex | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;
  /** Changes and what a new holder does, one after the other; beats go on meanwhile. */
  #changed: Promise<void> = Promise.resolve();

  private constructor(
    readonly cluster: Cluster,
    readonly lease: Lease,
    readonly options: SharedIndexOptions,
  ) {
    const { passages, articles } = readingNames(cluster.setting.name);
    this.#shelf = new ArticleShelf(cluster, articles);
    this.articles = OpenSearchArticles.of(cluster, passages, this.#shelf);
    this.#looks = new OverviewLooks(
      () => this.articles.look(),
      () => this.state.version,
      options.lookMs ?? LOOK_MS,
    );
  }

  /**
   * Opens the index of a collection; it need not be there yet.
   * @throws IndexUnavailableError
   */
  static async open(cluster: Cluster, options: SharedIndexOptions): Promise<SharedIndex> {
    const lease = await Lease.open(cluster, `${cluster.setting.name}.writer`, options.times);
    const index = new SharedIndex(cluster, lease, options);
    await index.#beat();
    index.#beatLater();
    return index;
  }

  /** Of this process's holding, if it is the writer. */
  get epoch(): number | undefined {
    return this.#holding && this.#holding.epoch === this.lease.epoch ? this.#holding.epoch : undefined;
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
    return this.#inTurn(() => this.#told(exchange));
  }

  /** Resolves when there is something to search: the first writer may still be at it. */
  async ready(): Promise<void> {
    while (!this.#reader && !this.#closing) {
      await this.#read().catch(() => pause(this.lease.beatMs));
      await this.#changed;
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
    clearTimeout(this.#timer);
    this.#looks.close();
    await this.#changed;
    await this.#holding?.index.close();
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

  /** @param epoch of the holder that says so; absent: whoever holds it now */
  async #told(exchange: PassageExchange, epoch = this.#wantedBy): Promise<void> {
    // An exchange counts from what was said before in the same holding: in another it would be taken for all there is.
    if (epoch === undefined || epoch !== this.#wantedBy) throw new FencedError();
    const isFirst = !this.#wanted.isKnown;
    await this.#write(this.#wanted.note(exchange)).catch((error: unknown) => {
      // All that the files hold is noted, and made with a later beat.
      if (!isFirst || !(error instanceof IndexUnavailableError)) throw error;
      this.options.onError?.(error);
    });
  }

  #writer(epoch: number): IndexWriter {
    const state = (): IndexState => this.state;
    return {
      epoch,
      get state() {
        return state();
      },
      update: (exchange) => this.#inTurn(() => this.#told(exchange, epoch)),
    };
  }

  async #write(exchange: PassageExchange): Promise<void> {
    if (!this.#holding) return;
    try {
      if (this.#inStep) await this.#exchange(this.#holding, exchange);
      else await this.#putRight(this.#holding);
    } catch (error) {
      // Whether it still may write, and what was written, is found out with the next beat.
      this.#epoch = undefined;
      throw error;
    }
  }

  async #exchange({ index }: Holding, exchange: PassageExchange): Promise<void> {
    this.#inStep = false;
    await index.update(exchange);
    await this.refresh();
    this.#inStep = true;
  }

  /** Makes the index as the files are, and lets searches see it. */
  async #putRight({ epoch, index }: Holding): Promise<void> {
    if (!this.#wanted.isKnown) return;
    await index.reconcile(this.#wanted.passages);
    await swing(this.cluster, this.cluster.setting.name, this.options.version, epoch);
    await this.refresh();
    await this.#looks.now();
    this.#inStep = true;
  }

  /** Renews or takes the lease; whoever has just taken it puts the index right. */
  async #beat(): Promise<void> {
    if (this.options.mayWrite === false) return;
    const epoch = await this.lease.beat();
    if (epoch === this.#epoch || this.#closing) return;
    this.#epoch = epoch;
    void this.#inTurn(() => this.#begin(epoch)).catch((error: unknown) => {
      this.#epoch = undefined;
      this.options.onError?.(error);
    });
  }

  /** What comes with a lease that was taken, or lost. */
  async #begin(epoch: number | undefined): Promise<void> {
    const { name } = this.cluster.setting;
    const { version, sizing, onWriting } = this.options;
    await this.#holding?.index.close();
    this.#holding = undefined;
    this.#inStep = false;
    if (epoch !== this.#wantedBy) this.#forget();
    if (epoch === undefined) return onWriting?.(undefined);
    await createVersion(this.cluster, name, version, sizing);
    await fence(this.cluster, name, version, epoch);
    // Another may have taken it meanwhile, and put up its own fence before this one.
    if ((await this.lease.beat()) !== epoch) return;
    const writing = writingNames(name, epoch);
    const index = await OpenSearchIndex.open(this.cluster, versionNames(name, version), {
      writing,
      lookMs: 0,
    });
    this.#holding = { epoch, index };
    this.#wantedBy = epoch;
    onWriting?.(this.#writer(epoch));
    await this.#write({});
  }

  #forget(): void {
    this.#wanted = new WantedPassages();
    this.#wantedBy = undefined;
  }

  #beatLater(): void {
    if (this.#closing) return;
    this.#timer = setTimeout(async () => {
      await this.#beat().catch((error: unknown) => this.options.onError?.(error));
      this.#beatLater();
    }, this.lease.beatMs).unref();
  }

  #inTurn(step: () => Promise<void>): Promise<void> {
    const done = this.#changed.then(() => step());
    this.#changed = done.catch(() => {});
    return done;
  }
}
