import type { Bilingual } from '../../language/bilingual.js';
import type { Sums } from '../wording/office.js';

/** What is wrong with a file, or a part of one, that is not served. */
export interface LeftOut {
  /** Path below the collection. */
  readonly source: string;
  readonly line?: number;
  /** A sentence each. */
  readonly problem: Bilingual;
  readonly remedy: Bilingual;
}

/** Paths below the collection. */
export interface FileChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** What is served of a file. */
export interface Content {
  readonly articles: number;
  /** Title of the first article. */
  readonly title: string;
  /** Of the articles, where any states one. */
  readonly dates?: { readonly first: string; readonly last: string };
}

/** The collection's files, as administrators look after them. */
export interface Shelf {
  /** Absolute path of the collection; `undefined` where it is a single file, below which nothing can be kept, or elsewhere. */
  readonly folder: string | undefined;
  /** Endings of the files that are read, with their dots. */
  readonly endings: readonly string[];
  /** Whether this bot reads the files; where it does not, another does, and this one is not told what it left out. */
  isFollowing(): boolean;
  /** What is not served at the moment. */
  leftOut(): readonly LeftOut[];
  /** What is served of a file; `undefined`: nothing. */
  contentOf(source: string): Promise<Content | undefined>;
  /** All of it in a line, as it is now. */
  survey(): Sums;
  /** Looks at the files at once, and tells what has changed. */
  look(): Promise<FileChanges>;
}
