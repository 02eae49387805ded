/** A logistic regression: the log-odds are a weighted sum of facts. `npm run calibrate` learns it. */
export interface LogisticWeights {
  /** Names of the facts in their order, so that weights cannot be applied to others. */
  readonly facts: readonly string[];
  /** One a fact. */
  readonly weights: readonly number[];
  readonly bias: number;
}

/** A chance (0 to 1) with what each fact adds to its log-odds. */
export interface Chance {
  readonly probability: number;
  readonly effects: Readonly<Record<string, number>>;
}

/** The weights were learned for other facts than the code knows. */
export class CalibrationMismatchError extends Error {
  override readonly name = 'CalibrationMismatchError';
}

/**
 * @param expected the facts that the code knows, in order
 * @throws CalibrationMismatchError when the weights are for other facts
 */
export function logistic({ facts, weights, bias }: LogisticWeights, expected: readonly string[]) {
  if (facts.join() !== expected.join()) {
    throw new CalibrationMismatchError(
      `the weights are for the facts ${facts.join(', ')}; the code knows ${expected.join(', ')}. Run \`npm run calibrate\`.`,
    );
  }
  return (values: readonly number[]): Chance => {
    const effects = Object.fromEntries(
      facts.map((name, f) => [name, (weights[f] as number) * (values[f] as number)]),
    );
    const logOdds = Object.values(effects).reduce((sum, effect) => sum + effect, bias);
    return { probability: 1 / (1 + Math.exp(-logOdds)), effects };
  };
}
