import { describe, expect, test } from 'vitest';
import { encode, LENGTH } from '../../../src/answering/reading/encode.js';
import { batchOf } from '../../../src/answering/reading/model.js';
import { flat, rowsOf, vocabulary } from './support.js';

/** A row of `inputs.json`; `zeros` is the number of pieces of type 0. */
type Row = [
  question: string,
  context: string,
  text: string,
  ids: number[],
  zeros: number,
  first: number,
  places: number[],
];

describe('an input is what the model was learned with', () => {
  test.each(rowsOf<Row>('inputs.json'))(
    '%j | %j | %j',
    (question, context, text, ids, zeros, first, places) => {
      const encoded = encode(question, { context, text }, vocabulary);
      expect(encoded.ids).toEqual(ids);
      expect(encoded.types).toEqual(ids.map((_, at) => (at < zeros ? 0 : 1)));
      expect(encoded.first).toBe(first);
      expect(flat(encoded.places)).toEqual(places);
      expect(encoded.ids.length).toBeLessThanOrEqual(LENGTH);
      expect(encoded.types).toHaveLength(ids.length);
    },
  );
});

test('a batch has its inputs in rows, padded to the longest', () => {
  const inputs = [
    { ids: [7, 8, 9], types: [0, 0, 1], first: 2, places: [] },
    { ids: [5], types: [1], first: 0, places: [] },
  ];
  expect(batchOf(inputs, 3)).toEqual({
    count: 2,
    length: 3,
    ids: BigInt64Array.of(7n, 8n, 9n, 5n, 3n, 3n),
    types: BigInt64Array.of(0n, 0n, 1n, 1n, 0n, 0n),
    mask: BigInt64Array.of(1n, 1n, 1n, 1n, 0n, 0n),
  });
});
