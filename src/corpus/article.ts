/**
 * What a reader makes of a source file. Source text is never altered: an article's text is made of the
 * characters of its file in their order, less what page layout put in between.
 */

/** What a block of an article is, as far as its form tells. */
export type BlockRole =
  | 'title'
  | 'subtitle'
  | 'kicker'
  | 'summary'
  | 'subhead'
  | 'paragraph'
  | 'credit'
  | 'byline';

/** One block (a headline, a paragraph, a subhead …) of an article. */
export interface Block {
  readonly role: BlockRole;
  /** UTF-16 units into the article's text, half-open. */
  readonly start: number;
  readonly end: number;
  /** First and last line of the source file, counted from 1. */
  readonly lines: readonly [first: number, last: number];
}

/** What the source states of an article. A field that the source does not give is absent, never guessed. */
export interface ArticleFacts {
  readonly publication?: string;
  readonly date?: string;
  readonly page?: string;
  readonly byline?: string;
  readonly credit?: string;
  readonly author?: string;
  readonly url?: string;
}

export interface Article extends ArticleFacts {
  /** Unique in the collection. The `id` of the line for a JSONL file, else made from source path and title. */
  readonly id: string;
  /** Path of the file below the corpus, with `/` between folders. */
  readonly source: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly kicker?: string;
  /** The blocks' texts joined by one line break each. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** First and last line of the source file, counted from 1. */
  readonly lines: readonly [first: number, last: number];
}

/** A stretch of an article that is indexed, ranked and quoted from as one. */
export interface Passage {
  /** Stable id: `A-Za-z0-9_-` only, at most 16 characters, the same over reloads while the text is the same. */
  readonly id: string;
  readonly article: Article;
  /** `article.text.slice(start, end)`. */
  readonly text: string;
  /** UTF-16 units into the article's text, half-open. */
  readonly start: number;
  readonly end: number;
  /** First and last line of the source file, counted from 1. */
  readonly lines: readonly [first: number, last: number];
}

/** A file, or a part of one, that could not be read. The rest of the collection is served all the same. */
export interface Unreadable {
  /** Path below the corpus. */
  readonly source: string;
  /** Line of the fault, counted from 1, where one can be named. */
  readonly line?: number;
  /** What is wrong, in a sentence. */
  readonly problem: string;
  /** What to do about it, in a sentence. */
  readonly remedy: string;
}
