import type { ModelWeights } from '../../src/answering/ranking/model.js';

/** Rows that compete with one another (`list`), or stand each for itself (`each`). */
export interface Example {
  /** Feature rows, one after the other. */
  readonly rows: Float32Array;
  /** What each row is worth: a distribution (`list`), or a probability (`each`). */
  readonly target: ArrayLike<number>;
  /** Weight of the example; default 1. */
  readonly weight?: number;
}

/** `list`: softmax over the rows of an example; `each`: a logistic regression of every row. */
export type Loss = 'list' | 'each';

export type NetworkWeights = Pick<ModelWeights, 'hidden' | 'output' | 'direct'>;

/** Adam's constants (Kingma and Ba 2015). */
const [BETA_1, BETA_2, EPSILON] = [0.9, 0.999, 1e-8];
/** Errors below this move nothing and are passed over. */
const NEGLIGIBLE = 1e-5;

/** One hidden layer of tanh units beside a linear part, with its gradient. */
export class Network {
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
  accumulate(input: Float32Array, { target, weight = 1 }: Example, loss: Loss): void {
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

/** Five digits are more than the data can tell. */
export function rounded(value: number): number {
  return Number(value.toPrecision(5));
}
