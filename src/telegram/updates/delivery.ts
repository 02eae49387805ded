import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';

/** A kind of update, by the name of its field. */
export type UpdateKind = Exclude<keyof Update, 'update_id'>;

/** What both ways of delivery work with. */
export interface DeliveryOptions {
  readonly api: Api;
  /** Handles an update; is expected not to reject. */
  readonly handle: (update: Update) => Promise<void>;
  /** The kinds of updates to ask for. */
  readonly kinds: readonly UpdateKind[];
  readonly log: Logger;
}

/** Updates coming in, until somebody ends it. */
export interface Delivery {
  /** Settles when delivery ends: resolves after `stop`, rejects when it cannot go on. */
  readonly done: Promise<void>;
  /** Takes no more updates and resolves when those under way have been handled. */
  stop(): Promise<void>;
}
