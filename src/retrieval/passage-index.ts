import type { Passage } from '../corpus/article.js';
import { type Bilingual, BilingualError } from '../language/bilingual.js';
import type { PassageFilter } from './passage-filter.js';

/** A term of the question with its weight in the search. */
export interface QueryTerm {
  readonly term: string;
  /** Factor on the term's BM25 score; 1 is neutral. */
  readonly weight: number;
  /** Other terms that are found for it: words that say the same. */
  readonly others?: readonly string[];
}

export interface Candidate {
  readonly passage: Passage;
  /** Comparable within one search only. */
  readonly score: number;
}

export interface SearchOutcome {
  /** Best first; equals in the order of their ids, so that the same content is always found in the same order. */
  readonly candidates: readonly Candidate[];
  /**
   * For each term of the query, in how many passages it occurs, in text or title (0 where it does not); with others, in
   * how many about it or they do, those that hold several counted more than once, up to all there are.
   */
  readonly documentFrequency: ReadonlyMap<string, number>;
  /** How many passages the frequencies are counted among: those that were held when the search was made. */
  readonly size: number;
}

/** What an index holds, of one moment. */
export interface IndexState {
  /** How many passages. */
  readonly size: number;
  /** Differs where the content differs; the same content has the same version in every process. */
  readonly version: string;
}

/** What goes and what comes in one step. */
export interface PassageExchange {
  /** Ids; those that are not held are passed over. */
  readonly remove?: readonly string[];
  readonly add?: readonly Passage[];
}

/** A passage was to be added whose id is held already. */
export class DuplicatePassageError extends Error {
  override readonly name = 'DuplicatePassageError';

  constructor(readonly id: string) {
    super(`passage "${id}" is in the index already; remove it before adding it again`);
  }
}

/** The index cannot be asked or changed at present: it is elsewhere, and does not answer or refuses. */
export class IndexUnavailableError extends BilingualError {
  override readonly name = 'IndexUnavailableError';
  readonly #reason: Bilingual;

  /**
   * @param reason a clause that an operator understands, without secrets
   * @param options `cause`: what was thrown
   */
  constructor(reason: Bilingual, options?: ErrorOptions) {
    super({ en: `the index is not available: ${reason.en}`, zh: `索引暂时不能用：${reason.zh}` }, options);
    this.#reason = reason;
  }

  get reason(): Bilingual {
    return this.#reason;
  }
}

/**
 * Finds the passages most likely to hold an answer. A port: the embedded implementation is in this process's memory, one
 * for an archive that outgrows a process may be a cluster that several processes ask. Every implementation passes the
 * same contract suite (`test/retrieval/passage-index.contract.ts`).
 *
 * One process changes an index, any number may search it. Its changes are made one after the other in the order in which
 * they were asked for, and searches never wait for them. Once a change has resolved, its process finds what it changed,
 * and its `state` tells of it; other processes find it some time later.
 *
 * Whatever gives a promise rejects with `IndexUnavailableError` where the index cannot be reached in time. A search then
 * tells nothing, rather than what part of the index holds; whether a change was made is not known, and it may be asked
 * for again.
 */
export interface PassageIndex {
  /**
   * What is held, as this process last saw it: looking costs nothing and never fails. Where others change the index, it
   * lags behind by as long as the implementation leaves between two looks, and what a search finds may be newer; it never
   * goes back to what was before. Whoever keeps answers by `version` drops them with the next look.
   */
  readonly state: IndexState;
  /** Looks now. Resolves to what `state` is from then on. */
  refresh(): Promise<IndexState>;
  /** Adds passages. Throws `DuplicatePassageError` when an id is held already; then nothing is added. */
  add(passages: readonly Passage[]): Promise<void>;
  /** Removes passages; ids that are not held are passed over. */
  remove(ids: readonly string[]): Promise<void>;
  /**
   * Puts passages in the place of others: at no moment does a search miss both, nor a passage of an id that is held before
   * and after. An exchange of more passages than an implementation handles at once comes into sight in parts, what is
   * added before what goes.
   * Throws `DuplicatePassageError` when the id of an added passage is held and not among the removed ones.
   */
  update(exchange: PassageExchange): Promise<void>;
  /** The passage of this id, or `undefined`. */
  get(id: string): Promise<Passage | undefined>;
  /**
   * The passages that hold at least one of the terms, best first, `limit` at most.
   * @param terms words and bigrams, folded, as `termsOf` makes them, each once; empty finds nothing
   * @param filter which passages count among the `limit`; frequencies are counted among all
   */
  search(terms: readonly QueryTerm[], limit: number, filter?: PassageFilter): Promise<SearchOutcome>;
}
