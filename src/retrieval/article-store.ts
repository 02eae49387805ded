import type { Article, Passage } from '../corpus/article.js';
import type { Range } from '../language/range.js';

/** The earliest and the latest of some dates. */
export interface DateSpan {
  readonly first: string;
  readonly last: string;
}

/** A collection, or a folder of it, in a few words. */
export interface Overview {
  readonly articles: number;
  readonly passages: number;
  /** Files that articles came from; from some ten thousands on it may be an estimate. */
  readonly files: number;
  /** Titles of the first `OVERVIEW_TITLES` articles, in the order of the collection. */
  readonly titles: readonly string[];
  /** Different ones, as the sources write them; of more than some thousand the most frequent. */
  readonly publications: readonly string[];
  /** The folders that articles are in, those directly in the collection, by name. */
  readonly folders: readonly string[];
  /** Of the dates as they are stated, where any is. */
  readonly stated?: DateSpan;
  /** The same, ISO 8601 where they were read as such. */
  readonly dates?: DateSpan;
}

export const OVERVIEW_TITLES = 20;

/** What is served of a file. */
export interface FileContent {
  readonly articles: number;
  /** Title of the first article. */
  readonly title: string;
  /** Of the articles, where any states one; ISO 8601 where they were read as such. */
  readonly dates?: DateSpan;
}

/** A title, and the first passage of the newest article that has it. */
export interface TitledPassage {
  readonly title: string;
  readonly passage: string;
}

/** A passage with where words stand in it, UTF-16 units, in order, not overlapping. */
export interface Holding {
  readonly passage: Passage;
  readonly places: readonly Range[];
}

/** Where words stand in a collection. */
export interface ExactFinding {
  /** In the order of the collection, as many as were asked for at most. */
  readonly holdings: readonly Holding[];
  /** In how many places of the whole collection. */
  readonly places: number;
  /** Whether there may be more: not all was counted. */
  readonly atLeast: boolean;
}

/**
 * The articles whose passages an index holds, so far as whoever answers wants more of them than passages. A port: the
 * implementation in memory has them all, one of a cluster asks it, so that its process's memory does not grow with the
 * collection. Every implementation passes the same contract suite (`test/retrieval/article-store.contract.ts`).
 *
 * The order of a collection is that of the paths of its files, and within a file its own. Whatever gives a promise rejects with
 * `IndexUnavailableError` where the index cannot be reached in time.
 */
export interface ArticleStore {
  /**
   * As this process last saw it: looking costs nothing and never fails. Where others change the collection, it lags behind by
   * as long as the implementation leaves between two looks.
   */
  readonly overview: Overview;
  /** The first article of a title, exactly. */
  titled(title: string): Promise<Article | undefined>;
  /**
   * Whether a title has a word. An implementation may give up after some titles that have its characters, but not as a word.
   * @param word folded
   * @param except a title that does not count
   */
  heads(word: string, except: string): Promise<boolean>;
  /**
   * Titles that what is being typed may be on its way to: those with a word that it begins; where there is none, those that
   * have nearly that. Likeliest first.
   * @param typed in either script, any width; blank finds nothing
   * @param limit how many at most
   */
  complete(typed: string, limit: number): Promise<readonly TitledPassage[]>;
  /**
   * Titles of which a part may differ from a stretch of the text by one character, or sound the same. There may be others
   * among them; in memory they are all there are, the same list until the collection changes.
   * @param text folded
   */
  titlesNear(text: string): Promise<readonly string[]>;
  /**
   * Where words stand, whatever their script, width and case, with or without blanks between their characters; nothing that
   * only resembles them.
   * @param words something other than blanks
   * @param limit how many passages at most
   */
  exactly(words: string, limit: number): Promise<ExactFinding>;
  /** Some articles from all over the collection, the same until it changes: `count` or up to twice as many, or all there are. */
  sample(count: number): Promise<readonly Article[]>;
  /**
   * What is served of a file, or of an archive with all in it; `undefined`: nothing.
   * @param source path below the collection
   */
  contentOf(source: string): Promise<FileContent | undefined>;
  /**
   * The same of one folder.
   * @param folder directly in the collection
   */
  part(folder: string): ArticleStore;
}

/** What there is of nothing. */
export const NOTHING: Overview = {
  articles: 0,
  passages: 0,
  files: 0,
  titles: [],
  publications: [],
  folders: [],
};

/** The folder directly in the collection that a file lies in. */
export function folderOf(source: string): string | undefined {
  const slash = source.indexOf('/');
  return slash < 0 ? undefined : source.slice(0, slash);
}
