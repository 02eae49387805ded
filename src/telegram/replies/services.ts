import type { Logger } from 'pino';
import type { Answerer } from '../../answering/answer.js';
import type { Measures } from '../measuring/measures.js';

/** What every surface works with. */
export interface Services {
  readonly answerer: Answerer;
  readonly log: Logger;
  /** The bot's username, without `@`; links to passages lead to it. */
  readonly username: string;
  readonly measures: Measures;
}
