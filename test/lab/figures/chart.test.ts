import { describe, expect, it } from 'vitest';
import { toChart } from '../../../lab/figures/chart.js';
import { resultAt, system } from '../bench/results.js';

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
