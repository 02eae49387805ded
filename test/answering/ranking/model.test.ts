import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FARTHEST,
  loadModel,
  ModelMismatchError,
  type ModelWeights,
} from '../../../src/answering/ranking/model.js';

const FEATURES = ['one', 'two', 'three'];
const number = fc.double({ min: -3, max: 3, noNaN: true });
const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length });

const weights = fc.record({
  features: fc.constant(FEATURES),
  mean: numbers(3),
  scale: numbers(3),
  hidden: fc.array(numbers(4), { minLength: 2, maxLength: 2 }),
  output: numbers(2),
  direct: numbers(4),
}) satisfies fc.Arbitrary<ModelWeights>;

/** The formula, without anything that makes it fast. */
function plainScore({ mean, scale, hidden, output, direct }: ModelWeights, row: Float32Array): number {
  const normal = Array.from(row, (value, f) =>
    Math.max(-FARTHEST, Math.min(FARTHEST, (value - (mean[f] as number)) * (scale[f] as number))),
  );
  const weigh = (layer: readonly number[]): number =>
    normal.reduce((sum, value, f) => sum + value * (layer[f] as number), layer[normal.length] as number);
  return hidden.reduce((sum, unit, u) => sum + Math.tanh(weigh(unit)) * (output[u] as number), weigh(direct));
}

describe('a model', () => {
  it('scores a row by the formula, wherever in the rows it stands and however many zeros it has', () => {
    const value = fc.oneof(fc.constant(0), fc.float({ min: -100, max: 100, noNaN: true }));
    fc.assert(
      fc.property(weights, fc.array(value, { minLength: 3, maxLength: 3 }), (learned, values) => {
        const row = Float32Array.from(values);
        const model = loadModel(learned, FEATURES);
        expect(model.score(Float32Array.of(7, 7, 7, ...row), 3)).toBeCloseTo(plainScore(learned, row), 8);
      }),
    );
  });

  it('refuses weights of other features', () => {
    const learned = fc.sample(weights, 1)[0] as ModelWeights;
    expect(() => loadModel(learned, ['one', 'three', 'two'])).toThrow(ModelMismatchError);
  });
});
