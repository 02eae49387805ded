import { setTimeout as pause } from 'node:timers/promises';
import { createConcurrentSink, createRunner, createSource } from '@grammyjs/runner';
import { type Api, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { reasonOf, TokenRefusedError } from '../identify.js';
import type { Delivery, DeliveryOptions } from './delivery.js';
import { InFlight } from './in-flight.js';

/** How long the server may hold a poll, in seconds; it allows 50. */
const POLL_S = 30;
/** A poll that has not come back by then is lost, in milliseconds. */
const POLL_TIMEOUT_MS = (POLL_S + 15) * 1000;
/** Exponential backoff after failed polls: the first and the longest delay, in milliseconds. */
const FIRST_DELAY_MS = 250;
const MAX_DELAY_MS = 15_000;
/** Updates handled at the same time; when so many are under way, fewer are fetched. */
const CONCURRENCY = 200;

/** Thrown when somebody else takes the updates: another poller, or a webhook. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
  readonly exitCode = 1;

  constructor(description: string, options: ErrorOptions) {
    super(
      `Somebody else receives this bot’s updates (409: ${description}).\n` +
        'Stop the other process that runs with the same BOT_TOKEN, or remove the webhook that it has set; if you know ' +
        'of none, revoke the token at https://t.me/BotFather (/revoke) and use the new one.',
      options,
    );
  }
}

/** What polling works with. */
export interface PollingOptions extends DeliveryOptions {
  /** Named in errors. */
  readonly apiRoot: string;
}

/**
 * Polls for updates and handles them, many at a time. Network failures and a server in trouble are waited out for
 * as long as they last; `done` rejects only with `TokenRefusedError` or `ConflictError`.
 */
export async function startPolling(options: PollingOptions): Promise<Delivery> {
  const { api, handle, log } = options;
  await withoutWebhook(api, log);
  const handling = new InFlight();
  const updates = new UpdateFetcher(options);
  const source = createSource<Update>({
    supply: (size, signal) => updates.fetch(size, native(signal)),
  });
  const sink = createConcurrentSink<Update>(
    { consume: (update) => handling.track(handle(update)) },
    async (error) => log.error({ err: error }, 'the handling of a failure failed'),
    { concurrency: CONCURRENCY },
  );
  const runner = createRunner(source, sink);
  runner.start();
  const done = runner.task() ?? Promise.resolve();
  return {
    done,
    async stop() {
      await runner.stop();
      await handling.settled();
      await updates.confirm();
    },
  };
}

/** The part of the runner's signals that is used here. */
interface ForeignSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

/** Node's own kind of signal, which the rest of Node wants; the runner's comes from a package that imitates it. */
function native(signal: ForeignSignal): AbortSignal {
  const controller = new AbortController();
  if (signal.aborted) controller.abort();
  else signal.addEventListener('abort', () => controller.abort());
  return controller.signal;
}

/** A webhook left from another mode would keep the updates to itself. If it stays, polling will say so. */
async function withoutWebhook(api: Api, log: Logger): Promise<void> {
  try {
    await api.deleteWebhook();
  } catch (error) {
    log.warn({ reason: reasonOf(error) }, 'could not make sure that no webhook is set');
  }
}

/** Fetches updates, and keeps count of which have been handed out. */
class UpdateFetcher {
  private offset = 0;

  constructor(private readonly options: PollingOptions) {}

  /** The next updates, after as many tries as it takes. */
  async fetch(size: number, stopped: AbortSignal): Promise<Update[]> {
    for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 2, MAX_DELAY_MS)) {
      try {
        return await this.poll(Math.max(1, Math.min(size, 100)), POLL_S, stopped);
      } catch (error) {
        if (stopped.aborted) throw error;
        throwIfFinal(error, this.options.apiRoot);
        const waitMs = Math.max(delay, retryAfterMs(error));
        this.options.log.warn({ reason: reasonOf(error), waitMs }, 'polling failed, will try again');
        await pause(waitMs, undefined, { signal: stopped });
      }
    }
  }

  /** Tells the server that all updates so far were handled, so that the next start does not get them again. */
  async confirm(): Promise<void> {
    if (this.offset === 0) return;
    try {
      await this.poll(1, 0, AbortSignal.timeout(2_000));
    } catch (error) {
      this.options.log.debug({ reason: reasonOf(error) }, 'the last updates could not be confirmed');
    }
  }

  private async poll(limit: number, timeout: number, stopped: AbortSignal): Promise<Update[]> {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(POLL_TIMEOUT_MS)]);
    const updates = await this.options.api.getUpdates(
      { offset: this.offset, limit, timeout, allowed_updates: this.options.kinds },
      signal as Parameters<Api['getUpdates']>[1],
    );
    const last = updates.at(-1);
    if (last) this.offset = last.update_id + 1;
    return updates;
  }
}

/** @throws TokenRefusedError, ConflictError: no later try would fare better */
function throwIfFinal(error: unknown, apiRoot: string): void {
  if (!(error instanceof GrammyError)) return;
  if (error.error_code === 401) throw new TokenRefusedError(apiRoot, 401, { cause: error });
  if (error.error_code === 409) throw new ConflictError(error.description, { cause: error });
}

function retryAfterMs(error: unknown): number {
  return error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
}
