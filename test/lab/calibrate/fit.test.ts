import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Case, fitted } from '../../../lab/calibrate/fit.js';
import { randomFrom } from '../../../lab/random.js';
import { logistic } from '../../../src/answering/deciding/logistic.js';

const NAMES = ['first', 'second', 'third'] as const;

/** Cases whose log-odds are a sum of facts. */
function generated(weights: readonly number[], bias: number, count: number, seed = 1): Case[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const facts = weights.map(() => 4 * random() - 2);
    const odds = facts.reduce((sum, fact, f) => sum + fact * (weights[f] as number), bias);
    return { facts, is: random() < 1 / (1 + Math.exp(-odds)) };
  });
}

function chances(names: readonly string[], cases: readonly Case[]): number[] {
  const chance = logistic(fitted(names, cases), names);
  return cases.map(({ facts }) => chance(facts).probability);
}

describe('a fit', () => {
  test.each<[weights: readonly number[], bias: number]>([
    [[1.5, -2, 0], 0.5],
    [[0, 0, 0], -1.5],
    [[0.3, 0.6, -1.2], 2],
  ])('recovers the weights %j and the bias %d that made its cases', (weights, bias) => {
    const found = fitted(NAMES, generated(weights, bias, 20_000));
    expect(found.facts).toEqual(NAMES);
    const off = weights.map((weight, f) => Math.abs(weight - (found.weights[f] as number)));
    expect(Math.max(...off, Math.abs(bias - found.bias))).toBeLessThan(0.15);
  });

  test('gives the same chances whatever the facts are measured in', () => {
    const cases = generated([1, -1], 0.2, 300);
    const own = chances(['a', 'b'], cases);
    const scale = fc.double({ min: 0.001, max: 1000, noNaN: true });
    const shift = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(scale, shift, (by, to) => {
        const other = cases.map(({ facts: [a = 0, b = 0], is }) => ({ facts: [a * by + to * by, b], is }));
        const given = chances(['a', 'b'], other);
        const apart = given.map((chance, at) => Math.abs(chance - (own[at] as number)));
        // Weights are kept with four digits.
        expect(Math.max(...apart)).toBeLessThan(0.05);
      }),
      { numRuns: 30 },
    );
  });

  test('learns nothing of a fact that is always the same, and is not led astray by it', () => {
    const cases = generated([1.5], -0.5, 2_000);
    const { weights, bias } = fitted(['one'], cases);
    const constant = fitted(
      ['one', 'same'],
      cases.map(({ facts, is }) => ({ facts: [...facts, 7], is })),
    );
    expect(constant.weights).toEqual([weights[0], 0]);
    expect(constant.bias).toBeCloseTo(bias, 3);
  });

  test('shares what two facts say that are the same', () => {
    const cases = generated([2], 0, 2_000).map(({ facts: [a = 0], is }) => ({ facts: [a, a], is }));
    const [one = 0, other = 0] = fitted(['a', 'again'], cases).weights;
    expect(one).toBeCloseTo(other, 2);
    expect(one + other).toBeCloseTo(2, 0);
  });

  test('of a fact that never fails stays finite', () => {
    const cases = Array.from({ length: 40 }, (_, i) => ({ facts: [i < 20 ? -1 : 1], is: i >= 20 }));
    const { weights, bias } = fitted(['sure'], cases);
    expect(weights[0]).toBeGreaterThan(1);
    expect(weights[0]).toBeLessThan(10);
    expect(bias).toBeCloseTo(0, 6);
  });

  test('is on average as often right as it says', () => {
    const cases = generated([1, -0.5, 0.2], -1, 3_000, 7);
    const mean = chances(NAMES, cases).reduce((sum, chance) => sum + chance, 0) / cases.length;
    expect(mean).toBeCloseTo(cases.filter(({ is }) => is).length / cases.length, 3);
  });
});
