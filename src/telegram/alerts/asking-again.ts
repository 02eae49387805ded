import { setTimeout as pause } from 'node:timers/promises';
import type { Wish, Wishes } from './wishes.js';

/** What came of asking a wish again. */
export type AskedAgain =
  /** The chat knows, or will never hear of it: the wish is over. */
  | 'over'
  /** No new article answers it. */
  | 'unanswered'
  /** It could not be asked or told just now. */
  | 'later';

/**
 * Asks one wish again, and tells the chat where it is answered.
 * @param added ids of the articles of which one has to answer; `undefined`: any
 */
export type AskAgain = (
  id: string,
  wish: Wish,
  added: ReadonlySet<string> | undefined,
) => Promise<AskedAgain>;

/** How fast all goes, in milliseconds. */
export interface Pace {
  /** How long the collection has to stay the same before wishes are asked again. */
  readonly settleMs: number;
  /** However often it changes, they are asked after so long. */
  readonly longestMs: number;
  /** The pause before each wish: four a second at most, of which few are read, so that nobody else waits. */
  readonly betweenMs: number;
  /** What could not be asked or told is tried again after so long. */
  readonly againMs: number;
}

export const PACE: Pace = { settleMs: 10_000, longestMs: 300_000, betweenMs: 250, againMs: 300_000 };

/** What is to be asked next. */
interface Due {
  /** Since when, in milliseconds. */
  readonly since: number;
  /** Articles that came since the last round; `undefined` where that is not known. */
  readonly added: ReadonlySet<string> | undefined;
  /** Only these wishes; `undefined`: all. */
  readonly only: ReadonlySet<string> | undefined;
}

/**
 * Asks wishes again when the collection has changed: one after the other, each once per change. How far that went is kept
 * by the collection's version, so that a round that was cut off, and files that changed while nothing ran, are made up
 * for at the next start; which articles are new is not known then, and any may answer, since none did before.
 */
export class AskingAgain {
  readonly #stopped = new AbortController();
  #due: Due | undefined;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;

  /**
   * @param version the collection's version at the time
   * @param onFault told of what no wish should bring about
   */
  constructor(
    private readonly wishes: Wishes,
    private readonly ask: AskAgain,
    private readonly version: () => string,
    private readonly onFault: (error: unknown) => void,
    private readonly pace: Pace = PACE,
  ) {}

  /** Makes up for what changed while nothing ran. */
  start(): void {
    const isBehind = this.wishes.askedFor !== this.version();
    if (isBehind && this.wishes.all().length > 0) this.#note({ added: undefined, only: undefined });
  }

  /** The collection has changed. @param added ids of the articles that are new; `undefined`: that is not known */
  changed(added: readonly string[] | undefined): void {
    if (!added) this.#note({ added, only: undefined });
    else if (added.length > 0) this.#note({ added: new Set(added), only: undefined });
    else if (!this.#due && !this.#round) this.wishes.noteAsked(this.version());
  }

  /** Asks no further wish; resolves when the one under way is done. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    clearTimeout(this.#timer);
    await this.#round;
  }

  /** Each change puts the next round off until all has settled, within bounds. */
  #note(due: Omit<Due, 'since'>): void {
    const now = performance.now();
    this.#due = this.#due ? { ...both(this.#due, due), since: this.#due.since } : { ...due, since: now };
    this.#beginAfter(Math.min(this.pace.settleMs, this.#due.since + this.pace.longestMs - now));
  }

  /** What could not be asked waits longer, unless something else falls due before. */
  #noteLater(due: Omit<Due, 'since'>): void {
    if (this.#due) {
      this.#due = { ...both(this.#due, due), since: this.#due.since };
      return;
    }
    this.#due = { ...due, since: performance.now() };
    this.#beginAfter(this.pace.againMs);
  }

  #beginAfter(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped.signal.aborted) return;
    this.#timer = setTimeout(() => this.#begin(), Math.max(0, ms)).unref();
  }

  /** One round at a time; what falls due meanwhile is asked after it. */
  #begin(): void {
    if (this.#round) {
      void this.#round.then(() => this.#begin());
      return;
    }
    this.#round = this.#askDue()
      .catch((error: unknown) => {
        if (!this.#stopped.signal.aborted) this.onFault(error);
      })
      .finally(() => {
        this.#round = undefined;
      });
  }

  async #askDue(): Promise<void> {
    const { signal } = this.#stopped;
    const due = this.#due;
    if (!due || signal.aborted) return;
    this.#due = undefined;
    const version = this.version();
    const later = new Set<string>();
    for (const [id] of this.wishes.all()) {
      if (due.only && !due.only.has(id)) continue;
      await pause(this.pace.betweenMs, undefined, { signal });
      if ((await this.#askOne(id, due.added)) === 'later') later.add(id);
    }
    if (later.size > 0) this.#noteLater({ added: due.added, only: later });
    else if (!this.#due) this.wishes.noteAsked(version);
  }

  async #askOne(id: string, added: Due['added']): Promise<AskedAgain | undefined> {
    const wish = this.wishes.get(id);
    if (!wish) return undefined;
    try {
      const outcome = await this.ask(id, wish, added);
      if (outcome === 'over') this.wishes.end(id, wish.chat);
      return outcome;
    } catch (error) {
      this.onFault(error);
      return 'later';
    }
  }
}

function both(one: Omit<Due, 'since'>, other: Omit<Due, 'since'>): Omit<Due, 'since'> {
  return { added: union(one.added, other.added), only: union(one.only, other.only) };
}

/** `undefined` stands for everything. */
function union(
  one: ReadonlySet<string> | undefined,
  other: ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  return one && other && new Set([...one, ...other]);
}
