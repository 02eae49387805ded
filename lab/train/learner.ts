import type { ModelWeights } from '../../src/answering/features/model.js';
import { FARTHEST } from '../../src/answering/features/model.js';
import { randomFrom } from '../random.js';

/** Rows that compete with one another (`list`), or stand each for itself (`each`). */
export interface Example {
  /** Feature rows, one after the other. */
  readonly rows: Float32Array;
  /** What each row is worth: a distribution (`list`), or a probability (`each`). */
  readonly target: ArrayLike<number>;
  /** Weight of the example; default 1. */
  readonly weight?: number;
}

export interface LearnerOptions {
  /** `list`: softmax over the rows of an example; `each`: a logistic regression of every row. */
  readonly loss: 'list' | 'each';
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
/** Adam's constants (Kingma and Ba 2015). */
const [BETA_1, BETA_2, EPSILON] = [0.9, 0.999, 1e-8];
/** Errors below this move nothing and are passed over. */
const NEGLIGIBLE = 1e-5;

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

type NetworkWeights = Pick<ModelWeights, 'hidden' | 'output' | 'direct'>;

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
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
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

/** One hidden layer of tanh units beside a linear part, with its gradient. */
class Network {
  readonly #parameters: Float64Array;
  readonly #gradient: Float64Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #outputAt: number;
  readonly #directAt: number;
  #steps = 0;

  constructor(
    readonly width: number,
    readonly hidden: number,
    random: () => number,
  ) {
    this.#outputAt = hidden * (width + 1);
    this.#directAt = this.#outputAt + hidden;
    const count = this.#directAt + width + 1;
    this.#parameters = new Float64Array(count);
    for (let p = 0; p < this.#outputAt; p++) this.#parameters[p] = ((random() - 0.5) * 2) / Math.sqrt(width);
    for (let p = this.#outputAt; p < this.#directAt; p++) this.#parameters[p] = (random() - 0.5) / 2;
    this.#gradient = new Float64Array(count);
    this.#first = new Float64Array(count);
    this.#second = new Float64Array(count);
  }

  /** Adds one example's gradient. */
  accumulate(input: Float32Array, { target, weight = 1 }: Example, loss: LearnerOptions['loss']): void {
    const count = input.length / this.width;
    const activity = new Float64Array(count * this.hidden);
    const scores = new Float64Array(count);
    for (let row = 0; row < count; row++) scores[row] = this.#forward(input, row, activity);
    const highest = Math.max(...scores);
    let sum = 0;
    for (const score of scores) sum += Math.exp(score - highest);
    for (let row = 0; row < count; row++) {
      const score = scores[row] as number;
      const probability = loss === 'list' ? Math.exp(score - highest) / sum : 1 / (1 + Math.exp(-score));
      const error = weight * (probability - (target[row] as number));
      if (Math.abs(error) > NEGLIGIBLE) this.#backward(input, row, activity, error);
    }
  }

  #forward(input: Float32Array, row: number, activity: Float64Array): number {
    const { width, hidden } = this;
    const parameters = this.#parameters;
    const at = row * width;
    let score = parameters[this.#directAt + width] as number;
    for (let f = 0; f < width; f++)
      score += (input[at + f] as number) * (parameters[this.#directAt + f] as number);
    for (let unit = 0; unit < hidden; unit++) {
      const from = unit * (width + 1);
      let sum = parameters[from + width] as number;
      for (let f = 0; f < width; f++) sum += (input[at + f] as number) * (parameters[from + f] as number);
      const active = Math.tanh(sum);
      activity[row * hidden + unit] = active;
      score += active * (parameters[this.#outputAt + unit] as number);
    }
    return score;
  }

  #backward(input: Float32Array, row: number, activity: Float64Array, error: number): void {
    const { width, hidden } = this;
    const gradient = this.#gradient;
    const at = row * width;
    const direct = this.#directAt;
    gradient[direct + width] = (gradient[direct + width] as number) + error;
    for (let f = 0; f < width; f++)
      gradient[direct + f] = (gradient[direct + f] as number) + error * (input[at + f] as number);
    for (let unit = 0; unit < hidden; unit++) {
      const active = activity[row * hidden + unit] as number;
      const output = this.#outputAt + unit;
      gradient[output] = (gradient[output] as number) + error * active;
      const inner = error * (this.#parameters[output] as number) * (1 - active * active);
      const from = unit * (width + 1);
      gradient[from + width] = (gradient[from + width] as number) + inner;
      for (let f = 0; f < width; f++)
        gradient[from + f] = (gradient[from + f] as number) + inner * (input[at + f] as number);
    }
  }

  /** Moves the parameters against the mean gradient of a batch. */
  step(rate: number, batch: number, decay: number): void {
    this.#steps++;
    const unbias1 = 1 - BETA_1 ** this.#steps;
    const unbias2 = 1 - BETA_2 ** this.#steps;
    for (let p = 0; p < this.#parameters.length; p++) {
      const value = this.#parameters[p] as number;
      const slope = (this.#gradient[p] as number) / batch + decay * value;
      const first = BETA_1 * (this.#first[p] as number) + (1 - BETA_1) * slope;
      const second = BETA_2 * (this.#second[p] as number) + (1 - BETA_2) * slope * slope;
      this.#first[p] = first;
      this.#second[p] = second;
      this.#parameters[p] = value - (rate * (first / unbias1)) / (Math.sqrt(second / unbias2) + EPSILON);
    }
    this.#gradient.fill(0);
  }

  weights(): NetworkWeights {
    const all = Array.from(this.#parameters, rounded);
    const row = this.width + 1;
    return {
      hidden: Array.from({ length: this.hidden }, (_, unit) => all.slice(unit * row, (unit + 1) * row)),
      output: all.slice(this.#outputAt, this.#directAt),
      direct: all.slice(this.#directAt),
    };
  }
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

/** Five digits are more than the data can tell. */
function rounded(value: number): number {
  return Number(value.toPrecision(5));
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j] as number, list[i] as number];
  }
}
