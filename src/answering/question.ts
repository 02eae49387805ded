/** What somebody asks, with what is known of its circumstances. */
export interface Question {
  readonly text: string;
  /** What it replies to, where it does; absent for a question on its own. */
  readonly repliesTo?: EarlierTurn;
  /** Limits that were set apart from the text, as by a button. */
  readonly filters?: readonly QuestionFilter[];
  /** Where it was asked, so that a collection can be bound to a chat; absent in the terminal. */
  readonly chat?: number;
}

/** An exchange that a question follows up. */
export interface EarlierTurn {
  /** The questions of the thread, first to last, at least one. */
  readonly questions: readonly string[];
  /** Id of the passage that was quoted last, where one was. */
  readonly passage?: string;
}

/** What a question may be limited by: a time, a publication, a page of it, a title, or to exact words. */
export type FilterKind = 'date' | 'publication' | 'page' | 'title' | 'phrase';

/** A limit on the passages that are asked of. */
export interface QuestionFilter {
  readonly kind: FilterKind;
  /** As it was asked. */
  readonly text: string;
  /** As it was understood. */
  readonly value: string;
  /** Whether nothing was left within it, so that it was not heeded; absent where it was. */
  readonly leftNothing?: boolean;
  /** Whether the asker has taken it away, so that it was not heeded; absent where not. */
  readonly removed?: boolean;
}

/** What a question counts its days by. */
export interface Clock {
  now(): Date;
  /** IANA name: `Asia/Shanghai`. */
  readonly timeZone: string;
}
