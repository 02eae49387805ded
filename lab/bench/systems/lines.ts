import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { BenchPassage } from '../material.js';

/** The passages of a file, one at a time. */
export async function* readPassages(corpus: string): AsyncGenerator<BenchPassage> {
  for await (const line of createInterface({ input: createReadStream(corpus) })) {
    yield JSON.parse(line) as BenchPassage;
  }
}
