import type { Update } from 'grammy/types';
import { BoundedMap } from '../bounded-map.js';
import { Schedule, type ScheduleOptions } from './schedule.js';
import { type TypedUpdate, Typing, type TypingOptions } from './typing.js';

/** How many settled updates are remembered. Ten full batches of getUpdates: far more than can be on their way a second time. */
const REMEMBERED = 1000;

/** What updates are handled with. */
export type IntakeOptions = ScheduleOptions & TypingOptions;

/** An update that was handed in. */
export interface Taken {
  /** Whether it had not come before. */
  readonly isNew: boolean;
  /** Resolves when it need not come again. */
  readonly settled: Promise<void>;
}

/** Where updates come together, whichever way they came: each is handled once, and each kind waits in its own queue. */
export class Intake {
  readonly #schedule: Schedule;
  readonly #typing: Typing;
  readonly #underWay = new Map<number, Promise<void>>();
  readonly #over = new BoundedMap<number, true>(REMEMBERED);

  constructor(options: IntakeOptions) {
    this.#schedule = new Schedule(options);
    this.#typing = new Typing(options);
  }

  /** How many updates of chats are not settled. */
  get size(): number {
    return this.#schedule.size;
  }

  take(update: Update): Taken {
    const { update_id: id } = update;
    if (this.#over.has(id)) return { isNew: false, settled: Promise.resolve() };
    const before = this.#underWay.get(id);
    if (before) return { isNew: false, settled: before };
    const settled = this.#handedOn(update).then(() => {
      this.#underWay.delete(id);
      this.#over.set(id, true);
    });
    this.#underWay.set(id, settled);
    return { isNew: true, settled };
  }

  /** Notes updates that an earlier run has settled. */
  remember(ids: Iterable<number>): void {
    for (const id of ids) this.#over.set(id, true);
  }

  /** Whether an update is held up by something outside that holds up no other chat. */
  isHeldUp(id: number): boolean {
    return this.#schedule.isHeldUp(id);
  }

  /** Begins nothing more; resolves when what is worked on is done, or after so many milliseconds. */
  async close(graceMs: number): Promise<void> {
    this.#typing.close();
    await this.#schedule.close(graceMs);
  }

  /** What was typed need not come again once it is here: by then its person has typed on. */
  async #handedOn(update: Update): Promise<void> {
    if (isTyped(update)) this.#typing.add(update);
    else await this.#schedule.add(update);
  }
}

function isTyped(update: Update): update is TypedUpdate {
  return update.inline_query !== undefined;
}
