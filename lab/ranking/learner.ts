import type { ModelWeights } from '../../src/answering/ranking/model.js';
import { FARTHEST } from '../../src/answering/ranking/model.js';
import { randomFrom, shuffled } from '../random.js';
import { type Example, type Loss, Network, type NetworkWeights, rounded } from './network.js';

export interface LearnerOptions {
  readonly loss: Loss;
  /** Units of the hidden layer; 0 for a linear model. */
  readonly hidden: number;
  readonly epochs: number;
  /** Highest step; it falls to a twentieth along a cosine. */
  readonly rate: number;
  /** Weight decay. */
  readonly decay: number;
  readonly seed: number;
  /** How many networks, begun from different seeds, are averaged; default 1. */
  readonly networks?: number;
}

/** Examples a step. */
const BATCH = 16;
/**
 * Learns a scorer by Adam. The same examples, options and seed give the same weights.
 * @param features names of the columns of the rows
 */
export function learn(
  features: readonly string[],
  examples: readonly Example[],
  options: LearnerOptions,
): ModelWeights {
  const width = features.length;
  const { mean, scale } = normalization(examples, width);
  const inputs = examples.map(({ rows }) => normalized(rows, width, mean, scale));
  const learned = Array.from({ length: options.networks ?? 1 }, (_, i) =>
    learnOne(width, inputs, examples, { ...options, seed: options.seed + i }),
  );
  return { features, mean, scale, ...averaged(learned) };
}

/** The mean of networks is one network that has all their hidden units. */
function averaged(networks: readonly NetworkWeights[]): NetworkWeights {
  const count = networks.length;
  const [first] = networks as [NetworkWeights];
  return {
    hidden: networks.flatMap(({ hidden }) => hidden),
    output: networks.flatMap(({ output }) => output.map((weight) => rounded(weight / count))),
    direct: first.direct.map((_, f) =>
      rounded(networks.reduce((sum, { direct }) => sum + (direct[f] as number), 0) / count),
    ),
  };
}

function learnOne(
  width: number,
  inputs: readonly Float32Array[],
  examples: readonly Example[],
  options: LearnerOptions,
): NetworkWeights {
  const random = randomFrom(options.seed);
  const network = new Network(width, options.hidden, random);
  let order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    order = shuffled(order, random);
    const rate = options.rate * (0.05 + (0.95 * (1 + Math.cos((Math.PI * epoch) / options.epochs))) / 2);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      for (const i of batch)
        network.accumulate(inputs[i] as Float32Array, examples[i] as Example, options.loss);
      network.step(rate, batch.length, options.decay);
    }
  }
  return network.weights();
}

function normalization(examples: readonly Example[], width: number): { mean: number[]; scale: number[] } {
  const sum = new Float64Array(width);
  const squares = new Float64Array(width);
  let count = 0;
  for (const { rows } of examples) {
    count += rows.length / width;
    for (let i = 0; i < rows.length; i++) {
      const value = rows[i] as number;
      sum[i % width] = (sum[i % width] as number) + value;
      squares[i % width] = (squares[i % width] as number) + value * value;
    }
  }
  const mean = Array.from(sum, (total) => rounded(total / count));
  const scale = Array.from(squares, (total, f) => {
    const variance = total / count - (mean[f] as number) ** 2;
    return variance > 1e-9 ? rounded(1 / Math.sqrt(variance)) : 0;
  });
  return { mean, scale };
}

function normalized(
  rows: Float32Array,
  width: number,
  mean: readonly number[],
  scale: readonly number[],
): Float32Array {
  return rows.map((value, i) => {
    const f = i % width;
    return Math.max(-FARTHEST, Math.min(FARTHEST, (value - (mean[f] as number)) * (scale[f] as number)));
  });
}
