import type { EventLog } from '../event-log.js';
import type { CallRecord } from '../user-api.js';

/** How many records are kept. */
const KEPT = 5_000;

/** Every call of the Bot API with the server's response, in the order of the responses. */
export class CallLog {
  readonly #events: EventLog;
  readonly #records: CallRecord[] = [];
  readonly #listeners = new Set<(record: CallRecord) => void>();
  #next = 0;

  constructor(events: EventLog) {
    this.#events = events;
  }

  get records(): readonly CallRecord[] {
    return this.#records;
  }

  /** The index that the next record gets. */
  get next(): number {
    return this.#next;
  }

  add(call: Omit<CallRecord, 'index'>): void {
    const record: CallRecord = { index: this.#next++, ...call };
    this.#records.push(record);
    if (this.#records.length > KEPT) this.#records.shift();
    this.#events.record({ type: 'call', call: record });
    for (const listener of [...this.#listeners]) listener(record);
  }

  /** Calls the listener for each new record; gives the function that ends it. */
  onAdd(listener: (record: CallRecord) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
