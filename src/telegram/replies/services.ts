import type { Logger } from 'pino';
import type { Answerer } from '../../answering/answer.js';
import type { Measures } from '../measuring/measures.js';
import type { PrivacyFacts } from '../wording/privacy.js';

/** Deletes what is kept of a chat. */
export type Forget = (chat: number) => Promise<void>;

/** What every surface works with. */
export interface Services {
  readonly answerer: Answerer;
  readonly log: Logger;
  /** The bot's username, without `@`; links to passages lead to it. */
  readonly username: string;
  readonly measures: Measures;
  /** What is kept, to be told to those who ask. */
  readonly privacy: PrivacyFacts;
  /** Each deletes what a store keeps of a chat. */
  readonly forgetters: readonly Forget[];
}
