import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { Intake } from './intake.js';

/** A kind of update, by the name of its field. */
export type UpdateKind = Exclude<keyof Update, 'update_id'>;

/** What both ways of delivery work with. */
export interface DeliveryOptions {
  readonly api: Api;
  /** Where updates are handed in. */
  readonly intake: Intake;
  /** The kinds of updates to ask for. */
  readonly kinds: readonly UpdateKind[];
  readonly log: Logger;
}

/** How long work on updates may go on after it is asked to stop, in milliseconds. What is not done by then comes again. */
export const GRACE_MS = 2_500;

/** Updates coming in, until somebody ends it. */
export interface Delivery {
  /** Settles when delivery ends: resolves after `stop`, rejects when it cannot go on. */
  readonly done: Promise<void>;
  /** Takes no more updates and resolves when those that are worked on have been handled, or `GRACE_MS` have passed. */
  stop(): Promise<void>;
}
