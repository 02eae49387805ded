import { encode, type WindowText } from './encode.js';
import { KeptReadings, MOST_KEPT } from './kept-readings.js';
import { batchOf, type Model } from './model.js';
import type { Reader, Reading, ReadOptions, ReadOutcome } from './reading.js';
import { bestStretch } from './stretch.js';
import type { Vocabulary } from './vocabulary.js';

/** Most questions that are read at a time, however quick the model is. */
export const MOST_WAITING = 24;
/**
 * How long the questions before may take, in milliseconds, for another to be read. Where more is asked than can be read, a longer
 * queue has everybody wait and reads no more; who comes then is better served at once, without the reader.
 */
export const MOST_WAIT_MS = 400;
/** How long a question takes as long as none was read, and the share (0 to 1) of each one in what is expected of the next. */
const [EXPECTED_MS, LATEST] = [100, 0.1];

/** A question that is being read. */
interface Turn {
  /** How long the model has run for it, in milliseconds. */
  ranMs: number;
}

const BUSY: ReadOutcome = { kind: 'busy' };

/**
 * A reader on a model, which it closes in the end. Windows are read one at a time; questions take turns, a window each, in
 * the order in which they came. What was read lately is remembered, and what is just being read is not read twice.
 *
 * Several windows a run would save 2 to 6 % on one thread (220 pieces each: 59.7 ms one, 57.4 ms each of three) and lose it
 * again to padding (220, 180 and 110 pieces: 180 ms together, 132 ms singly). They would change one another's logits, too,
 * since the quantized model scales a run as a whole (the start's by 0.1 on average): alone, a window is read the same
 * whatever is read or remembered beside it.
 */
export function createReader(
  model: Model,
  vocabulary: Vocabulary,
  { mostKept = MOST_KEPT, now = () => performance.now() }: ReaderOptions = {},
): Reader {
  return new ModelReader(model, vocabulary, new KeptReadings(mostKept), now);
}

export interface ReaderOptions {
  /** How many readings are remembered: 4,096 by default. */
  readonly mostKept?: number | undefined;
  /** What the clock says, in milliseconds; by default `performance.now()`. */
  readonly now?: () => number;
}

class ModelReader implements Reader {
  /** Readings that are waited for, by the keys of `kept`; `undefined` comes when the reader is closed before. */
  private readonly awaited = new Map<string, Promise<Reading | undefined>>();
  /** Questions that need the model and are not done. */
  private waiting = 0;
  /** How long the model runs for a question, in milliseconds. */
  private expectedMs = EXPECTED_MS;
  /** Ends with the last run that was asked for. */
  private lastRun: Promise<unknown> = Promise.resolve();
  private closing: Promise<void> | undefined;

  constructor(
    private readonly model: Model,
    private readonly vocabulary: Vocabulary,
    private readonly kept: KeptReadings,
    private readonly now: () => number,
  ) {}

  async read(
    question: string,
    windows: readonly WindowText[],
    { enough = () => false, spare = false }: ReadOptions = {},
  ): Promise<ReadOutcome> {
    const readings: Reading[] = [];
    const turn: Turn = { ranMs: 0 };
    let waits = false;
    try {
      for (const window of windows) {
        const key = KeptReadings.keyOf(question, window);
        let reading = this.kept.get(key) ?? this.awaited.get(key);
        if (reading === undefined) {
          if (!waits && !this.hasRoom(spare)) return BUSY;
          if (!waits) this.waiting++;
          waits = true;
          reading = this.queue(key, question, window, turn);
        }
        const read = await reading;
        if (read === undefined) return BUSY;
        readings.push(read);
        if (enough(readings)) break;
      }
      return { kind: 'read', readings };
    } finally {
      if (waits) this.waiting--;
      if (turn.ranMs > 0) this.expectedMs += LATEST * (turn.ranMs - this.expectedMs);
    }
  }

  /** Whether another question would not have to wait for too long. */
  private hasRoom(spare: boolean): boolean {
    if (spare) return this.waiting === 0;
    return this.waiting < MOST_WAITING && this.waiting * this.expectedMs <= MOST_WAIT_MS;
  }

  close(): Promise<void> {
    this.closing ??= this.lastRun.then(() => this.model.close());
    return this.closing;
  }

  /** Puts a window at the end of the queue. */
  private queue(key: string, question: string, window: WindowText, turn: Turn): Promise<Reading | undefined> {
    const reading = this.lastRun
      .then(() => (this.closing === undefined ? this.run(key, question, window, turn) : undefined))
      .finally(() => this.awaited.delete(key));
    this.awaited.set(key, reading);
    this.lastRun = reading.catch(() => {});
    return reading;
  }

  private async run(key: string, question: string, window: WindowText, turn: Turn): Promise<Reading> {
    const began = this.now();
    const input = encode(question, window, this.vocabulary);
    const { start, end, answers } = await this.model.run(batchOf([input], this.vocabulary.padding));
    turn.ranMs += this.now() - began;
    const reading = { answers: answers[0] as number, ...bestStretch(start, end, input.first, input.places) };
    this.kept.put(key, reading);
    return reading;
  }
}
