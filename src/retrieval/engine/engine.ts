import MiniSearch from 'minisearch';
import type { QueryTerm } from '../passage-index.js';
import { InvertedIndex } from './inverted-index.js';
import { MOST_DOCUMENTS } from './posting-lists.js';
import { Scorer } from './scorer.js';

/** A document as its terms, one entry an occurrence. */
export interface IndexedDocument {
  readonly id: string;
  readonly text: readonly string[];
  readonly title: readonly string[];
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
  readonly #index = new InvertedIndex(FIELDS.length);
  readonly #scorer = new Scorer(this.#index.fields);
  /** Sums of the field lengths. MiniSearch averages step by step, which drifts with every change. */
  readonly #totalLengths = FIELDS.map(() => 0);

  constructor() {
    super({
      fields: FIELDS,
      // Fields are terms already. MiniSearch's types ask for text, its code only hands the value on.
      stringifyField: (terms: readonly string[]) => terms as unknown as string,
      tokenize: (terms) => terms as unknown as string[],
      processTerm: (term) => term,
      // Where a term stands in a document more often than is counted, MiniSearch would warn at each occurrence that it
      // no longer finds when the document goes.
      logger: () => {},
      searchOptions: { tokenize: (term) => [term], combineWith: 'OR' },
    });
    this._index = this.#index as unknown as Engine['_index'];
  }

  override add(document: IndexedDocument): void {
    if (this._nextId >= MOST_DOCUMENTS) throw new IndexFullError();
    const number = this._nextId;
    super.add(document);
    const lengths = this._fieldLength.get(number) as number[];
    this.#scorer.setLengths(number, lengths);
    this.#addToTotals(lengths, 1);
  }

  override remove(document: IndexedDocument): void {
    const lengths = this._fieldLength.get(this._idToShortId.get(document.id) as number) as number[];
    super.remove(document);
    this.#addToTotals(lengths, -1);
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

  #addToTotals(lengths: readonly number[], sign: 1 | -1): void {
    lengths.forEach((length, field) => {
      const total = (this.#totalLengths[field] as number) + sign * length;
      this.#totalLengths[field] = total;
      this._avgFieldLength[field] = this._documentCount === 0 ? 0 : total / this._documentCount;
    });
  }
}
