import { describe, expect, it } from 'vitest';
import { toChart } from '../../../lab/bench/chart.js';
import { type BenchResult, toText } from '../../../lab/bench/report.js';
import type { SystemResult } from '../../../lab/bench/run.js';

function system(name: string, factor: number, restartMs: number | null): SystemResult {
  return {
    name,
    buildMs: 2_000 * factor,
    restartMs,
    p50Ms: 3 * factor,
    p99Ms: 9 * factor,
    stallMs: 4 * factor,
    peakRssMb: 250 * factor,
    'hit@1': 0.98,
    'hit@10': 1,
  };
}

const resultAt = (passages: number): BenchResult => ({
  passages,
  questions: 300,
  systems: [system('jianbao', 1, 400), system('minisearch-nodejieba', passages / 100, null)],
});

describe('the table', () => {
  const lines = toText(resultAt(2_000)).split('\n');
  const cellsOf = (name: string): string[] | undefined =>
    lines
      .find((line) => line.startsWith(name))
      ?.split(/ {2,}/)
      .slice(1);

  it('states each figure with its unit, and a stroke where there is none', () => {
    expect(cellsOf('jianbao')).toEqual(
      '2.00 s|0.40 s|3.00 ms|9.00 ms|4.00 ms|250 MB|98.0 %|100 %'.split('|'),
    );
    expect(cellsOf('minisearch-nodejieba')?.slice(0, 2)).toEqual(['40.0 s', '–']);
  });

  it('states how many times the others take what the first takes', () => {
    expect(lines.find((line) => line.startsWith('× jianbao'))?.match(/[\d.]+ ×/g)).toEqual(
      new Array(5).fill('20.0 ×'),
    );
  });
});

describe('the chart', () => {
  const chart = toChart([1_000, 5_000, 20_000].map(resultAt));

  it('has a line with a point a size, and the last figure, for each system in each panel', () => {
    expect(chart.match(/<polyline/g)).toHaveLength(2 * 3);
    expect(chart.match(/<circle/g)).toHaveLength(2 * 3 * 3);
    for (const figure of ['3 ms', '600 ms', '2 s', '400 s', '250 MB', '50,000 MB']) {
      expect(chart).toContain(`>${figure}</text>`);
    }
  });

  it('writes no two figures over each other where systems are equal', () => {
    const equal = {
      ...resultAt(1_000),
      systems: [system('a', 1, null), system('b', 1, null), system('c', 1, null)],
    };
    const heights = Array.from(toChart([equal]).matchAll(/y="([\d.]+)">3 ms</g), ([, y]) => Number(y)).sort(
      (a, b) => a - b,
    );
    expect(heights).toHaveLength(3);
    for (const [i, y] of heights.slice(1).entries())
      expect(y - (heights[i] as number)).toBeGreaterThanOrEqual(15);
  });

  it('gives no coordinate that is no number', () => {
    expect(toChart([resultAt(1_000)])).not.toMatch(/NaN|Infinity|undefined/);
  });
});
