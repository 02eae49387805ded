import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch, Logits, Model } from '../../../src/answering/reading/model.js';
import { modelsFolder } from '../../../src/answering/reading/open-reader.js';
import { readVocabulary } from '../../../src/answering/reading/vocabulary.js';

export const vocabulary = readVocabulary(join(modelsFolder(), 'reader-vocabulary.txt'));

/** Rows that `lab/reader/fixtures.py` wrote. */
export function rowsOf<Row>(name: string): Row[] {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as Row[];
}

/** `[start, end, start, end, …]` of ranges. */
export function flat(ranges: readonly { readonly start: number; readonly end: number }[]): number[] {
  return ranges.flatMap(({ start, end }) => [start, end]);
}

/** A model that is no network: each logit is made of the piece's id. It runs when it is told to. */
export class FakeModel implements Model {
  readonly batches: Batch[] = [];
  closed = false;
  /** What a run waits for. */
  gate: Promise<void> = Promise.resolve();
  fault: Error | undefined;
  private running = 0;

  async run(batch: Batch): Promise<Logits> {
    if (this.closed) throw new Error('run after close');
    if (++this.running > 1) throw new Error('two runs at once');
    this.batches.push(batch);
    await this.gate;
    this.running--;
    if (this.fault !== undefined) throw this.fault;
    const ids = Array.from(batch.ids, Number);
    return {
      start: Float32Array.from(ids, (id) => (id * 7) % 11),
      end: Float32Array.from(ids, (id) => (id * 5) % 13),
      answers: Float32Array.from({ length: batch.count }, (_, row) => ids[(row + 1) * batch.length - 2] ?? 0),
    };
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
