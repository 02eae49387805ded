/** What somebody asks, with what is known of its circumstances. */
export interface Question {
  readonly text: string;
  /** What it may follow up; absent for a question on its own. */
  readonly before?: Before;
  /** Limits that were set apart from the text, as by a button. */
  readonly filters?: readonly QuestionFilter[];
  /** Whether it was chosen by a button, so that no message of the asker's holds it. */
  readonly chosen?: boolean;
  /** Where it was asked, so that a collection can be bound to a chat; absent in the terminal. */
  readonly chat?: number;
}

/** What was said before a question. Each part may be unknown: a message tells only of the one that it replies to. */
export interface Before {
  /** What the answer before took over from before (`Answer.after`), where it did: what the thread is about. */
  readonly subject?: string;
  /** The questions of the thread as far as they are known, first to last. */
  readonly questions?: readonly string[];
  /** Id of the passage that was quoted last. */
  readonly passage?: string;
  /** Title of its article, as it was told. */
  readonly title?: string;
  /** Whether it is known already that the question follows up `subject`, as under its own answer. */
  readonly settled?: boolean;
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
