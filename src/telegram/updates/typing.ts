import type { InlineQuery, Update } from 'grammy/types';
import type { Logger } from 'pino';
import type { InlineDebounce } from './inline-debounce.js';

/** An update that is an inline query. */
export type TypedUpdate = Update & { readonly inline_query: InlineQuery };

/** What inline queries are let through by. */
export interface TypingOptions {
  /** Handles an update; is expected not to reject. */
  readonly handle: (update: Update) => Promise<void>;
  /** Is told of every query when it comes. */
  readonly typed: InlineDebounce;
  readonly log: Logger;
  /** How long a query has to stand before it is searched for, in milliseconds; default `PAUSE_MS`. */
  readonly pauseMs?: number;
  /** Queries that are answered at the same time; default `AT_ONCE`. */
  readonly atOnce?: number;
}

/**
 * How long a query has to stand before it is searched for, in milliseconds. Telegram's apps send one when nothing was
 * typed for 400 ms (`kInlineBotRequestDelay` in Telegram Desktop), which whoever picks characters or thinks exceeds;
 * with this it makes 0.7 s, in which most have gone on if they mean to.
 */
export const PAUSE_MS = 300;
/** The share of typing: few, since one question is found at a time and those of chats stand in the same queue. */
const AT_ONCE = 4;
/** Queries that may wait for their turn; of more, the newest are kept. */
const WAITING = 200;
/** Who has waited so long has typed on, and the server takes no answer much later; milliseconds. */
const LATE_MS = 2_000;

interface Waiting {
  readonly update: TypedUpdate;
  /** By `performance.now()`. */
  readonly due: number;
}

/** Lets inline queries through: of each person only the newest, when it has stood for a while, and few at a time. */
export class Typing {
  readonly #options: Required<TypingOptions>;
  /** The queries that have not yet stood for long enough, by person. */
  readonly #pausing = new Map<number, NodeJS.Timeout>();
  /** The query of each person that may be answered, first come first. */
  readonly #ready = new Map<number, Waiting>();
  #working = 0;
  #closed = false;

  constructor(options: TypingOptions) {
    this.#options = { pauseMs: PAUSE_MS, atOnce: AT_ONCE, ...options };
  }

  /** Takes a query in place of the one of the same person that waits. */
  add(update: TypedUpdate): void {
    const { from, query, offset } = update.inline_query;
    this.#options.typed.note(from.id, update.update_id, query);
    clearTimeout(this.#pausing.get(from.id));
    this.#ready.delete(from.id);
    // Nobody types who scrolls on, or has typed nothing yet.
    const pauseMs = query.trim() !== '' && offset === '' ? this.#options.pauseMs : 0;
    this.#pausing.set(
      from.id,
      setTimeout(() => this.#stood(update), pauseMs),
    );
  }

  /** Lets nothing through any more. */
  close(): void {
    this.#closed = true;
    for (const timer of this.#pausing.values()) clearTimeout(timer);
    this.#pausing.clear();
    this.#ready.clear();
  }

  #stood(update: TypedUpdate): void {
    const person = update.inline_query.from.id;
    this.#pausing.delete(person);
    this.#ready.set(person, { update, due: performance.now() });
    if (this.#ready.size > WAITING) {
      const [oldest] = this.#ready.keys();
      if (oldest !== undefined) this.#ready.delete(oldest);
    }
    this.#pump();
  }

  #pump(): void {
    for (const [person, { update, due }] of this.#ready) {
      if (this.#closed || this.#working >= this.#options.atOnce) return;
      this.#ready.delete(person);
      if (performance.now() - due < LATE_MS) void this.#work(update);
    }
  }

  async #work(update: TypedUpdate): Promise<void> {
    this.#working += 1;
    try {
      await this.#options.handle(update);
    } catch (error) {
      this.#options.log.error({ err: error }, 'the handling of a failure failed');
    } finally {
      this.#working -= 1;
      this.#pump();
    }
  }
}
