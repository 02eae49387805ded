import type { PlaceUnit, SectionPath } from '../corpus/article.js';
import type { Range } from '../language/range.js';
import type { RefusalReason } from './deciding/decide.js';
import type { Explanation, PassageExplanation } from './deciding/explain.js';
import type { FilterKind, Question, QuestionFilter } from './question.js';

export type { Explanation, FilterKind, PassageExplanation, Question, QuestionFilter };

/** Where in a file something stands that has no lines; both ends count. Pages and rows are counted from 1. */
export interface CitedPlace {
  readonly unit: Exclude<PlaceUnit, 'line' | 'none'>;
  readonly first: number;
  readonly last: number;
}

/** Where a clipping comes from. Fields that the source does not give are absent. */
export interface Citation {
  /** The passage's stable id, `A-Za-z0-9_-`, 16 characters at most. */
  readonly id: string;
  /** The article's id. */
  readonly article: string;
  readonly title: string;
  /** Path of the file below the corpus. */
  readonly source: string;
  /** The headings above what is quoted, outermost first; absent where there is none. */
  readonly section?: SectionPath;
  /** First and last line in the file of the paragraphs that are quoted, counted from 1; absent where a format has none. */
  readonly lines?: readonly [first: number, last: number];
  /** The same of pages, rows or seconds, where the format has these. */
  readonly place?: CitedPlace;
  readonly publication?: string;
  /** As the source wrote it. */
  readonly date?: string;
  /** The day, month or year as ISO 8601 has it, so far as it is known; its length tells the precision. */
  readonly when?: string;
  readonly page?: string;
  readonly byline?: string;
  readonly url?: string;
}

/** A verbatim excerpt with its citation. All offsets are UTF-16 units into `excerpt`. */
export interface Clipping {
  /** Characters of the passage in their order; an omission is an ellipsis. */
  readonly excerpt: string;
  /** The question's words in the excerpt, in order, not overlapping. */
  readonly highlights: readonly Range[];
  /** The stretch judged to be the answer itself, where one stands out. */
  readonly answer?: Range;
  /** Estimated probability (0 to 1) that the passage answers the question. */
  readonly score: number;
  /** Words of the question that the whole article does not have, as the question wrote them; mostly none. */
  readonly unmentioned: readonly string[];
  readonly citation: Citation;
  /** Other places where the same text was printed. */
  readonly also?: readonly Citation[];
  /** An article that corrects, revises or replaces this one. */
  readonly newer?: Citation;
}

/** What every answer may tell of how the question was understood. */
interface Understood {
  /** What was taken for a limit and out of the search terms; absent where nothing was. */
  readonly filters?: readonly QuestionFilter[];
  /** For exactly these words: in how many places they stand. */
  readonly places?: number;
  /** Whether there may be more such places: not all were counted; absent where they were. */
  readonly morePlaces?: boolean;
  /** For a follow-up: what was taken over from before, by which it was completed. */
  readonly after?: string;
}

export interface Answered extends Understood {
  readonly status: 'answered';
  readonly explanation?: Explanation;
  /** Best first, one per passage, at least one. */
  readonly results: readonly Clipping[];
}

/** Nothing that was found is sure enough to be called an answer, or nothing was read. */
export interface Possible extends Understood {
  readonly status: 'possible';
  readonly explanation?: Explanation;
  /** Where the answer may stand, likeliest first, at least one; no stretch in them is marked. */
  readonly results: readonly Clipping[];
}

export interface Refused extends Understood {
  readonly status: 'refused';
  readonly explanation?: Explanation;
  readonly reason: RefusalReason;
  /** Content words of the question that the collection does not hold, as the question wrote them. */
  readonly missing: readonly string[];
  /** The nearest passages all the same, best first; may be empty. */
  readonly results: readonly Clipping[];
}

/** What became of a question. A refusal is an answer too, not an error. */
export type Answer = Answered | Possible | Refused;

export interface AnswerOptions {
  /** How many clippings at most; default 3. */
  readonly top?: number;
  /** Longest excerpt in UTF-16 units; default 120. */
  readonly chars?: number;
  /** Whether to tell why: scores, evidence and verdict; default no. */
  readonly explain?: boolean;
  /**
   * Whether passages are read: by default yes; `spare`: only where nobody else waits to have something read, for what would be
   * good to know and is not asked for.
   */
  readonly read?: boolean | 'spare';
  /** Limits in the question that are not to be heeded; by default all are. */
  readonly without?: readonly FilterKind[];
}

/** A stretch of an article around a passage, for reading on from a clipping. */
export interface Context {
  /** Verbatim text around the passage, begun and ended at block or sentence boundaries where they fit. */
  readonly text: string;
  /** Where the passage stands in `text`, UTF-16 units. */
  readonly passage: Range;
  /** All that may be quoted of the passage: its text, and before it the lines that introduce its blocks; gaps are ellipses. */
  readonly quotable: string;
  readonly citation: Citation;
  /** Whether the article goes on before or after what is shown. */
  readonly more: { readonly before: boolean; readonly after: boolean };
}

/** An article, opened at one of its passages. */
export interface OpenArticle {
  /** All of it, verbatim. */
  readonly text: string;
  /** Its passages in their order, UTF-16 units into `text`; at least one. */
  readonly passages: readonly Range[];
  /** Which of them it is opened at, counted from 0. */
  readonly at: number;
  /** Of that passage. */
  readonly citation: Citation;
}

/** An article that what is being typed may be on its way to. */
export interface Completion {
  readonly title: string;
  /** Id of its first passage. */
  readonly passage: string;
}

/** Figures for /about. */
export interface CollectionSummary {
  readonly articles: number;
  readonly passages: number;
  readonly files: number;
  /** Titles, at most as many as asked for, in the order of the collection. */
  readonly titles: readonly string[];
  /** Earliest and latest date that the sources state, where any does. */
  readonly dates?: { readonly first: string; readonly last: string };
}

/** What the surfaces need to know of the collection: the whole of answering behind a few calls. */
export interface Answerer {
  /** Changes whenever the collection's content does. */
  readonly version: string;
  /** Never throws for any text: what cannot be answered is refused. */
  answer(question: Question, options?: AnswerOptions): Promise<Answer>;
  /**
   * The text around a passage, or `undefined` when the passage is no longer held.
   * @param chars longest text in UTF-16 units
   */
  context(id: string, chars: number): Promise<Context | undefined>;
  /** The whole article that a passage is of, or `undefined` when the passage is no longer held. */
  article(id: string): Promise<OpenArticle | undefined>;
  /** A clipping of the passage's beginning, for a deep link to it; `undefined` when it is no longer held. */
  clipping(id: string, options?: AnswerOptions): Promise<Clipping | undefined>;
  /** @param titles how many titles to list at most */
  summary(titles: number): CollectionSummary;
  /**
   * Articles whose titles what is being typed may be on its way to, likeliest first, one a title.
   * @param count how many at most
   */
  completions(typed: string, count: number): Promise<readonly Completion[]>;
  /** Other questions that the article of a passage answers, made of its own words; `count` at most, perhaps none. */
  questions(id: string, count: number): Promise<readonly string[]>;
  /**
   * The question as it may have been meant: with a word of a title in the place of one that no article has, and answered so.
   * None where that is not sure, two at most.
   */
  meant(question: Question): Promise<readonly string[]>;
  /** Questions that the collection can answer, made of its own words; `count` at most, for a first visit. */
  examples(count: number): Promise<readonly string[]>;
}
