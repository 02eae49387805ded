import type { Passage } from '../corpus/article.js';

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

/**
 * Finds the passages most likely to hold an answer. A port: the embedded implementation uses MiniSearch, one for
 * an archive that outgrows a process may use a distributed engine. Every implementation passes the same contract
 * suite (`test/retrieval/passage-index.contract.ts`).
 *
 * Changes are made one after the other in the order in which they were asked for; searches never wait for them.
 */
export interface PassageIndex {
  /** How many passages are held. */
  readonly size: number;
  /** Changes with every change of content; the same content has the same version in every process. */
  readonly version: string;
  /** Adds passages. Throws `DuplicatePassageError` when an id is held already; then nothing is added. */
  add(passages: readonly Passage[]): Promise<void>;
  /** Removes passages; ids that are not held are passed over. */
  remove(ids: readonly string[]): Promise<void>;
  /**
   * Puts passages in the place of others: no search finds a passage of the same id missing meanwhile. An exchange of
   * more passages than an implementation handles at once comes into sight in parts, what is added before what goes.
   * Throws `DuplicatePassageError` when the id of an added passage is held and not among the removed ones.
   */
  update(exchange: PassageExchange): Promise<void>;
  /** The passage of this id, or `undefined`. */
  get(id: string): Promise<Passage | undefined>;
  /**
   * The passages that hold at least one of the terms, best first, `limit` at most.
   * @param terms words and bigrams, folded, as `termsOf` makes them, each once; empty finds nothing
   */
  search(terms: readonly QueryTerm[], limit: number): Promise<SearchOutcome>;
}
