import type { Range } from '../language/range.js';
import type { BlockRole } from './article.js';

/** A block before it has its place in the article's text. */
export interface BlockDraft {
  readonly role: BlockRole;
  readonly text: string;
  /** First and last line of the source file, counted from 1; pages, rows or seconds where the article's `unit` says so. */
  readonly lines: readonly [first: number, last: number];
  /** How deep a `subhead` stands: 1 and up, a deeper one belongs to the section of the one before. Default 1. */
  readonly level?: number;
  /** What of the text was put beside the source's words, UTF-16 units into it; see `labelledRow`. */
  readonly added?: readonly Range[];
}
