import type { Bilingual } from '../../language/bilingual.js';
import type { Encoded } from './encode.js';

/** Inputs side by side, padded to the length of the longest; each array has `count` rows of `length`. */
export interface Batch {
  readonly count: number;
  readonly length: number;
  /** Word pieces. */
  readonly ids: BigInt64Array;
  /** 0: question, 1: window. */
  readonly types: BigInt64Array;
  /** 1 where there is a piece, 0 where there is padding. */
  readonly mask: BigInt64Array;
}

/** What a model says of a batch; logits all. */
export interface Logits {
  /** That the answer begins with this piece; rows as in the batch. The first piece stands for “no answer here”. */
  readonly start: Float32Array;
  /** That it ends with this piece; rows as in the batch. */
  readonly end: Float32Array;
  /** That the window answers, one a row. */
  readonly answers: Float32Array;
}

/** A network that reads question and window together. */
export interface Model {
  /**
   * One run at a time; it does not hold up the event loop.
   * @throws ReadingError when the network fails or answers in other shapes
   */
  run(batch: Batch): Promise<Logits>;
  /** Gives its memory back; no run after it. */
  close(): Promise<void>;
}

/** A model that was opened without fault failed at reading; its batch is not read. */
export class ReadingError extends Error {
  override readonly name = 'ReadingError';

  /**
   * @param reason in a clause
   * @param ended whether the model is gone, so that it fails at every further batch too
   */
  constructor(
    readonly reason: Bilingual,
    readonly ended = false,
  ) {
    super(`the model could not read: ${reason.en}`);
  }
}

/**
 * @param inputs at least one
 * @param padding id of the piece that fills the shorter ones up
 */
export function batchOf(inputs: readonly Encoded[], padding: number): Batch {
  const count = inputs.length;
  const length = Math.max(...inputs.map(({ ids }) => ids.length));
  const ids = new BigInt64Array(count * length).fill(BigInt(padding));
  const types = new BigInt64Array(count * length);
  const mask = new BigInt64Array(count * length);
  for (const [row, input] of inputs.entries()) {
    const begin = row * length;
    ids.set(input.ids.map(BigInt), begin);
    types.set(input.types.map(BigInt), begin);
    mask.fill(1n, begin, begin + input.ids.length);
  }
  return { count, length, ids, types, mask };
}
