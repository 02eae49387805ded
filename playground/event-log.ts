import type { EventData, PlaygroundEvent } from './user-api.js';

/** How many events are kept for listeners that come back; a page that was away longer reads the state anew. */
const KEPT = 2_000;

/** The record of everything that happens, in one order for all who listen. */
export class EventLog {
  readonly #events: PlaygroundEvent[] = [];
  readonly #listeners = new Set<(event: PlaygroundEvent) => void>();
  #seq = 0;

  /** Number of the newest event; 0 before the first. */
  get seq(): number {
    return this.#seq;
  }

  record(data: EventData): void {
    const event: PlaygroundEvent = { ...data, seq: ++this.#seq };
    this.#events.push(event);
    if (this.#events.length > KEPT) this.#events.shift();
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Listens from now on; gives the function that ends it. A listener's error is the caller's who recorded. */
  subscribe(listener: (event: PlaygroundEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** The events after `seq`, or `undefined` when some of them are no longer kept. */
  since(seq: number): readonly PlaygroundEvent[] | undefined {
    const oldest = this.#events[0]?.seq ?? this.#seq + 1;
    if (seq > this.#seq || seq + 1 < oldest) return undefined;
    return this.#events.slice(seq + 1 - oldest);
  }
}
