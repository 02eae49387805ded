import { documentOf, frequencyOf, type PostingLists } from './posting-lists.js';
import { UNKNOWN_TERM } from './term-dictionary.js';
import { valueAtRank } from './value-at-rank.js';

/** MiniSearch's defaults (`defaultBM25params`), to which its scores are tuned. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 } as const;

interface NumberedTerm {
  readonly term: number;
  /** Factor on the term's score. */
  readonly weight: number;
}

interface NumberedDocument {
  readonly document: number;
  readonly score: number;
}

/** Scores, and at the same places the documents that they are of. */
export interface Scored {
  readonly scores: Float64Array;
  readonly documents: Uint32Array;
}

interface Statistics {
  /** How many documents there are. */
  readonly documents: number;
  /** By field, in different terms. */
  readonly averageLengths: readonly number[];
}

/**
 * Scores documents as MiniSearch does: BM25+ summed over terms and fields, times the number of terms found. It works
 * on arrays with a place for each document, which are cleared after use, so that a posting costs a few nanoseconds.
 */
export class Bm25PlusScorer {
  readonly #lengths: Uint32Array[];
  #scores = new Float64Array(1024);
  #termsFound = new Uint16Array(1024);
  /** Which term, counted from 1, was found in the document last. */
  #lastTerm = new Uint16Array(1024);
  /** The documents that were found, in the order in which they were. */
  #touched = new Uint32Array(1024);
  #touchedCount = 0;

  constructor(readonly fields: readonly PostingLists[]) {
    this.#lengths = fields.map(() => new Uint32Array(1024));
  }

  /** By field: how many different terms each document has there. */
  get lengths(): readonly Uint32Array[] {
    return this.#lengths;
  }

  /** @param lengths by field, in different terms */
  setLengths(document: number, lengths: readonly number[]): void {
    if (document >= this.#scores.length) this.#makeRoomFor(document);
    lengths.forEach((length, field) => {
      (this.#lengths[field] as Uint32Array)[document] = length;
    });
  }

  /** In how many documents the term stands, in whichever field. */
  documentFrequency(term: number): number {
    return term === UNKNOWN_TERM ? 0 : countUnion(this.fields, term);
  }

  /** All documents that hold a term, with their scores, in no order; to be used before the next search. */
  scored(terms: readonly NumberedTerm[], statistics: Statistics): Scored {
    this.#touchedCount = 0;
    terms.forEach(({ term, weight }, i) => {
      if (term === UNKNOWN_TERM) return;
      for (let field = 0; field < this.fields.length; field++) {
        this.#scoreField(term, weight, i + 1, field, statistics);
      }
    });
    return { scores: this.#collect(), documents: this.#touched };
  }

  /** The scores of the touched documents, in the order in which they were touched; clears the arrays. */
  #collect(): Float64Array {
    const scores = new Float64Array(this.#touchedCount);
    for (let i = 0; i < scores.length; i++) {
      const document = this.#touched[i] as number;
      scores[i] = (this.#scores[document] as number) * (this.#termsFound[document] as number);
      this.#scores[document] = 0;
      this.#termsFound[document] = 0;
      this.#lastTerm[document] = 0;
    }
    return scores;
  }

  #scoreField(
    term: number,
    weight: number,
    nth: number,
    field: number,
    { documents, averageLengths }: Statistics,
  ): void {
    const lists = this.fields[field] as PostingLists;
    const lengths = this.#lengths[field] as Uint32Array;
    const { pool } = lists;
    const start = lists.start(term);
    const count = lists.count(term);
    const factor = weight * Math.log(1 + (documents - count + 0.5) / (count + 0.5));
    const perLength = (BM25.k * BM25.b) / (averageLengths[field] as number);
    for (let at = start; at < start + count; at++) {
      const posting = pool[at] as number;
      const document = documentOf(posting);
      const frequency = frequencyOf(posting);
      const saturation = frequency + BM25.k * (1 - BM25.b) + perLength * (lengths[document] as number);
      this.#scores[document] =
        (this.#scores[document] as number) + factor * (BM25.d + (frequency * (BM25.k + 1)) / saturation);
      if (this.#lastTerm[document] === nth) continue;
      if (this.#lastTerm[document] === 0) this.#touched[this.#touchedCount++] = document;
      this.#lastTerm[document] = nth;
      this.#termsFound[document] = (this.#termsFound[document] as number) + 1;
    }
  }

  #makeRoomFor(document: number): void {
    const size = Math.ceil((document + 1) * 1.5);
    this.#lengths.forEach((old, field) => {
      const lengths = new Uint32Array(size);
      lengths.set(old);
      this.#lengths[field] = lengths;
    });
    // These hold nothing between searches.
    this.#scores = new Float64Array(size);
    this.#termsFound = new Uint16Array(size);
    this.#lastTerm = new Uint16Array(size);
    this.#touched = new Uint32Array(size);
  }
}

/** The best documents in no order: `limit` of them, and all further ones that are as good as the last. */
export function bestOf({ scores, documents }: Scored, limit: number): NumberedDocument[] {
  const least = valueAtRank(scores, limit);
  const found: NumberedDocument[] = [];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    if (score >= least) found.push({ document: documents[i] as number, score });
  }
  return found;
}

/** How many documents are in at least one of the term's lists, all of which are in the order of the documents. */
function countUnion([text, title]: readonly PostingLists[], term: number): number {
  if (!text || !title) return text?.count(term) ?? 0;
  let a = text.start(term);
  let b = title.start(term);
  const endA = a + text.count(term);
  const endB = b + title.count(term);
  let both = 0;
  while (a < endA && b < endB) {
    const left = documentOf(text.pool[a] as number);
    const right = documentOf(title.pool[b] as number);
    if (left === right) both++;
    if (left <= right) a++;
    if (right <= left) b++;
  }
  return text.count(term) + title.count(term) - both;
}
