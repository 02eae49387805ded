import { hasMarkup } from '../markup/parse.js';
import type { Chunk } from './chunks.js';
import { plainLine } from './plain-line.js';

/** Where a batch ends, in UTF-16 units: a call of the parser costs as much as some hundred of them. */
const ENOUGH = 2_000;

/** Puts neighbouring chunks of text together where they have to be parsed, since many small calls take long. */
export function* batchesOf(chunks: Iterable<Chunk>): Generator<Chunk> {
  let batch: Batch | undefined;
  for (const chunk of chunks) {
    const parsed = chunk.kind === 'text' && chunk.lines.some(hasMarkup) && !plainLine(chunk);
    if (batch && (!parsed || batch.units > ENOUGH)) {
      yield batch.chunk;
      batch = undefined;
    }
    if (!parsed) yield chunk;
    else if (batch) batch.add(chunk);
    else batch = new Batch(chunk);
  }
  if (batch) yield batch.chunk;
}

class Batch {
  readonly #lines: string[];
  units = 0;

  constructor(private readonly first: Chunk) {
    this.#lines = [...first.lines];
    this.#count(first);
  }

  /** What was dropped in between stays as empty lines, so that the numbers of the lines hold. */
  add(chunk: Chunk): void {
    const next = this.first.line + this.#lines.length;
    this.#lines.push(...Array<string>(chunk.line - next).fill(''), ...chunk.lines);
    this.#count(chunk);
  }

  get chunk(): Chunk {
    return { kind: 'text', lines: this.#lines, line: this.first.line };
  }

  #count({ lines }: Chunk): void {
    for (const line of lines) this.units += line.length;
  }
}
