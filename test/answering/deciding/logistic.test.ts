import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CalibrationMismatchError, logistic } from '../../../src/answering/deciding/logistic.js';

const FACTS = ['one', 'two'];
const WEIGHTS = { facts: FACTS, weights: [2, -1], bias: 0.5 };

test('a chance is the logistic of the bias and what each fact adds', () => {
  const chance = logistic(WEIGHTS, FACTS)([1, 3]);
  expect(chance.effects).toEqual({ one: 2, two: -3 });
  expect(chance.probability).toBeCloseTo(1 / (1 + Math.exp(0.5)), 12);
});

test('nothing known leaves the bias', () => {
  expect(logistic({ ...WEIGHTS, bias: 0 }, FACTS)([0, 0]).probability).toBe(0.5);
});

test('is a chance and no more, whatever the facts; it grows with what speaks for it', () => {
  const value = fc.double({ min: -1000, max: 1000, noNaN: true });
  const model = logistic(WEIGHTS, FACTS);
  fc.assert(
    fc.property(value, value, fc.double({ min: 0, max: 10, noNaN: true }), (one, two, more) => {
      const { probability } = model([one, two]);
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
      expect(model([one + more, two]).probability).toBeGreaterThanOrEqual(probability);
      expect(model([one, two + more]).probability).toBeLessThanOrEqual(probability);
    }),
  );
});

test.each([[['two', 'one']], [['one']], [['one', 'two', 'three']]])(
  'weights of other facts than %j are refused, and it is told how to mend that',
  (expected) => {
    expect(() => logistic(WEIGHTS, expected)).toThrow(CalibrationMismatchError);
    expect(() => logistic(WEIGHTS, expected)).toThrow('npm run calibrate');
  },
);
