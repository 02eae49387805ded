import { describe, expect, test } from 'vitest';
import type { Bin, Calibration } from '../../../lab/eval/calibration.js';
import { describeCalibration, toCalibrationChart } from '../../../lab/figures/calibration-chart.js';

const FILLED: Readonly<Record<number, Pick<Bin, 'questions' | 'score' | 'right'>>> = {
  0: { questions: 400, score: 0.04, right: 0.02 },
  5: { questions: 1, score: 0.5, right: 1 },
  9: { questions: 1600, score: 1, right: 0.96 },
};
const CALIBRATION: Calibration = {
  questions: 2001,
  error: 0.0362,
  bins: Array.from({ length: 10 }, (_, i) => ({
    from: i / 10,
    to: (i + 1) / 10,
    ...(FILLED[i] ?? { questions: 0, score: null, right: null }),
  })),
};

describe('the picture of a calibration', () => {
  const picture = toCalibrationChart(CALIBRATION);
  const found = (pattern: RegExp) =>
    Array.from(picture.matchAll(pattern), ([, ...groups]) => groups.map(Number));

  test('has a point for each bin with questions, as big as they are many, but never too small to be seen', () => {
    expect(found(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)).toEqual([
      [76.8, 377.6, 6.5],
      [224, 64, 2.5],
      [384, 76.8, 13],
    ]);
  });

  test('has the diagonal from corner to corner of the square', () => {
    expect(found(/<line class="axis" x1="(\d+)" y1="(\d+)" x2="(\d+)" y2="(\d+)" stroke-dash/g)).toEqual([
      [64, 384, 384, 64],
    ]);
  });

  test('has a bar for each bin, with its number of questions', () => {
    const bars = found(/<rect x="[\d.]+" y="[\d.]+" width="28" height="([\d.]+)"/g).flat();
    expect(bars).toEqual([16, 0, 0, 0, 0, 0, 0, 0, 0, 64]);
    const counts = found(/text-anchor="middle">(\d+)<\/text>/g).flat();
    expect(counts).toEqual([400, 0, 0, 0, 0, 1, 0, 0, 0, 1600]);
  });

  test('is read on light and dark pages, and has no coordinate that is no number', () => {
    expect(picture).toContain('prefers-color-scheme:dark');
    expect(picture).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  test('tells its figures in words', () => {
    expect(describeCalibration(CALIBRATION)).toBe(
      'Reliability diagram of 2,001 questions, 3.6 % apart on average. Mean chance given, share right and number of ' +
        'questions of each bin: 4.0 %, right 2.0 % (400); 50.0 %, right 100.0 % (1); 100.0 %, right 96.0 % (1,600)',
    );
  });
});
