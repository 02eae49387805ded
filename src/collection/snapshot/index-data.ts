import type { Article, Passage } from '../../corpus/article.js';
import type { InvertedIndexData, InvertedIndexDump } from '../../retrieval/embedded-index.js';
import type { Container, Section } from './container.js';
import { bytesOf, json, numbers, slices } from './pieces.js';

/** How many numbers tell of a passage: its article's number, where it starts and ends, first and last line. */
const WIDTH = 5;

/**
 * The index's content as sections of a snapshot.
 * @param passages in the order of the index's documents
 * @param articles those that the passages are of, in the order in which they are kept
 */
export function indexSections(
  { terms, fields }: InvertedIndexDump,
  passages: readonly Passage[],
  articles: readonly Article[],
): Section[] {
  const numberOf = new Map(articles.map((article, number) => [article, number]));
  return [
    { name: 'passages', pieces: () => numbers(passageRows(passages, numberOf)) },
    { name: 'ids', pieces: () => json(idsOf(passages)) },
    { name: 'term units', pieces: () => slices(terms.units) },
    { name: 'term ends', pieces: () => slices(terms.ends) },
    ...fields.flatMap(({ counts, lengths, postings }, field): Section[] => [
      { name: `counts ${field}`, pieces: () => slices(counts) },
      { name: `lengths ${field}`, pieces: () => slices(lengths) },
      { name: `postings ${field}`, pieces: () => asBytes(postings()) },
    ]),
  ];
}

/** The passages in the order of the index's documents. */
export function readPassages(container: Container, articles: readonly Article[]): Passage[] {
  const rows = new Uint32Array(container.section('passages'));
  return container.values<string>('ids').map((id, i): Passage => {
    const column = (n: number): number => rows[i * WIDTH + n] as number;
    const article = articles[column(0)] as Article;
    const [start, end] = [column(1), column(2)];
    return { id, article, text: article.text.slice(start, end), start, end, lines: [column(3), column(4)] };
  });
}

/** The inverted index's content, as `indexSections` took it. */
export function readInvertedIndex(container: Container): InvertedIndexData {
  const unsigned = (name: string) => new Uint32Array(container.section(name));
  return {
    terms: { units: new Uint16Array(container.section('term units')), ends: unsigned('term ends') },
    fields: [0, 1].map((field) => ({
      counts: unsigned(`counts ${field}`),
      postings: unsigned(`postings ${field}`),
      lengths: unsigned(`lengths ${field}`),
    })),
  };
}

function* passageRows(
  passages: readonly Passage[],
  numberOf: ReadonlyMap<Article, number>,
): Generator<readonly number[]> {
  for (const { article, start, end, lines } of passages) {
    yield [numberOf.get(article) as number, start, end, ...lines];
  }
}

function* idsOf(passages: readonly Passage[]): Generator<string> {
  for (const { id } of passages) yield id;
}

function* asBytes(arrays: Iterable<Uint32Array>): Generator<Uint8Array> {
  for (const array of arrays) yield bytesOf(array);
}
