import type { Allowance } from './archive/unpack.js';
import type { Article, Unreadable } from './article.js';
import type { Fault } from './fault.js';

/** What was found out of a file, for those who look after the collection. */
export interface Found {
  /** The format, as people call it: `Markdown`, `PDF`, `Telegram export (JSON)`. */
  readonly format: string;
  /** How its characters were encoded, where that is not UTF-8: `GB18030`. */
  readonly encoding?: string;
  /** Fields found under other names: `{ text: '正文' }`; and what else was found out, as `delimiter`. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** What a reader makes of a file, piece by piece, so that a long file need not be read in one go. */
export type ReadOutcome =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'unreadable'; readonly unreadable: Unreadable }
  /** Once a file at most. */
  | { readonly kind: 'found'; readonly found: Found };

/** What a reader may ask for. */
export interface ReadContext {
  /**
   * Reads a file within the file, by the ending of its name.
   * @param source path of the file below the corpus, and the path within: `old.zip/1998/03.md`
   */
  nested(source: string, bytes: Uint8Array): AsyncIterable<ReadOutcome>;
  /** Whether there is a reader for files of such a name. */
  reads(source: string): boolean;
  /** What may still be unpacked of the file of the collection that is read; files within it draw on the same. */
  readonly allowance: Allowance;
}

/**
 * Reads one format.
 * @param source path of the file below the corpus
 * @param bytes the file's content
 */
export type Reader = (
  source: string,
  bytes: Uint8Array,
  context: ReadContext,
) => Iterable<ReadOutcome> | AsyncIterable<ReadOutcome>;

/** An article that was read. */
export function read(article: Article): ReadOutcome {
  return { kind: 'article', article };
}

/** A part of a file that was not. `line` counts from 1; without it the whole file is meant. */
export function failed(source: string, { problem, remedy }: Fault, line?: number): ReadOutcome {
  return {
    kind: 'unreadable',
    unreadable: { source, ...(line === undefined ? {} : { line }), problem, remedy },
  };
}

/** What a file turned out to be; what is `undefined` was not found out. */
export function found(format: string, more: MoreFound = {}): ReadOutcome {
  const { encoding, fields } = more;
  return {
    kind: 'found',
    found: { format, ...(encoding !== undefined && { encoding }), ...(fields && { fields }) },
  };
}

/** What may be found out beside the format. */
export interface MoreFound {
  readonly encoding?: string | undefined;
  readonly fields?: Found['fields'] | undefined;
}
