import type { Logger } from 'pino';
import type { Answerer } from '../../answering/answer.js';
import type { Wording } from '../wording/wording.js';

/** What every surface works with. */
export interface Desk {
  readonly answerer: Answerer;
  readonly log: Logger;
}

/** In whose language an answer is given, and by which bot. */
export interface Voice {
  readonly words: Wording;
  /** The bot's username, without `@`. */
  readonly username: string;
}
