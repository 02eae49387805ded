import { describe, expect, test } from 'vitest';
import { type LearnerOptions, learn } from '../../../lab/train/learner.js';
import type { Example } from '../../../lab/train/network.js';
import { loadModel } from '../../../src/answering/ranking/model.js';

const FEATURES = ['first', 'second'] as const;
const OPTIONS: LearnerOptions = { loss: 'each', hidden: 4, epochs: 400, rate: 0.05, decay: 0, seed: 1 };
/** Exactly one of two: what no sum of the two can tell. */
const EITHER: readonly (readonly [number, number, number])[] = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
];
const CASES = EITHER.map(([a, b, is]): Example => ({ rows: Float32Array.of(a, b), target: [is] }));

function scores(options: LearnerOptions, examples = CASES): number[] {
  const model = loadModel(learn(FEATURES, examples, options), FEATURES);
  return EITHER.map(([a, b]) => model.score(Float32Array.of(a, b), 0));
}

describe('a scorer', () => {
  test('learns what no sum of its features could tell', () => {
    expect(scores(OPTIONS).map((score) => (score > 0 ? 1 : 0))).toEqual([0, 1, 1, 0]);
  });

  test('without hidden units is a sum, and does not', () => {
    const [none = 0, second = 0, first = 0, both = 0] = scores({ ...OPTIONS, hidden: 0 });
    expect(both - first).toBeCloseTo(second - none, 3);
  });

  test('tells which of the rows of an example is the right one', () => {
    const rows = Float32Array.from(EITHER.flatMap((row) => row.slice(0, 2)));
    const example: Example = { rows, target: [0, 0.5, 0.5, 0] };
    const [none = 0, second = 0, first = 0, both = 0] = scores({ ...OPTIONS, loss: 'list' }, [example]);
    expect(Math.min(first, second)).toBeGreaterThan(Math.max(none, both));
  });

  test('heeds what weighs more where examples contradict one another', () => {
    const says = (is: number, weight: number): Example => ({
      rows: Float32Array.of(1, 0),
      target: [is],
      weight,
    });
    const other: Example = { rows: Float32Array.of(0, 0), target: [0.5] };
    const [, , yes = 0] = scores(OPTIONS, [says(1, 3), says(0, 1), other]);
    const [, , no = 0] = scores(OPTIONS, [says(1, 1), says(0, 3), other]);
    expect(yes).toBeGreaterThan(0);
    expect(no).toBeLessThan(0);
  });

  test('is the same for the same seed, and another for another', () => {
    const brief = { ...OPTIONS, epochs: 2 };
    expect(learn(FEATURES, CASES, brief)).toEqual(learn(FEATURES, CASES, brief));
    expect(learn(FEATURES, CASES, { ...brief, seed: 2 })).not.toEqual(learn(FEATURES, CASES, brief));
  });

  test('of several networks scores their mean', () => {
    const brief = { ...OPTIONS, epochs: 2 };
    const single = [1, 2, 3].map((seed) => scores({ ...brief, seed }));
    const mean = EITHER.map((_, i) => single.reduce((sum, one) => sum + (one[i] as number), 0) / 3);
    scores({ ...brief, networks: 3 }).forEach((score, i) => {
      expect(score).toBeCloseTo(mean[i] as number, 3);
    });
  });
});

const THREE = ['one', 'two', 'three'];

test('a model learned several times is the mean of what was learned each time', () => {
  const rows = Float32Array.from({ length: 60 }, (_, i) => Math.sin(i * i));
  const examples = Array.from({ length: 10 }, (_, e) => ({
    rows: rows.subarray(e * 6, e * 6 + 6),
    target: e % 3 === 0 ? [1, 0] : [0, 1],
  }));
  const options = { loss: 'list', hidden: 2, epochs: 3, rate: 0.01, decay: 0, seed: 5 } as const;
  const [together, first, second] = [
    learn(THREE, examples, { ...options, networks: 2 }),
    learn(THREE, examples, options),
    learn(THREE, examples, { ...options, seed: 6 }),
  ].map((learned) => loadModel(learned, THREE).score(rows, 3));
  expect(together).toBeCloseTo(((first as number) + (second as number)) / 2, 4);
  expect(first).not.toBeCloseTo(second as number, 4);
});
