import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { workOn } from './work.js';

/** What the turns of chats are shared out by. */
export interface ScheduleOptions {
  /** Handles an update; is expected not to reject. */
  readonly handle: (update: Update) => Promise<void>;
  /** Says in the chat of this update, once, that it and others were left out because too many came. */
  readonly tellSkipped: (update: Update) => Promise<void>;
  /** Ends the wait of whoever pressed a button, where the press is left out; takes no turn. */
  readonly releasePress: (update: Update) => void;
  /** The chat whose updates go one after the other; `undefined`: the update waits for no other. */
  readonly laneOf: (update: Update) => number | undefined;
  readonly log: Logger;
  /** Updates that are worked on at the same time, those that rest not counted; default 100. */
  readonly atOnce?: number;
  /** Updates of one chat that may wait; of more, the newest are kept. Default `BACKLOG`. */
  readonly backlog?: number;
  /** Work that takes longer is given up; while it rests, its time stands still. Milliseconds; default 60,000. */
  readonly limitMs?: number;
}

/** Updates of one chat that may wait: more than people write one after the other, few beside the 100 that a poll brings. */
export const BACKLOG = 10;
const AT_ONCE = 100;
const LIMIT_MS = 60_000;
/** Work that has taken so long may be passed over where it keeps others from being fetched, in milliseconds. */
const SLOW_MS = 5_000;

interface Job {
  readonly update: Update;
  readonly settle: () => void;
  state: 'waiting' | 'working' | 'resting' | 'over';
  begun: number;
}

interface Lane {
  readonly key: number | undefined;
  readonly waiting: Job[];
  current?: Job;
  /** The first update that was left out and of which the chat is still to be told. */
  toTell?: Update;
  told: boolean;
}

/**
 * Shares out turns among chats: one update of a chat at a time, in their order, and one chat after the other. A chat that
 * asks faster than it can be answered has its older questions left out, so that it is nobody's burden but its own.
 */
export class Schedule {
  readonly #options: Required<ScheduleOptions>;
  readonly #lanes = new Map<number, Lane>();
  /** Lanes whose next update may begin, first come first. */
  readonly #ready: Lane[] = [];
  readonly #jobs = new Map<number, { readonly job: Job; readonly lane: Lane }>();
  readonly #idle = new Set<() => void>();
  #working = 0;
  #closed = false;

  constructor(options: ScheduleOptions) {
    this.#options = { atOnce: AT_ONCE, backlog: BACKLOG, limitMs: LIMIT_MS, ...options };
  }

  /** How many updates are worked on, wait or rest. */
  get size(): number {
    return this.#jobs.size;
  }

  /** Resolves when the update is settled: handled, given up, or left out on purpose. Never, once the schedule is closed. */
  add(update: Update): Promise<void> {
    return new Promise((settle) => {
      const lane = this.#laneOf(update);
      const job: Job = { update, settle, state: 'waiting', begun: 0 };
      this.#jobs.set(update.update_id, { job, lane });
      lane.waiting.push(job);
      // What is about to begin does not wait for others of its chat.
      if (lane.waiting.length > this.#options.backlog + (lane.current ? 0 : 1)) this.#leaveOutOldest(lane);
      if (lane.waiting.length === 1 && !lane.current) this.#ready.push(lane);
      this.#pump();
    });
  }

  /** Whether an update waits for something outside, or behind one of its chat that does, or takes very long. */
  isHeldUp(id: number): boolean {
    const current = this.#jobs.get(id)?.lane.current;
    if (!current) return false;
    return current.state === 'resting' || performance.now() - current.begun > SLOW_MS;
  }

  /** Begins nothing more; resolves when nothing is worked on, or after so many milliseconds. What rests is not waited for. */
  async close(graceMs: number): Promise<void> {
    this.#closed = true;
    if (this.#working === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, graceMs);
      this.#idle.add(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #laneOf(update: Update): Lane {
    const key = this.#options.laneOf(update);
    const known = key === undefined ? undefined : this.#lanes.get(key);
    const lane = known ?? { key, waiting: [], told: false };
    if (key !== undefined) this.#lanes.set(key, lane);
    return lane;
  }

  #leaveOutOldest(lane: Lane): void {
    const oldest = lane.waiting.shift();
    if (!oldest) return;
    const { update } = oldest;
    if (update.callback_query) this.#options.releasePress(update);
    else if (update.message && !lane.told) {
      lane.toTell = update;
      lane.told = true;
    }
    this.#settle(oldest);
  }

  #pump(): void {
    while (!this.#closed && this.#working < this.#options.atOnce) {
      const lane = this.#ready.shift();
      const job = lane?.waiting.shift();
      if (!lane || !job) return;
      void this.#work(lane, job);
    }
  }

  async #work(lane: Lane, job: Job): Promise<void> {
    lane.current = job;
    this.#begin(job);
    let overdue = this.#watch(lane, job);
    const work = {
      rest: () => {
        clearTimeout(overdue);
        if (job.state === 'working') this.#end(job, 'resting');
      },
      resume: () => {
        if (job.state !== 'resting') return;
        this.#begin(job);
        overdue = this.#watch(lane, job);
      },
    };
    await workOn(work, () => this.#handle(lane, job)).catch((error: unknown) =>
      this.#options.log.error({ err: error }, 'the handling of a failure failed'),
    );
    clearTimeout(overdue);
    this.#leave(lane, job);
  }

  async #handle(lane: Lane, { update }: Job): Promise<void> {
    const { toTell } = lane;
    delete lane.toTell;
    if (toTell) await this.#options.tellSkipped(toTell);
    await this.#options.handle(update);
  }

  /** The timer that gives the work up. */
  #watch(lane: Lane, job: Job): NodeJS.Timeout {
    return setTimeout(() => {
      this.#options.log.warn({ update: job.update.update_id }, 'an update took too long and was given up');
      this.#leave(lane, job);
    }, this.#options.limitMs);
  }

  #begin(job: Job): void {
    job.state = 'working';
    job.begun = performance.now();
    this.#working += 1;
  }

  /** The job needs no turn any more, for now or for good. */
  #end(job: Job, state: 'resting' | 'over'): void {
    if (job.state === 'working') this.#working -= 1;
    job.state = state;
    this.#pump();
    if (this.#working === 0) for (const resolve of this.#idle) resolve();
  }

  /** Lets the next of the chat have its turn. */
  #leave(lane: Lane, job: Job): void {
    if (job.state === 'over') return;
    this.#settle(job);
    delete lane.current;
    if (lane.waiting.length > 0) this.#ready.push(lane);
    else if (lane.key !== undefined) this.#lanes.delete(lane.key);
    this.#end(job, 'over');
  }

  #settle(job: Job): void {
    this.#jobs.delete(job.update.update_id);
    job.settle();
  }
}
