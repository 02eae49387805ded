import { BoundedMap } from '../bounded-map.js';
import type { EndedCall, Measures } from '../measuring/measures.js';

const HOUR_MS = 3_600_000;
const HOURS = 24;
/** Kinds that are told apart: there are some ten methods, and some ten codes. */
const KINDS = 200;

/** Calls of one kind that failed. */
export interface FailedCalls {
  readonly method: string;
  readonly outcome: EndedCall['outcome'];
  readonly times: number;
}

interface Counted {
  readonly method: string;
  readonly outcome: EndedCall['outcome'];
  /** How many, by hours since 1970; none older than a day. */
  readonly hours: Map<number, number>;
}

/** Counts the calls that failed within a day. */
export class RecentFailures implements Pick<Measures, 'called'> {
  readonly #kinds = new BoundedMap<string, Counted>(KINDS);

  /** @param now milliseconds since 1970 */
  constructor(private readonly now: () => number = Date.now) {}

  called({ method, outcome }: EndedCall): void {
    if (outcome === 'ok') return;
    const hour = Math.floor(this.now() / HOUR_MS);
    const key = `${method} ${outcome}`;
    const counted = this.#kinds.get(key) ?? { method, outcome, hours: new Map<number, number>() };
    for (const old of counted.hours.keys()) if (old <= hour - HOURS) counted.hours.delete(old);
    counted.hours.set(hour, (counted.hours.get(hour) ?? 0) + 1);
    this.#kinds.set(key, counted);
  }

  /** Those of the last day, the most frequent first. */
  list(): FailedCalls[] {
    const oldest = Math.floor(this.now() / HOUR_MS) - HOURS;
    return [...this.#kinds.values()]
      .map(({ method, outcome, hours }) => {
        const recent = [...hours].filter(([hour]) => hour > oldest);
        return { method, outcome, times: recent.reduce((sum, [, times]) => sum + times, 0) };
      })
      .filter(({ times }) => times > 0)
      .sort((a, b) => b.times - a.times);
  }
}
