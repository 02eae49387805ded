import type { TimeSlice } from '../../corpus/time-slice.js';
import type { QueryTerm } from '../passage-index.js';
import { Bm25PlusScorer, bestOf } from './bm25-scorer.js';
import { dump, type InvertedIndexData, type InvertedIndexDump } from './inverted-index-data.js';
import { MOST_DOCUMENTS, PostingLists } from './posting-lists.js';
import { TermDictionary } from './term-dictionary.js';
import { countTerms } from './term-frequencies.js';

/** A document as the numbers of its terms, one an occurrence. */
export interface IndexedDocument {
  readonly id: string;
  readonly text: readonly number[];
  readonly title: readonly number[];
}

/** A document that was found. */
export interface ScoredDocument {
  readonly id: string;
  readonly score: number;
}

/** More documents have been added in the life of an index than can be numbered. */
export class IndexFullError extends Error {
  override readonly name = 'IndexFullError';

  constructor() {
    super(
      `the index has numbered ${MOST_DOCUMENTS} documents; start again to number those that are left anew`,
    );
  }
}

const FIELDS = ['text', 'title'] as const;
/** How many times as many are put in order when too few of the best are accepted. */
const WIDER = 4;
/** Posting lists that are gone through between two looks at the clock: a fraction of a millisecond. */
const LISTS_PER_LOOK = 1_024;

/**
 * An inverted index of two fields in typed arrays. It gives MiniSearch's scores (BM25+ a field, summed, times the number
 * of terms found), to which its tests hold it; why it is not MiniSearch: docs/decisions/0001-index-engine.md.
 */
export class InvertedIndex {
  readonly #terms: TermDictionary;
  /** By field. */
  readonly #postings: readonly PostingLists[];
  readonly #scorer: Bm25PlusScorer;
  /** Ids by number, in rising order of the numbers. */
  readonly #ids = new Map<number, string>();
  readonly #numbers = new Map<string, number>();
  #nextNumber = 0;
  /** Sums of the field lengths. */
  readonly #totalLengths = FIELDS.map(() => 0);

  constructor(
    terms = new TermDictionary(),
    postings: readonly PostingLists[] = FIELDS.map(() => new PostingLists()),
  ) {
    this.#terms = terms;
    this.#postings = postings;
    this.#scorer = new Bm25PlusScorer(postings);
  }

  /**
   * An index that goes on from where another was.
   * @param ids the documents' ids in the order of their numbers
   */
  static restore({ terms, fields }: InvertedIndexData, ids: readonly string[]): InvertedIndex {
    const postings = fields.map((field) => PostingLists.restore(field.counts, field.postings));
    const index = new InvertedIndex(new TermDictionary(terms), postings);
    for (const id of ids) {
      const number = index.#number(id);
      index.#setLengths(
        number,
        fields.map(({ lengths }) => lengths[number] as number),
      );
    }
    return index;
  }

  /** The ids of all documents, in the order of their numbers. */
  get ids(): string[] {
    return [...this.#ids.values()];
  }

  /** The number of a term that stands in a text, in UTF-16 units; a new one where it has none yet. */
  intern(text: string, start?: number, end?: number): number {
    return this.#terms.intern(text, start, end);
  }

  /** The content as it is kept on disk. What is dumped is what there is when the pieces are read: change nothing. */
  dump(): InvertedIndexDump {
    return dump(this.#terms, this.#postings, this.#scorer.lengths, [...this.#ids.keys()]);
  }

  /** Adds a document whose id is not held. Throws `IndexFullError`. */
  add({ id, ...fields }: IndexedDocument): void {
    if (this.#nextNumber >= MOST_DOCUMENTS) throw new IndexFullError();
    const number = this.#number(id);
    // Counted first: each look at a posting list waits for memory.
    const lengths = FIELDS.map((name, field) => {
      const lists = this.#postings[field] as PostingLists;
      return countTerms(fields[name], (term, frequency) => lists.append(term, number, frequency));
    });
    this.#setLengths(number, lengths);
  }

  /**
   * The terms of documents, for `remove`. They are looked for in one pass over all posting lists, since keeping them for
   * each document would take as much memory again as the postings do. The pass takes as long for one document as for
   * thousands. Other documents may be added or removed before these are.
   * @param ids of documents that are held
   * @param slice lets other work have its turn between lists; nothing may change meanwhile
   * @returns the documents in the order of the ids, each term once a field, however often it occurs
   */
  async held(ids: readonly string[], slice: TimeSlice): Promise<IndexedDocument[]> {
    const documents = ids.map((id) => ({ id, text: [] as number[], title: [] as number[] }));
    if (documents.length === 0) return documents;
    const byNumber = new Map(
      documents.map((document) => [this.#numbers.get(document.id) as number, document]),
    );
    const wanted = new Uint8Array(this.#nextNumber);
    for (const number of byNumber.keys()) wanted[number] = 1;
    for (let from = 1; from <= this.#terms.size; from += LISTS_PER_LOOK) {
      const to = Math.min(from + LISTS_PER_LOOK, this.#terms.size + 1);
      FIELDS.forEach((name, field) => {
        const lists = this.#postings[field] as PostingLists;
        lists.eachOf(wanted, from, to, (document, term) => byNumber.get(document)?.[name].push(term));
      });
      if (slice.isOver) await slice.yield();
    }
    return documents;
  }

  /** @param document as `held` gives it */
  remove({ id, ...fields }: IndexedDocument): void {
    const number = this.#numbers.get(id) as number;
    FIELDS.forEach((name, field) => {
      const lists = this.#postings[field] as PostingLists;
      for (const term of fields[name]) lists.delete(term, number);
      this.#totalLengths[field] = (this.#totalLengths[field] as number) - fields[name].length;
    });
    this.#ids.delete(number);
    this.#numbers.delete(id);
  }

  /** In how many documents the term stands, in whichever field. */
  documentFrequency(term: string): number {
    return this.#scorer.documentFrequency(this.#terms.find(term));
  }

  /**
   * The documents that hold at least one of the terms, best first, equals by id.
   * @param limit how many at most
   * @param accepts which of them count, by their ids; default: all
   */
  search(
    terms: readonly QueryTerm[],
    limit: number,
    accepts: (id: string) => boolean = () => true,
  ): ScoredDocument[] {
    const numbered = terms.map(({ term, weight }) => ({ term: this.#terms.find(term), weight }));
    const documents = this.#ids.size;
    const averageLengths = this.#totalLengths.map((total) => total / Math.max(1, documents));
    const scored = this.#scorer.scored(numbered, { documents, averageLengths });
    // Few are wanted of many, so no more are put in order than it takes.
    for (let rank = limit; ; rank *= WIDER) {
      const accepted = bestOf(scored, rank)
        .map(({ document, score }) => ({ id: this.#ids.get(document) as string, score }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .filter(({ id }) => accepts(id));
      if (accepted.length >= limit || rank >= scored.scores.length) return accepted.slice(0, limit);
    }
  }

  /** Gives a document the next number. */
  #number(id: string): number {
    const number = this.#nextNumber++;
    this.#ids.set(number, id);
    this.#numbers.set(id, number);
    return number;
  }

  #setLengths(document: number, lengths: readonly number[]): void {
    this.#scorer.setLengths(document, lengths);
    lengths.forEach((length, field) => {
      this.#totalLengths[field] = (this.#totalLengths[field] as number) + length;
    });
  }
}
