import type { Logger } from 'pino';
import type { Answerer } from '../../answering/answer.js';
import type { Measures } from '../measuring/measures.js';
import type { CitationStyle } from '../rendering/citation-text.js';
import type { PrivacyFacts } from '../wording/privacy.js';
import type { FurtherRows } from './keyboard.js';

/** Deletes what is kept of a chat. */
export type Forget = (chat: number) => Promise<void>;

/** What every surface works with, and how it cites. */
export interface Services extends CitationStyle {
  readonly answerer: Answerer;
  readonly log: Logger;
  /** The bot's username, without `@`; links to passages lead to it. */
  readonly username: string;
  readonly measures: Measures;
  /** What is kept, to be told to those who ask. */
  readonly privacy: PrivacyFacts;
  /** Whether the collection has folders that a chat can be bound to. */
  readonly hasFolders: () => boolean;
  /** Each deletes what a store keeps of a chat. */
  readonly forgetters: readonly Forget[];
  /** Ids of those who look after the bot; absent: nobody. */
  readonly adminIds?: ReadonlySet<number>;
  /** Whether the bot answers inline queries, so that a passage can be shared through one; absent: no. */
  readonly inline?: boolean;
  /** What other features put beneath answers and refusals, in their order. */
  readonly furtherRows?: readonly FurtherRows[];
}
