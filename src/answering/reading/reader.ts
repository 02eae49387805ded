import { encode, type WindowText } from './encode.js';
import { KeptReadings, MOST_KEPT } from './kept-readings.js';
import { batchOf, type Model } from './model.js';
import { Patience, type Reader, type Reading, type ReadOptions, type ReadOutcome } from './reading.js';
import { bestStretch } from './stretch.js';
import type { Vocabulary } from './vocabulary.js';

/** Most questions that are read at a time, however quick the model is. */
export const MOST_WAITING = 24;
/** How long a question takes as long as none was read, and the share (0 to 1) of each one in what is expected of the next. */
const [EXPECTED_MS, LATEST] = [100, 0.1];

/** A question that is being read. */
interface Turn {
  /** The lower, the earlier it is read. */
  readonly rank: number;
  /** How long the model has run for it, in milliseconds. */
  ranMs: number;
}

/** A window that waits to be read, for a question. */
interface Waiting {
  readonly turn: Turn;
  /** Reads it, or not, where the reader is closed. */
  readonly go: () => Promise<unknown>;
}

const BUSY: ReadOutcome = { kind: 'busy' };

/**
 * A reader on a model, which it closes in the end. Windows are read one at a time, and one question after the other: were
 * they read in turns, each would wait for all windows of those beside it, and all be answered as late as the last. What was
 * read lately is remembered, and what is just being read is not read twice.
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
  /** How many of these nobody waits for: they are given up when others come. */
  private spare = 0;
  /** How long the model runs for a question, in milliseconds. */
  private expectedMs = EXPECTED_MS;
  /** Windows that wait to be read, those of the first question first. */
  private readonly queue: Waiting[] = [];
  /** Ends when nothing waits to be read any more; `undefined` while nothing does. */
  private running: Promise<void> | undefined;
  /** How many questions have had a turn. */
  private turns = 0;
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
    { enough = () => false, spare = false, patience = new Patience() }: ReadOptions = {},
  ): Promise<ReadOutcome> {
    const readings: Reading[] = [];
    const turn: Turn = { rank: this.turns++, ranMs: 0 };
    const begun = this.now();
    let waits = false;
    try {
      for (const window of windows) {
        const key = KeptReadings.keyOf(question, window);
        let reading = this.kept.get(key) ?? this.awaited.get(key);
        if (reading === undefined) {
          // What would be good to know is given up for those who come meanwhile.
          if (spare ? this.waiting > (waits ? 1 : 0) : !waits && !this.hasRoom(patience)) return BUSY;
          if (!waits) {
            this.waiting++;
            if (spare) this.spare++;
          }
          waits = true;
          reading = this.queued(key, question, window, turn);
        }
        const read = await reading;
        if (read === undefined) return BUSY;
        readings.push(read);
        if (enough(readings)) break;
      }
      return { kind: 'read', readings };
    } finally {
      if (waits) {
        this.waiting--;
        if (spare) this.spare--;
        patience.spend(Math.max(0, this.now() - begun - turn.ranMs));
      }
      if (turn.ranMs > 0) this.expectedMs += LATEST * (turn.ranMs - this.expectedMs);
    }
  }

  /** Whether another question would have its turn in time. */
  private hasRoom({ leftMs }: Patience): boolean {
    const before = this.waiting - this.spare;
    return before === 0 || (before < MOST_WAITING && before * this.expectedMs <= leftMs);
  }

  close(): Promise<void> {
    this.closing ??= (this.running ?? Promise.resolve()).then(() => this.model.close());
    return this.closing;
  }

  /** Has a window wait until it is read, behind the windows of earlier questions. */
  private queued(
    key: string,
    question: string,
    window: WindowText,
    turn: Turn,
  ): Promise<Reading | undefined> {
    const reading = new Promise<Reading | undefined>((resolve, reject) => {
      const go = async (): Promise<void> => {
        if (this.closing !== undefined) resolve(undefined);
        else await this.run(key, question, window, turn).then(resolve, reject);
      };
      const later = this.queue.findIndex((waiting) => waiting.turn.rank > turn.rank);
      this.queue.splice(later < 0 ? this.queue.length : later, 0, { turn, go });
    }).finally(() => this.awaited.delete(key));
    this.awaited.set(key, reading);
    this.running ??= this.runAll();
    return reading;
  }

  private async runAll(): Promise<void> {
    do {
      // Whose window was read has the next one in the queue by then.
      await new Promise(setImmediate);
      await this.queue.shift()?.go();
    } while (this.queue.length > 0);
    this.running = undefined;
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
