import type { Article, Passage } from '../../corpus/article.js';
import { TimeSlice } from '../../corpus/time-slice.js';
import { DuplicatePassageError, IndexUnavailableError, type PassageExchange } from '../passage-index.js';
import { bulk, type Write } from './bulk.js';
import type { Cluster } from './cluster.js';
import type { IndexNames } from './index-names.js';
import { type NamedArticle, storedArticle } from './stored-article.js';
import { documentOf } from './stored-passage.js';

/** How many passages come or go before the next are made ready. */
const STEP = 1_000;
/** Ids asked for at once. */
const MOST_IDS = 5_000;
/** How long terms are made before other work has its turn, in milliseconds. */
const TIME_SLICE_MS = 5;
const REFRESH_MS = 20_000;

interface Held {
  readonly _id: string;
  readonly found?: boolean;
  readonly _source: { readonly article: string };
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
    readonly writing: (() => IndexNames) | undefined,
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
    });
    return new Set(body.aggregations.used.buckets.map(({ key }) => key));
  }

  async #write(kind: keyof IndexNames, writes: readonly Write[]): Promise<void> {
    if (!this.writing) throw new IndexUnavailableError('this process only reads it');
    await bulk(this.cluster, this.writing()[kind], writes);
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
