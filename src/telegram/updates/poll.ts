import { setTimeout as pause } from 'node:timers/promises';
import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { within } from '../deadline.js';
import { reasonOf, TokenRefusedError } from '../identify.js';
import { ConflictError, Rivalry } from './conflict.js';
import type { UpdateKind } from './delivery.js';

/** Updates that one poll brings at most: https://core.telegram.org/bots/api#getupdates */
export const MOST_UPDATES = 100;

/** The times of polling, in milliseconds; tests shorten them. */
export interface PollTimes {
  /** How long the server may hold a poll; it allows 50 s. */
  readonly holdMs: number;
  /** Beyond that, a poll that has not come back is lost. */
  readonly answerMs: number;
  /** Exponential backoff after failed polls: the first and the longest delay. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** The longest that a server’s own `retry_after` is waited for. */
  readonly longestRetryMs: number;
  /** How long a conflict is waited out. */
  readonly conflictMs: number;
}

/** Whatever the network does, the next poll begins 75 s after the last at the latest. */
export const POLL_TIMES: PollTimes = {
  holdMs: 30_000,
  answerMs: 15_000,
  firstDelayMs: 250,
  longestDelayMs: 15_000,
  longestRetryMs: 30_000,
  conflictMs: 180_000,
};

/** What a poll is made with. */
export interface PollOptions {
  readonly api: Api;
  readonly kinds: readonly UpdateKind[];
  readonly log: Logger;
  /** Named in errors. */
  readonly apiRoot: string;
  readonly times: PollTimes;
}

/** Polls until one succeeds; failures of the network and a server in trouble are waited out for as long as they last. */
export class Poller {
  readonly #rivalry: Rivalry;

  constructor(private readonly options: PollOptions) {
    this.#rivalry = new Rivalry(options.times.conflictMs);
  }

  /**
   * The updates from an offset on.
   * @param stopped aborted when no more are wanted
   * @throws TokenRefusedError, ConflictError: no later try would fare better
   */
  async fetch(offset: number, stopped: AbortSignal): Promise<Update[]> {
    const { times, log } = this.options;
    for (let delay = times.firstDelayMs; ; delay = Math.min(delay * 2, times.longestDelayMs)) {
      try {
        return await this.poll(offset, MOST_UPDATES, times.holdMs, stopped);
      } catch (error) {
        if (stopped.aborted) return [];
        this.#throwIfFinal(error);
        const waitMs = Math.max(delay, Math.min(retryAfterMs(error), times.longestRetryMs));
        log.warn({ reason: reasonOf(error).en, waitMs }, 'polling failed, will try again');
        await pause(waitMs, undefined, { signal: stopped }).catch(() => {});
      }
    }
  }

  /** One poll. @param holdMs how long the server may hold it */
  poll(offset: number, limit: number, holdMs: number, stopped?: AbortSignal): Promise<Update[]> {
    const { api, kinds, times } = this.options;
    const request = { offset, limit, timeout: Math.ceil(holdMs / 1000), allowed_updates: kinds };
    return within(holdMs + times.answerMs, (signal) => api.getUpdates(request, signal), stopped);
  }

  #throwIfFinal(error: unknown): void {
    if (!(error instanceof GrammyError)) return;
    if (error.error_code === 401) throw new TokenRefusedError(this.options.apiRoot, 401, { cause: error });
    if (error.error_code === 409 && this.#rivalry.met())
      throw new ConflictError(error.description, { cause: error });
  }
}

function retryAfterMs(error: unknown): number {
  return error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
}
