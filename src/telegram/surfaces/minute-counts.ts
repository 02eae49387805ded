import { BoundedMap } from '../bounded-map.js';

const MINUTE_MS = 60_000;
/** Of so many people or chats the counts are kept; of more, those that asked longest ago begin anew. Some 2 MB at most. */
const KEPT = 20_000;

interface Minute {
  readonly since: number;
  count: number;
}

/** Counts what somebody does within a minute, which begins with the first time. */
export class MinuteCounts {
  readonly #minutes = new BoundedMap<number, Minute>(KEPT);

  /** @param now milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** How many there are within the minute. */
  of(id: number): number {
    return this.#current(id)?.count ?? 0;
  }

  /** Counts one more. @returns how many there are within the minute, with this one */
  add(id: number): number {
    const minute = this.#current(id) ?? { since: this.now(), count: 0 };
    minute.count += 1;
    this.#minutes.set(id, minute);
    return minute.count;
  }

  #current(id: number): Minute | undefined {
    const minute = this.#minutes.get(id);
    return minute && this.now() - minute.since < MINUTE_MS ? minute : undefined;
  }
}
