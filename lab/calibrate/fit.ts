import type { LogisticWeights } from '../../src/answering/deciding/logistic.js';

/** One question as a logistic regression sees it. */
export interface Case {
  readonly facts: readonly number[];
  readonly is: boolean;
}

/** Keeps the weights of normalized facts small (ridge); without it a fact that is never seen to fail weighs without end. */
const RIDGE = 3;
const MOST_STEPS = 50;
const CLOSE = 1e-8;

/**
 * Fits a logistic regression by Newton's method on normalized facts.
 * @param names of the facts, in their order
 * @param cases at least one of either kind
 */
export function fitted(names: readonly string[], cases: readonly Case[]): LogisticWeights {
  const width = names.length;
  const mean = names.map((_, f) => average(cases.map(({ facts }) => facts[f] as number)));
  const scale = names.map((_, f) => {
    const off = cases.map(({ facts }) => ((facts[f] as number) - (mean[f] as number)) ** 2);
    return Math.sqrt(average(off)) || 1;
  });
  const rows = cases.map(({ facts }) => [
    ...facts.map((value, f) => (value - (mean[f] as number)) / (scale[f] as number)),
    1,
  ]);
  const weights = new Array<number>(width + 1).fill(0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const change = solve(...slopes(rows, cases, weights));
    for (let f = 0; f <= width; f++) weights[f] = (weights[f] as number) - (change[f] as number);
    if (Math.max(...change.map(Math.abs)) < CLOSE) break;
  }
  const own = names.map((_, f) => (weights[f] as number) / (scale[f] as number));
  const bias = own.reduce((sum, weight, f) => sum - weight * (mean[f] as number), weights[width] as number);
  return { facts: names, weights: own.map(rounded), bias: rounded(bias) };
}

/** The Hessian and the gradient of the loss. */
function slopes(
  rows: readonly (readonly number[])[],
  cases: readonly Case[],
  weights: readonly number[],
): [hessian: number[][], gradient: number[]] {
  const width = weights.length;
  const gradient = weights.map((weight, f) => (f === width - 1 ? 0 : RIDGE * weight));
  const hessian = weights.map((_, f) => weights.map((__, g) => (f === g && f < width - 1 ? RIDGE : 0)));
  for (const [at, row] of rows.entries()) {
    const odds = row.reduce((sum, value, f) => sum + value * (weights[f] as number), 0);
    const chance = 1 / (1 + Math.exp(-odds));
    const error = chance - ((cases[at] as Case).is ? 1 : 0);
    const curve = chance * (1 - chance);
    for (let f = 0; f < width; f++) {
      gradient[f] = (gradient[f] as number) + error * (row[f] as number);
      const line = hessian[f] as number[];
      for (let g = 0; g < width; g++)
        line[g] = (line[g] as number) + curve * (row[f] as number) * (row[g] as number);
    }
  }
  return [hessian, gradient];
}

/** Solves a system of linear equations by elimination with pivots; what does not bear on anything becomes 0. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] as number]);
  const count = rows.length;
  for (let at = 0; at < count; at++) {
    const pivot = rows.slice(at).reduce((best, row, i) => {
      return Math.abs(row[at] as number) > Math.abs((rows[best] as number[])[at] as number) ? at + i : best;
    }, at);
    [rows[at], rows[pivot]] = [rows[pivot] as number[], rows[at] as number[]];
    const head = rows[at] as number[];
    const by = head[at] as number;
    if (Math.abs(by) < 1e-12) continue;
    for (let other = 0; other < count; other++) {
      if (other === at) continue;
      const row = rows[other] as number[];
      const share = (row[at] as number) / by;
      if (share !== 0)
        for (let f = at; f <= count; f++) row[f] = (row[f] as number) - share * (head[f] as number);
    }
  }
  return rows.map((row, at) =>
    Math.abs(row[at] as number) < 1e-12 ? 0 : (row[count] as number) / (row[at] as number),
  );
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Four digits are more than the data can tell. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
