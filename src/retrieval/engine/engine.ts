import MiniSearch from 'minisearch';
import type { QueryTerm } from '../passage-index.js';
import { dump, type EngineData, type EngineDump } from './engine-data.js';
import { InvertedIndex } from './inverted-index.js';
import { MOST_DOCUMENTS, PostingLists } from './posting-lists.js';
import { Scorer } from './scorer.js';
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

const FIELDS = ['text', 'title'];

/**
 * MiniSearch with its inverted index in a layout made for Chinese archives, and a search of its own that gives the
 * scores of MiniSearch's (BM25+ a field, times the number of terms found) without an object a match.
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
      fields: FIELDS,
      // Fields are terms already, and terms are numbers. MiniSearch's types ask for text, its code only hands on what
      // it is given, provided that it is truthy.
      stringifyField: (terms: readonly number[]) => terms as unknown as string,
      tokenize: (terms) => terms as unknown as string[],
      processTerm: (term) => term,
      // Where a term stands in a document more often than is counted, MiniSearch would warn at each occurrence that it
      // no longer finds when the document goes.
      logger: () => {},
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

  override add(document: IndexedDocument): void {
    if (this._nextId >= MOST_DOCUMENTS) throw new IndexFullError();
    const number = this._nextId;
    super.add(document);
    this.#measure(number, this._fieldLength.get(number) as number[]);
    this.#average();
  }

  override remove(document: IndexedDocument): void {
    const lengths = this._fieldLength.get(this._idToShortId.get(document.id) as number) as number[];
    super.remove(document);
    lengths.forEach((length, field) => {
      this.#totalLengths[field] = (this.#totalLengths[field] as number) - length;
    });
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
