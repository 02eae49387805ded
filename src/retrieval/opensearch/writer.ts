import type { Article, Passage } from '../../corpus/article.js';
import { TimeSlice } from '../../corpus/time-slice.js';
import { digestOf } from '../content-hash.js';
import { DuplicatePassageError, IndexUnavailableError, type PassageExchange } from '../passage-index.js';
import { bulk, type Write } from './bulk.js';
import type { Cluster } from './cluster.js';
import type { IndexNames } from './index-names.js';
import { isWhole } from './looks.js';
import { type NamedArticle, storedArticle } from './stored-article.js';
import { documentOf } from './stored-passage.js';

/** How many passages come or go before the next are made ready. */
const STEP = 1_000;
/** Ids asked for at once. */
const MOST_IDS = 5_000;
/** How long terms are made before other work has its turn, in milliseconds. */
const TIME_SLICE_MS = 5;
const REFRESH_MS = 20_000;

/** What a page of the index is asked for at once. */
const PAGE = 5_000;

interface Held {
  readonly _id: string;
  readonly found?: boolean;
  readonly error?: object;
  readonly _source: { readonly article: string };
}

interface Digested {
  readonly sort: readonly [id: string];
  readonly fields: {
    readonly article: readonly [string];
    readonly digestLow: readonly [number];
    readonly digestHigh: readonly [number];
  };
}

/**
 * Changes what a cluster holds, so that it is whole at every moment: articles come before their passages and go after them,
 * passages that come are seen before any goes.
 */
export class Writer {
  /** Of changes that may have been made or not: they may be asked for again. */
  readonly #uncertain = new Set<string>();

  constructor(
    readonly cluster: Cluster,
    readonly names: IndexNames,
    readonly writing: IndexNames | undefined,
  ) {}

  /** @throws DuplicatePassageError, FencedError, IndexUnavailableError */
  async exchange({ remove = [], add = [] }: PassageExchange): Promise<void> {
    const held = await this.#articlesOf([...remove, ...add.map(({ id }) => id)]);
    const leaving = new Set(remove);
    this.#refuseDuplicates(add, leaving, held);
    for (const { id } of add) {
      leaving.delete(id);
      this.#uncertain.add(id);
    }
    const kept = new Set<string>();
    for (let at = 0; at < add.length; at += STEP) {
      for (const ref of await this.#put(add.slice(at, at + STEP))) kept.add(ref);
    }
    if (add.length > 0) await this.#refresh();
    const gone = [...leaving].filter((id) => held.has(id));
    if (gone.length > 0) {
      await this.#write(
        'passages',
        gone.map((id) => ({ id })),
      );
      await this.#refresh();
    }
    await this.#dropUnused([...held.values()].filter((ref) => !kept.has(ref)));
    for (const { id } of add) this.#uncertain.delete(id);
  }

  /**
   * Makes the index hold these passages and no others, whatever it holds: what it has already is left as it is, so that a
   * change that was cut short goes on where it was.
   * @param wanted by id
   * @throws FencedError, IndexUnavailableError
   */
  async reconcile(wanted: ReadonlyMap<string, Passage>): Promise<void> {
    await this.#refresh();
    const missing = new Set(wanted.keys());
    const remove: string[] = [];
    const names = new Map<Article, string>();
    const slice = new TimeSlice(TIME_SLICE_MS);
    for await (const { sort, fields } of this.#all()) {
      const [id] = sort;
      const passage = wanted.get(id);
      if (passage && isAs(passage, fields, names)) missing.delete(id);
      else remove.push(id);
      if (slice.isOver) await slice.yield();
    }
    const add = [...missing].map((id) => wanted.get(id) as Passage);
    await this.exchange({ add, remove });
  }

