/**
 * A scorer of feature vectors: a network with one hidden layer (tanh), or none. Small enough that a call costs
 * microseconds; its weights are learned by `npm run train:ranking` and kept beside the code.
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
  const { features } = weights;
  if (features.join() !== expected.join()) {
    throw new ModelMismatchError(
      `the weights are for the features ${features.join(', ')}; the code computes ${expected.join(', ')}. Run \`npm run train:ranking\`.`,
    );
  }
  return scorer(weights);
}

/**
 * Most features of a row are 0. So what a row of zeros makes of each unit is computed once, and only the other values
 * are weighed, each by how far it takes the normalized feature from that of 0.
 */
function scorer({ features, mean, scale, hidden, output, direct }: ModelWeights): Model {
  const count = features.length;
  const width = hidden.length + 1;
  const normalized = (f: number, raw: number): number =>
    Math.max(-FARTHEST, Math.min(FARTHEST, (raw - (mean[f] as number)) * (scale[f] as number)));
  const ofZero = Float64Array.from(features, (_, f) => normalized(f, 0));
  // What each feature counts in each hidden unit, and, last, past them.
  const layers = [...hidden, direct];
  const weight = Float64Array.from(
    { length: count * width },
    (_, i) => layers[i % width]?.[Math.floor(i / width)] as number,
  );
  const start = Float64Array.from(layers, (layer) =>
    ofZero.reduce((sum, value, f) => sum + value * (layer[f] as number), layer[count] as number),
  );
  const sums = new Float64Array(width);
  return {
    score(row, offset = 0) {
      sums.set(start);
      for (let f = 0; f < count; f++) {
        const raw = row[offset + f] as number;
        if (raw === 0) continue;
        const change = normalized(f, raw) - (ofZero[f] as number);
        for (let u = 0, at = f * width; u < width; u++, at++)
          sums[u] = (sums[u] as number) + change * (weight[at] as number);
      }
      let total = sums[width - 1] as number;
      for (let u = 0; u < width - 1; u++) total += Math.tanh(sums[u] as number) * (output[u] as number);
      return total;
    },
  };
}
