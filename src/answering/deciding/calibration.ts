import { readFileSync } from 'node:fs';
import { READ_FACTS, STRETCH_FACTS, WORD_FACTS } from './facts.js';
import { type Chance, type LogisticWeights, logistic } from './logistic.js';

/** How likely things are, as `npm run calibrate` found on questions that neither ranking nor reader learned from. */
export interface Calibration {
  /** That what is shown first holds the answer, after reading; of `READ_FACTS`. */
  readonly answers: (facts: readonly number[]) => Chance;
  /** That the stretch is the answer, given that it is shown first; of `STRETCH_FACTS`. */
  readonly stretch: (facts: readonly number[]) => Chance;
  /** That the passage is what the question is about, whether it answers or not; of `READ_FACTS`. */
  readonly about: (facts: readonly number[]) => Chance;
  /** As `answers`, without reading; of `WORD_FACTS`. */
  readonly answersUnread: (facts: readonly number[]) => Chance;
  /** As `about`, without reading; of `WORD_FACTS`. */
  readonly aboutUnread: (facts: readonly number[]) => Chance;
}

/** What `npm run calibrate` writes beside this file. */
export interface CalibrationFile {
  readonly about: Readonly<Record<string, unknown>>;
  readonly models: Readonly<Record<keyof Calibration, LogisticWeights>>;
}

/**
 * Reads the calibration that comes with the code.
 * @throws CalibrationMismatchError when it was learned for other facts than the code knows
 */
export function readCalibration(): Calibration {
  const file = new URL('./calibration.json', import.meta.url);
  const { models } = JSON.parse(readFileSync(file, 'utf8')) as CalibrationFile;
  return {
    answers: logistic(models.answers, READ_FACTS),
    stretch: logistic(models.stretch, STRETCH_FACTS),
    about: logistic(models.about, READ_FACTS),
    answersUnread: logistic(models.answersUnread, WORD_FACTS),
    aboutUnread: logistic(models.aboutUnread, WORD_FACTS),
  };
}
