import type { Article, Unreadable } from './article.js';

/** What a reader makes of a file, piece by piece, so that a long file need not be read in one go. */
export type ReadOutcome =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'unreadable'; readonly unreadable: Unreadable };

/**
 * Reads one format.
 * @param source path of the file below the corpus
 * @param bytes the file's content
 */
export type Reader = (source: string, bytes: Uint8Array) => Iterable<ReadOutcome>;

/** An article that was read. */
export function read(article: Article): ReadOutcome {
  return { kind: 'article', article };
}

/** A part of a file that was not. `line` counts from 1; without it the whole file is meant. */
export function failed(source: string, problem: string, remedy: string, line?: number): ReadOutcome {
  return {
    kind: 'unreadable',
    unreadable: { source, ...(line === undefined ? {} : { line }), problem, remedy },
  };
}
