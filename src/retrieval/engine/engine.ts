import MiniSearch from 'minisearch';
import type { QueryTerm } from '../passage-index.js';
import { dump, type EngineData, type EngineDump } from './engine-data.js';
import { InvertedIndex } from './inverted-index.js';
import { MOST_DOCUMENTS, PostingLists } from './posting-lists.js';
import { Scorer } from './scorer.js';
import { countTerms } from './term-counts.js';
import { TermTable } from './term-table.js';

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

/**
 * MiniSearch with its inverted index in a layout made for Chinese archives. Adding and removing go document by document
 * and term by term as MiniSearch's own do, but count a document's terms before they touch the lists: MiniSearch looks a
 * list up at each occurrence, and each look waits for memory. Searching gives the scores of MiniSearch's (BM25+ a field,
 * times the number of terms found) without an object a match.
 */
export class Engine extends MiniSearch<IndexedDocument> {
  readonly #index: InvertedIndex;
  readonly #scorer: Scorer;
  /** Sums of the field lengths. MiniSearch averages step by step, which drifts with every change. */
  readonly #totalLengths = FIELDS.map(() => 0);

  constructor(
    index = new InvertedIndex(
      new TermTable(),
      FIELDS.map(() => new PostingLists()),
    ),
  ) {
    super({
      fields: [...FIELDS],
      processTerm: (term) => term,
      // Terms are numbers. MiniSearch's types ask for text, its code only hands on what it is given.
      searchOptions: { tokenize: (term) => [index.terms.find(term) as unknown as string], combineWith: 'OR' },
    });
    this.#index = index;
    this.#scorer = new Scorer(index.fields);
    this._index = index as unknown as Engine['_index'];
  }

  /**
   * An engine that goes on from where another was.
   * @param ids the documents' ids in the order of their numbers
   */
  static restore({ terms, fields }: EngineData, ids: readonly string[]): Engine {
    const lists = fields.map(({ counts, postings }) => PostingLists.restore(counts, postings));
    const engine = new Engine(new InvertedIndex(new TermTable(terms), lists));
    ids.forEach((id, number) => {
      const lengths = fields.map((field) => field.lengths[number] as number);
      engine._documentIds.set(number, id);
      engine._idToShortId.set(id, number);
      engine.#measure(number, lengths);
    });
    engine._nextId = ids.length;
    engine._documentCount = ids.length;
    engine.#average();
    return engine;
  }

  /** The number of a term, which MiniSearch knows it by. */
  readonly intern = (text: string, start?: number, end?: number): number =>
    this.#index.terms.intern(text, start, end);

  /** The ids of all documents, in the order of their numbers. */
  get ids(): string[] {
    return [...this._documentIds.values()] as string[];
  }

  /** The content as it is kept on disk. What is dumped is what there is when the pieces are read: change nothing. */
  dump(): EngineDump {
    const { terms, fields } = this.#index;
    return dump(terms, fields, this.#scorer.lengths, [...this._documentIds.keys()]);
  }

  override add({ id, ...fields }: IndexedDocument): void {
    if (this._nextId >= MOST_DOCUMENTS) throw new IndexFullError();
    const number = this._nextId++;
    this._documentCount++;
    this._documentIds.set(number, id);
    this._idToShortId.set(id, number);
    const lengths = FIELDS.map((name, field) => {
      const lists = this.#index.fields[field] as PostingLists;
      return countTerms(fields[name], (term, count) => lists.append(term, number, count));
    });
    this.#measure(number, lengths);
    this.#average();
  }

  /** @param document as it was added */
  override remove({ id, ...fields }: IndexedDocument): void {
    const number = this._idToShortId.get(id) as number;
    FIELDS.forEach((name, field) => {
      const lists = this.#index.fields[field] as PostingLists;
      const length = countTerms(fields[name], (term) => lists.delete(term, number));
      this.#totalLengths[field] = (this.#totalLengths[field] as number) - length;
    });
    this._documentCount--;
    this._documentIds.delete(number);
    this._idToShortId.delete(id);
    this._fieldLength.delete(number);
    this.#average();
  }

  /** In how many documents the term stands, in whichever field. */
  documentFrequency(term: string): number {
    return this.#scorer.documentFrequency(this.#index.terms.find(term));
  }

  /**
   * The documents that hold at least one of the terms, best first, equals by id.
   * @param limit how many at most
   */
  best(terms: readonly QueryTerm[], limit: number): ScoredDocument[] {
    const numbered = terms.map(({ term, weight }) => ({ term: this.#index.terms.find(term), weight }));
    return this.#scorer
      .best(numbered, limit, { documents: this._documentCount, averageLengths: this._avgFieldLength })
      .map(({ document, score }) => ({ id: this._documentIds.get(document) as string, score }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  #measure(document: number, lengths: number[]): void {
    this._fieldLength.set(document, lengths);
    this.#scorer.setLengths(document, lengths);
    lengths.forEach((length, field) => {
      this.#totalLengths[field] = (this.#totalLengths[field] as number) + length;
    });
  }

  #average(): void {
    this._avgFieldLength = this.#totalLengths.map((total) => total / Math.max(1, this._documentCount));
  }
}
