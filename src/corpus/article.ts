import type { Range } from '../language/range.js';
import type { Fault } from './fault.js';

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
  | 'byline'
  /** An item of a list, its mark included where the source has one as text (（一）, ①); a bullet is none. */
  | 'item'
  /** The names of a table's columns. */
  | 'header'
  /** A row of a table, each cell with its column's name in front (`labelledRow`). */
  | 'row'
  | 'question'
  | 'answer'
  | 'code'
  | 'quotation'
  /** A footnote, or a remark on what stands elsewhere. */
  | 'note'
  /** What stands below a picture or table, other than who made it. */
  | 'caption';

/**
 * What the numbers of `lines` count: lines of the source file, pages, rows of a sheet, or seconds from the beginning; `none`
 * where a format knows no places, and the headings alone lead to them.
 */
export type PlaceUnit = 'line' | 'page' | 'row' | 'second' | 'none';

/** The headings above a place, outermost first; without the title of the document. */
export type SectionPath = readonly string[];

/** One block (a headline, a paragraph, a subhead …) of an article. */
export interface Block {
  readonly role: BlockRole;
  /** UTF-16 units into the article's text, half-open. */
  readonly start: number;
  readonly end: number;
  /** First and last line of the source file, counted from 1; pages, rows or seconds where the article's `unit` says so. */
  readonly lines: readonly [first: number, last: number];
  /** Which of the article's `sections` it stands in; absent above the first heading. */
  readonly section?: number;
  /**
   * The block before it, by its number in the article, without which it is not understood: the line that introduces a list,
   * the question of an answer.
   */
  readonly lead?: number;
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
  /** Of the text, as BCP 47 has it (`zh-Hant`), where the source states it. */
  readonly language?: string;
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
  /** The paths of headings that the blocks' `section` counts; absent where there is no heading. */
  readonly sections?: readonly SectionPath[];
  /** What of the text was put beside the source's words: the columns' names in a row. UTF-16 units, in order; absent where nothing. */
  readonly added?: readonly Range[];
  /** What `lines` counts; absent for lines of the file. */
  readonly unit?: PlaceUnit;
  /**
   * The day, month or year of the article as ISO 8601 has it (`2026-03-08`, `2026-03`, `2026`), so far as its source or the
   * place of its file states it; the length tells the precision. `date` is what the source wrote.
   */
  readonly when?: string;
  /** First and last line of the source file, counted from 1; pages, rows or seconds where `unit` says so. */
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
export interface Unreadable extends Fault {
  /** Path below the corpus. */
  readonly source: string;
  /** Line of the fault, counted from 1, where one can be named. */
  readonly line?: number;
}
