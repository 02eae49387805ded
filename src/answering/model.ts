/**
 * A scorer of feature vectors: a network with one hidden layer (tanh), or none. Small enough that a call costs
 * microseconds; its weights are learned by `npm run train` and kept beside the code.
 */
export interface ModelWeights {
  /** Names of the features in their order, so that weights cannot be applied to others. */
  readonly features: readonly string[];
  /** Features are shifted and scaled to mean 0 and deviation 1 before they are weighed. */
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** One row of weights a hidden unit, its bias last. */
  readonly hidden: readonly (readonly number[])[];
  /** Weight of each hidden unit. */
  readonly output: readonly number[];
  /** Weights of the features themselves, past the hidden layer, the bias last. */
  readonly direct: readonly number[];
}

/** Deviations from the mean past which a value counts as an outlier and is cut; the same in training. */
export const FARTHEST = 6;

export interface Model {
  /** @param row one value a feature; read from `offset` on */
  score(row: Float32Array, offset?: number): number;
}

/** The weights were learned for other features than the code computes. */
export class ModelMismatchError extends Error {
  override readonly name = 'ModelMismatchError';
}

/**
 * @param expected the features that the code computes, in order
 * @throws ModelMismatchError when the weights are for other features
 */
export function loadModel(weights: ModelWeights, expected: readonly string[]): Model {
  const { features, mean, scale, hidden, output, direct } = weights;
  if (features.join() !== expected.join()) {
    throw new ModelMismatchError(
      `the weights are for the features ${features.join(', ')}; the code computes ${expected.join(', ')}. Run \`npm run train\`.`,
    );
  }
  const count = features.length;
  const units = hidden.map((row) => Float32Array.from(row));
  const normal = new Float32Array(count);
  return {
    score(row, offset = 0) {
      let total = direct[count] as number;
      for (let f = 0; f < count; f++) {
        const raw = ((row[offset + f] as number) - (mean[f] as number)) * (scale[f] as number);
        const value = Math.max(-FARTHEST, Math.min(FARTHEST, raw));
        normal[f] = value;
        total += value * (direct[f] as number);
      }
      for (let u = 0; u < units.length; u++) {
        const unit = units[u] as Float32Array;
        let sum = unit[count] as number;
        for (let f = 0; f < count; f++) sum += (unit[f] as number) * (normal[f] as number);
        total += Math.tanh(sum) * (output[u] as number);
      }
      return total;
    },
  };
}
