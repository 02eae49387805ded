import type { Update } from '@grammyjs/types';
import { conflict } from '../api-error.js';
import type { EventLog } from '../event-log.js';
import { SAME_OFFSET_ONE_MS, SAME_OFFSET_WAIT_MS, UPDATE_KEPT_MS } from '../limits/limits.js';
import { LongPoll } from './long-poll.js';

/** What an update may carry: `message`, `callback_query`, … */
export type UpdateKind = Exclude<keyof Update, 'update_id'>;

/** Kinds that a bot gets only when it asks for them by name (Bot API, getUpdates). */
const ON_REQUEST: ReadonlySet<UpdateKind> = new Set([
  'chat_member',
  'message_reaction',
  'message_reaction_count',
]);

/** Description of the 409 for a poll that another one ended. */
export const OTHER_POLLER =
  'terminated by other getUpdates request; make sure that only one bot instance is running';

/** A getUpdates call, within its bounds. */
export interface PollRequest {
  readonly offset: number;
  readonly limit: number;
  readonly timeoutMs: number;
  /** Aborted when the one who asked has gone. */
  readonly signal: AbortSignal;
}

interface Queued {
  readonly update: Update;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** A second copy: it waits until the first is confirmed, and is delivered although it was. */
  again: boolean;
}

/** The updates that wait for the bot, in order, each until it is confirmed or too old. */
export class UpdateQueue {
  readonly #events: EventLog;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  readonly #longPoll = new LongPoll();
  #queue: Queued[] = [];
  #allowed: ReadonlySet<string> | undefined;
  #nextId: number;
  #toDuplicate = 0;
  /** The last poll: from which offset, and when it began. */
  #polled = { offset: -1, at: Number.NEGATIVE_INFINITY };

  constructor(events: EventLog, now: () => number) {
    this.#events = events;
    this.#now = now;
    // Telegram begins at a number of its own, so that no bot counts on 1.
    this.#nextId = 100_000_000 + Math.floor(Math.random() * 800_000_000);
  }

  /** How many updates wait. */
  get pending(): number {
    this.#dropExpired();
    return this.#queue.length;
  }

  /** What the bot asked for; `undefined` while it has never said. */
  get allowed(): readonly string[] | undefined {
    return this.#allowed && [...this.#allowed];
  }

  /** Sets what the bot wants from now on; empty: all but what must be asked for by name. */
  allow(kinds: readonly string[]): void {
    this.#allowed = kinds.length === 0 ? undefined : new Set(kinds);
  }

  /** Makes each of the next updates come twice. */
  duplicateNext(times: number): void {
    this.#toDuplicate += times;
  }

  /**
   * Queues an update, unless the bot did not ask for its kind.
   * @param keptMs milliseconds after which it is dropped undelivered
   */
  push<K extends UpdateKind>(kind: K, value: NonNullable<Update[K]>, keptMs = UPDATE_KEPT_MS): void {
    if (this.#allowed ? !this.#allowed.has(kind) : ON_REQUEST.has(kind)) return;
    const update = structuredClone({ update_id: this.#nextId++, [kind]: value }) as Update;
    const expires = this.#now() + keptMs;
    this.#queue.push({ update, expires, again: false });
    if (this.#toDuplicate > 0) {
      this.#toDuplicate -= 1;
      this.#queue.push({ update, expires, again: true });
    }
    this.#events.record({ type: 'update', update });
    this.#longPoll.wake();
    for (const listener of [...this.#listeners]) listener();
  }

  /** The oldest updates, `limit` at most, without confirming them. */
  take(limit: number): readonly Update[] {
    this.#dropExpired();
    const originals = new Set(this.#queue.filter(({ again }) => !again).map(({ update }) => update));
    const batch = this.#queue
      .filter(({ again, update }) => !(again && originals.has(update)))
      .slice(0, limit);
    for (const queued of batch) queued.again = false;
    return batch.map(({ update }) => update);
  }

  /** All that wait, oldest first; a second copy after its first. */
  get waiting(): readonly Update[] {
    this.#dropExpired();
    return this.#queue.map(({ update }) => update);
  }

  /** Forgets the first copy of an update. */
  drop(update: Update): void {
    const index = this.#queue.findIndex((queued) => queued.update === update);
    if (index >= 0) this.#queue.splice(index, 1);
  }

  clear(): void {
    this.#queue = [];
  }

  /** Calls the listener after each new update; gives the function that ends it. */
  onPush(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * Answers getUpdates: at once when updates wait, else with the first that comes, or with none after the time-out.
   * Only one poll waits at a time: one that still does is ended with 409.
   */
  async poll(request: PollRequest): Promise<readonly Update[]> {
    const { offset, limit, timeoutMs } = this.#braked(request);
    this.#confirm(offset);
    if (this.pending === 0 && timeoutMs > 0) {
      this.interrupt(conflict(OTHER_POLLER));
      await this.#longPoll.wait(timeoutMs, request.signal);
    }
    return this.take(limit);
  }

  /**
   * Keeps a bot from polling in a circle: from the same offset it soon gets little, and has to wait for it. Polls that confirm
   * nothing are spared here, since they are made by hand and by tests.
   */
  #braked({ offset, limit, timeoutMs }: PollRequest): Omit<PollRequest, 'signal'> {
    const now = this.#now();
    const sinceMs =
      offset > 0 && offset === this.#polled.offset ? now - this.#polled.at : Number.POSITIVE_INFINITY;
    this.#polled = { offset, at: now };
    return {
      offset,
      limit: sinceMs < SAME_OFFSET_ONE_MS ? 1 : limit,
      timeoutMs: sinceMs < SAME_OFFSET_WAIT_MS ? Math.max(timeoutMs, SAME_OFFSET_WAIT_MS) : timeoutMs,
    };
  }

  /** Resolves when a poll waits: now, or as soon as one does. */
  polled(): Promise<void> {
    return this.#longPoll.waiting();
  }

  /** Ends the poll that waits, if any. */
  interrupt(reason: Error): void {
    this.#longPoll.interrupt(reason);
  }

  /** An offset forgets all updates before it; a negative one all but so many of the newest. */
  #confirm(offset: number): void {
    if (offset < 0) this.#queue = this.#queue.slice(offset);
    if (offset <= 0) return;
    this.#queue = this.#queue.filter(({ update, again }) => again || update.update_id >= offset);
  }

  #dropExpired(): void {
    const now = this.#now();
    this.#queue = this.#queue.filter(({ expires }) => expires > now);
  }
}