  /** All that is held, in the order of the ids. */
  async *#all(): AsyncGenerator<Digested> {
    let after: readonly string[] | undefined;
    do {
      const { body } = await this.cluster.ask<{ readonly hits: { readonly hits: readonly Digested[] } }>({
        method: 'POST',
        path: `${this.names.passages}/_search`,
        query: { allow_partial_search_results: false },
        body: {
          size: PAGE,
          track_total_hits: false,
          _source: false,
          docvalue_fields: ['article', 'digestLow', 'digestHigh'],
          sort: [{ id: 'asc' }],
          ...(after && { search_after: after }),
        },
        ms: REFRESH_MS,
        whole: isWhole,
      });
      const { hits } = body.hits;
      yield* hits;
      after = hits.length === PAGE ? hits.at(-1)?.sort : undefined;
    } while (after);
  }

  #refuseDuplicates(
    add: readonly Passage[],
    leaving: ReadonlySet<string>,
    held: ReadonlyMap<string, string>,
  ): void {
    const seen = new Set<string>();
    for (const { id } of add) {
      const isHeld = held.has(id) && !leaving.has(id) && !this.#uncertain.has(id);
      if (seen.has(id) || isHeld) throw new DuplicatePassageError(id);
      seen.add(id);
    }
  }

  /** Writes passages, their articles first. Resolves to the names of these. */
  async #put(passages: readonly Passage[]): Promise<Iterable<string>> {
    const slice = new TimeSlice(TIME_SLICE_MS);
    const articles = new Map<Article, NamedArticle>();
    const documents: Write[] = [];
    for (const passage of passages) {
      const named = articles.get(passage.article) ?? storedArticle(passage.article);
      articles.set(passage.article, named);
      documents.push({ id: passage.id, document: documentOf(passage, named.ref) });
      if (slice.isOver) await slice.yield();
    }
    const named = [...articles.values()];
    await this.#write(
      'articles',
      named.map(({ ref, stored }) => ({ id: ref, document: { article: stored } })),
    );
    await this.#write('passages', documents);
    return named.map(({ ref }) => ref);
  }

  /** Names of the articles of those passages that are held, by id. */
  async #articlesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (let at = 0; at < ids.length; at += MOST_IDS) {
      const { body } = await this.cluster.ask<{ readonly docs: readonly Held[] }>({
        method: 'POST',
        path: `${this.names.passages}/_mget`,
        query: { _source_includes: 'article' },
        body: { ids: [...new Set(ids.slice(at, at + MOST_IDS))] },
        whole: ({ docs }: { docs: readonly Held[] }) => docs.every(({ error }) => error === undefined),
      });
      for (const { _id, found: isHeld, _source } of body.docs) if (isHeld) found.set(_id, _source.article);
    }
    return found;
  }

  /** Takes out articles that no passage belongs to any more. */
  async #dropUnused(refs: readonly string[]): Promise<void> {
    const candidates = [...new Set(refs)];
    for (let at = 0; at < candidates.length; at += STEP) {
      const some = candidates.slice(at, at + STEP);
      const used = await this.#used(some);
      await this.#write(
        'articles',
        some.filter((ref) => !used.has(ref)).map((id) => ({ id })),
      );
    }
  }

  async #used(refs: readonly string[]): Promise<Set<string>> {
    const { body } = await this.cluster.ask<{
      readonly aggregations: { readonly used: { readonly buckets: readonly { readonly key: string }[] } };
    }>({
      method: 'POST',
      path: `${this.names.passages}/_search`,
      query: { allow_partial_search_results: false, request_cache: false },
      body: {
        size: 0,
        query: { terms: { article: refs } },
        aggs: { used: { terms: { field: 'article', size: refs.length } } },
      },
      ms: REFRESH_MS,
      whole: isWhole,
    });
    return new Set(body.aggregations.used.buckets.map(({ key }) => key));
  }

  async #write(kind: keyof IndexNames, writes: readonly Write[]): Promise<void> {
    if (!this.writing)
      throw new IndexUnavailableError({ en: 'this process only reads it', zh: '这个进程只读取它' });
    await bulk(this.cluster, this.writing[kind], writes);
  }

  /** Lets searches see what was written; resolves when every copy of every shard shows it. */
  async #refresh(): Promise<void> {
    await this.cluster.ask({
      method: 'POST',
      path: `${this.names.passages}/_refresh`,
      ms: REFRESH_MS,
      whole: ({ _shards }: { _shards: { failed: number } }) => _shards.failed === 0,
    });
  }
}

/**
 * Whether what is held is this passage, of this version of its article: where the article lies in another folder, the passage
 * is the same and its article is not.
 * @param names of the articles that were named before
 */
function isAs(passage: Passage, held: Digested['fields'], names: Map<Article, string>): boolean {
  const [low, high] = digestOf(passage);
  if (low !== held.digestLow[0] || high !== held.digestHigh[0]) return false;
  const { article } = passage;
  const name = names.get(article) ?? storedArticle(article).ref;
  names.set(article, name);
  return name === held.article[0];
}
