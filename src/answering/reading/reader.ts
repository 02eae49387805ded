import { type Encoded, encode, type WindowText } from './encode.js';
import { KeptReadings } from './kept-readings.js';
import { batchOf, type Logits, type Model } from './model.js';
import type { Reader, Reading, ReadOptions, ReadOutcome } from './reading.js';
import { bestStretch } from './stretch.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * Windows a run. More than one are hardly faster (two threads, windows of 220 pieces: 33 ms each, whether 1 or 5 at once),
 * are padded to the longest, and change one another's logits, since the quantized model scales a run as a whole (by 0.1 at
 * the start on average): alone, a window is read the same whatever is read beside it or remembered.
 */
export const BATCH = 1;
/**
 * Most questions that are read at a time. With eight windows of 35 ms each, the last of them has waited for 7 seconds;
 * who comes then is better served without the reader.
 */
export const MOST_WAITING = 24;

const BUSY: ReadOutcome = { kind: 'busy' };

/**
 * A reader on a model, which it closes in the end. The model runs once at a time; questions take turns, a batch each, in
 * the order in which they came. What was read lately is remembered, and what is just being read is not read twice.
 */
export function createReader(model: Model, vocabulary: Vocabulary): Reader {
  return new ModelReader(model, vocabulary);
}

class ModelReader implements Reader {
  private readonly kept = new KeptReadings();
  /** Readings under way, by the keys of `kept`; `undefined` comes when the reader is closed before. */
  private readonly underWay = new Map<string, Promise<Reading | undefined>>();
  /** Questions that need the model and are not done. */
  private waiting = 0;
  /** Ends with the last run that was asked for. */
  private lastRun: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly model: Model,
    private readonly vocabulary: Vocabulary,
  ) {}

  async read(
    question: string,
    windows: readonly WindowText[],
    { enough = () => false }: ReadOptions = {},
  ): Promise<ReadOutcome> {
    const readings: Reading[] = [];
    let waits = false;
    try {
      while (readings.length < windows.length) {
        const batch = windows.slice(readings.length, readings.length + BATCH);
        if (!waits && this.needsModel(question, batch)) {
          if (this.closed || this.waiting >= MOST_WAITING) return BUSY;
          this.waiting++;
          waits = true;
        }
        const read = await this.readBatch(question, batch);
        if (read === undefined) return BUSY;
        readings.push(...read);
        if (enough(readings)) break;
      }
      return { kind: 'read', readings };
    } finally {
      if (waits) this.waiting--;
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.lastRun;
    await this.model.close();
  }

  private needsModel(question: string, batch: readonly WindowText[]): boolean {
    return batch.some((window) => this.known(KeptReadings.keyOf(question, window)) === undefined);
  }

  private known(key: string): Reading | Promise<Reading | undefined> | undefined {
    return this.kept.get(key) ?? this.underWay.get(key);
  }

  /** Readings of a batch's windows, of which those that are not known go through the model in one run. */
  private async readBatch(question: string, batch: readonly WindowText[]): Promise<Reading[] | undefined> {
    const keys = batch.map((window) => KeptReadings.keyOf(question, window));
    const missing = new Map(
      keys.flatMap((key, at) => (this.known(key) === undefined ? [[key, batch[at] as WindowText] as const] : [])),
    );
    if (missing.size > 0) this.start(question, missing);
    const readings = await Promise.all(keys.map((key) => this.known(key)));
    return readings.every((reading) => reading !== undefined) ? readings : undefined;
  }

  /** Puts a run at the end of the queue. */
  private start(question: string, windows: ReadonlyMap<string, WindowText>): void {
    const run = this.lastRun.then(() =>
      this.closed ? undefined : this.run(question, Array.from(windows.values())),
    );
    this.lastRun = run.catch(() => {});
    for (const [at, key] of Array.from(windows.keys()).entries()) {
      const reading = run
        .then((readings) => {
          const read = readings?.[at];
          if (read !== undefined) this.kept.put(key, read);
          return read;
        })
        .finally(() => this.underWay.delete(key));
      this.underWay.set(key, reading);
    }
  }

  private async run(question: string, windows: readonly WindowText[]): Promise<Reading[]> {
    const inputs = windows.map((window) => encode(question, window, this.vocabulary));
    const batch = batchOf(inputs, this.vocabulary.padding);
    const logits = await this.model.run(batch);
    return inputs.map((input, row) => readingOf(input, logits, row, batch.length));
  }
}

function readingOf({ first, places }: Encoded, logits: Logits, row: number, length: number): Reading {
  const [start, end] = [logits.start, logits.end].map((all) => all.subarray(row * length, (row + 1) * length));
  return {
    answers: logits.answers[row] as number,
    ...bestStretch(start as Float32Array, end as Float32Array, first, places),
  };
}
