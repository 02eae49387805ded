import type { Article, Block, BlockRole } from '../../corpus/article.js';
import type { FileReading } from '../../corpus/source-file.js';
import type { Container, Section } from './container.js';
import { json, numbers, units } from './pieces.js';

/** What a file's line of the table tells, besides its articles. */
interface FileRow extends Omit<FileReading, 'articles'> {
  /** How many articles it holds. */
  readonly count: number;
}

/** An article less what is kept as numbers and plain text. */
type Facts = Omit<Article, 'source' | 'text' | 'blocks'>;

/** Roles by the number that stands for them. New ones are put at the end. */
const ROLES: readonly BlockRole[] = [
  'title',
  'subtitle',
  'kicker',
  'summary',
  'subhead',
  'paragraph',
  'credit',
  'byline',
  'item',
  'header',
  'row',
  'question',
  'answer',
  'code',
  'quotation',
  'note',
  'caption',
];
/** Stands for a section or lead that a block does not have. */
const NONE = 0xffff_ffff;

/** What the files hold, as sections of a snapshot: facts as JSON, texts and places in binary. */
export function articleSections(readings: readonly FileReading[]): Section[] {
  const articles = readings.flatMap((reading) => reading.articles);
  return [
    { name: 'files', pieces: () => json(fileRows(readings)) },
    { name: 'facts', pieces: () => json(factsOf(articles)) },
    { name: 'lengths', pieces: () => numbers(lengthsOf(articles)) },
    { name: 'texts', pieces: () => units(textsOf(articles)) },
    { name: 'blocks', pieces: () => numbers(blockRows(articles)) },
  ];
}

/** The files' readings with their articles, as `articleSections` took them. */
export function readArticles(container: Container): FileReading[] {
  const rows = container.values<FileRow>('files');
  const facts = container.values<Facts>('facts');
  const texts = new TextReader(container);
  const blocks = new BlockReader(container);
  let next = 0;
  return rows.map(({ count, ...file }) => {
    const articles = facts.slice(next, next + count).map((fact, i): Article => {
      const number = next + i;
      // The facts were just parsed for this alone; copying them takes three times as long.
      return Object.assign(fact, {
        source: file.source,
        text: texts.read(number),
        blocks: blocks.read(number),
      });
    });
    next += count;
    return { ...file, articles };
  });
}

function* fileRows(readings: readonly FileReading[]): Generator<FileRow> {
  for (const { articles, ...file } of readings) yield { ...file, count: articles.length };
}

function* factsOf(articles: readonly Article[]): Generator<Facts> {
  for (const { source, text, blocks, ...facts } of articles) yield facts;
}

/** For each article the length of its text in UTF-16 units, and how many blocks it has. */
function* lengthsOf(articles: readonly Article[]): Generator<[text: number, blocks: number]> {
  for (const { text, blocks } of articles) yield [text.length, blocks.length];
}

function* textsOf(articles: readonly Article[]): Generator<string> {
  for (const { text } of articles) yield text;
}

function* blockRows(articles: readonly Article[]): Generator<readonly number[]> {
  for (const { blocks } of articles) {
    for (const { role, start, end, lines, section = NONE, lead = NONE } of blocks)
      yield [ROLES.indexOf(role), start, end, ...lines, section, lead];
  }
}

/** Reads texts in the order in which they were written. */
class TextReader {
  readonly #lengths: Uint32Array;
  readonly #units: Buffer;
  #at = 0;

  constructor(container: Container) {
    this.#lengths = new Uint32Array(container.section('lengths'));
    this.#units = Buffer.from(container.section('texts'));
  }

  read(article: number): string {
    const start = this.#at;
    this.#at += (this.#lengths[article * 2] as number) * 2;
    return this.#units.toString('utf16le', start, this.#at);
  }
}

type Six = [number, number, number, number, number, number];

/** Reads blocks in the order in which they were written. */
class BlockReader {
  readonly #lengths: Uint32Array;
  readonly #rows: Uint32Array;
  #at = 0;

  constructor(container: Container) {
    this.#lengths = new Uint32Array(container.section('lengths'));
    this.#rows = new Uint32Array(container.section('blocks'));
  }

  read(article: number): Block[] {
    return Array.from({ length: this.#lengths[article * 2 + 1] as number }, () => {
      const role = ROLES[this.#next()] as BlockRole;
      const [start, end, first, last, section, lead] = Array.from({ length: 6 }, () => this.#next()) as Six;
      return {
        role,
        start,
        end,
        lines: [first, last] as const,
        ...(section !== NONE && { section }),
        ...(lead !== NONE && { lead }),
      };
    });
  }

  #next(): number {
    return this.#rows[this.#at++] as number;
  }
}
