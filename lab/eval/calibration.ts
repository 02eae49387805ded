import type { Outcome } from './outcome.js';
import { rounded } from './tally.js';

/** Questions whose first result was given about the same chance. */
export interface Bin {
  /** Least chance in it, 0 to 1. */
  readonly from: number;
  /** Chances in it are less; in the last bin 1 is too. */
  readonly to: number;
  readonly questions: number;
  /** Mean chance of its questions; `null` where it has none. */
  readonly score: number | null;
  /** Share of its questions whose first excerpt is right; `null` where it has none. */
  readonly right: number | null;
}

/** Whether a chance of 0.8 is right in 8 of 10. */
export interface Calibration {
  readonly questions: number;
  /** Expected calibration error (0 to 1): how far chance and share right lie apart, each bin counting by its questions. */
  readonly error: number;
  /** Ten, from the least chance to the greatest. */
  readonly bins: readonly Bin[];
}

const BINS = 10;

/**
 * Compares the chance that the first result was given with whether its excerpt is right (`Outcome.right`), over the set's own
 * questions with a result, whatever their status; near misses count as wrong. Undefined where there is no such question.
 */
export function calibrationOf(outcomes: readonly Outcome[]): Calibration | undefined {
  const judged = outcomes.flatMap(({ asked, score, right }) =>
    asked === 'foreign' || score === undefined ? [] : [{ score, right }],
  );
  if (judged.length === 0) return undefined;
  const bins = Array.from({ length: BINS }, (_, place) => {
    const among = judged.filter(({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)) === place);
    return {
      from: place / BINS,
      to: (place + 1) / BINS,
      questions: among.length,
      score: mean(among.map(({ score }) => score)),
      right: mean(among.map(({ right }) => Number(right))),
    };
  });
  const apart = bins.reduce((sum, { questions, score, right }) => {
    return sum + questions * Math.abs((score ?? 0) - (right ?? 0));
  }, 0);
  return {
    questions: judged.length,
    error: rounded(apart / judged.length),
    bins: bins.map((bin) => ({ ...bin, score: shortened(bin.score), right: shortened(bin.right) })),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function shortened(share: number | null): number | null {
  return share === null ? null : rounded(share);
}
