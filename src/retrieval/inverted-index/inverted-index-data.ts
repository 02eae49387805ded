import { documentOf, frequencyOf, type PostingLists, postingOf } from './posting-lists.js';
import type { TermDictionary, TermDictionaryData } from './term-dictionary.js';

/** An inverted index's content as it is kept on disk. Documents are numbered from 0 without gaps. */
export interface InvertedIndexData {
  readonly terms: TermDictionaryData;
  /** By field. */
  readonly fields: readonly FieldData[];
}

export interface FieldData {
  /** How many postings each term has, by its number; the first is of no term. */
  readonly counts: Uint32Array<ArrayBuffer>;
  /** The postings, list after list without gaps. */
  readonly postings: Uint32Array<ArrayBuffer>;
  /** How many different terms each document has. */
  readonly lengths: Uint32Array<ArrayBuffer>;
}

/** As `InvertedIndexData`, but postings, which are many, come in pieces. */
export interface InvertedIndexDump {
  readonly terms: TermDictionaryData;
  readonly fields: readonly FieldDump[];
}

export interface FieldDump extends Omit<FieldData, 'postings'> {
  postings(): Iterable<Uint32Array<ArrayBuffer>>;
}

/** Postings in a piece: 1 MB of them. */
const PIECE = 2 ** 18;

/**
 * Takes an index's content out of its structures: terms that no document holds any more are left out, and documents
 * are numbered anew.
 * @param documents the numbers of the documents that there are, in rising order
 * @param lengths by field and document number
 */
export function dump(
  dictionary: TermDictionary,
  fields: readonly PostingLists[],
  lengths: readonly Uint32Array[],
  documents: readonly number[],
): InvertedIndexDump {
  const terms = heldTerms(dictionary, fields);
  const renumbered = new Uint32Array((documents.at(-1) ?? 0) + 1);
  documents.forEach((document, number) => {
    renumbered[document] = number;
  });
  return {
    terms: dictionary.pick(terms),
    fields: fields.map((lists, field) => ({
      counts: countsOf(lists, terms),
      lengths: Uint32Array.from(documents, (document) => lengths[field]?.[document] ?? 0),
      postings: () => pieces(lists, terms, renumbered),
    })),
  };
}

function heldTerms({ size }: TermDictionary, fields: readonly PostingLists[]): Uint32Array<ArrayBuffer> {
  const held = new Uint32Array(size);
  let count = 0;
  for (let term = 1; term <= size; term++) {
    if (fields.some((lists) => lists.count(term) > 0)) held[count++] = term;
  }
  return held.slice(0, count);
}

function countsOf(lists: PostingLists, terms: Uint32Array): Uint32Array<ArrayBuffer> {
  const counts = new Uint32Array(terms.length + 1);
  terms.forEach((term, i) => {
    counts[i + 1] = lists.count(term);
  });
  return counts;
}

function* pieces(
  lists: PostingLists,
  terms: Uint32Array,
  renumbered: Uint32Array,
): Generator<Uint32Array<ArrayBuffer>> {
  let piece = new Uint32Array(PIECE);
  let filled = 0;
  for (const term of terms) {
    const start = lists.start(term);
    for (let at = start; at < start + lists.count(term); at++) {
      const posting = lists.pool[at] as number;
      const document = renumbered[documentOf(posting)] as number;
      piece[filled++] = postingOf(document, frequencyOf(posting));
      if (filled < PIECE) continue;
      yield piece;
      piece = new Uint32Array(PIECE);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.slice(0, filled);
}
