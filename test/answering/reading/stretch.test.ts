import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestStretch, LONGEST } from '../../../src/answering/reading/stretch.js';

/** Pieces of two units each. */
const placesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ start: 2 * at, end: 2 * at + 2 }));

/** The best stretch of logits that are given for “none” and, after one more piece of the question, for the text. */
function best(starts: readonly number[], ends: readonly number[], none: readonly [number, number] = [0, 0]) {
  const logits = (first: number, text: readonly number[]) => Float32Array.of(first, 99, ...text, 99);
  return bestStretch(logits(none[0], starts), logits(none[1], ends), 2, placesOf(starts.length));
}

describe('the best stretch', () => {
  test.each<[string, number[], number[], [number, number]]>([
    ['one piece', [0, 5, 0], [0, 5, 0], [2, 4]],
    ['several', [0, 5, 0, 0], [0, 0, 1, 5], [2, 8]],
    ['never ends before it begins', [0, 0, 5], [5, 0, 1], [4, 6]],
    ['of equals the first and shortest', [1, 1, 1], [1, 1, 1], [0, 2]],
    ['is as long as allowed at most', [5, ...Array(60).fill(0)], [...Array(60).fill(0), 9], [42, 122]],
  ])('%s', (_, starts, ends, [start, end]) => {
    expect(best(starts, ends).stretch).toEqual({ start, end });
  });

  test('leads over “no answer here” by its sum', () => {
    expect(best([0, 5, 0], [0, 4, 0], [1, 2]).lead).toBe(6);
    expect(best([0, 0], [0, 0], [4, 4]).lead).toBe(-8);
  });

  test('has a rival that does not overlap it, before or after it', () => {
    expect(best([3, 0, 5, 0], [3, 0, 5, 0]).rival).toBe(4);
    expect(best([0, 5, 0, 4], [0, 5, 0, 3]).rival).toBe(3);
    expect(best([5, 0], [0, 5]).rival).toBe(Number.POSITIVE_INFINITY);
  });

  test('is not there where the window has no piece', () => {
    expect(best([], [])).toEqual({
      stretch: undefined,
      lead: Number.NEGATIVE_INFINITY,
      share: 0,
      rival: Infinity,
    });
  });
});

const logit = fc.double({ min: -90, max: 90, noNaN: true });
const pairs = fc.array(fc.tuple(logit, logit), { minLength: 1, maxLength: 60 });

test('of any logits: no other sum is higher, and shares add up', () => {
  fc.assert(
    fc.property(pairs, logit, (text, none) => {
      const [starts, ends] = [0, 1].map((at) => text.map((pair) => Math.fround(pair[at] as number)));
      const [noStart, noEnd] = [Math.fround(none), 0];
      const { stretch, lead, share, rival } = best(starts as number[], ends as number[], [noStart, noEnd]);
      const sums: { sum: number; from: number; to: number }[] = [];
      for (const [from, start] of (starts as number[]).entries())
        for (const [to, end] of (ends as number[]).entries())
          if (from <= to && to < from + LONGEST) sums.push({ sum: start + end, from, to });
      const highest = Math.max(...sums.map(({ sum }) => sum));
      const apart = sums.filter(
        ({ from, to }) => 2 * to + 2 <= (stretch?.start ?? 0) || 2 * from >= (stretch?.end ?? 0),
      );
      expect(lead).toBeCloseTo(highest - noStart);
      expect(rival).toBeCloseTo(highest - Math.max(Number.NEGATIVE_INFINITY, ...apart.map(({ sum }) => sum)));
      const weights = [noStart, ...sums.map(({ sum }) => sum)].map((sum) => Math.exp(sum - highest));
      expect(share).toBeCloseTo(1 / weights.reduce((total, weight) => total + weight, 0), 9);
    }),
  );
});
