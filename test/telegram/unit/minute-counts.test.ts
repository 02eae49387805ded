import { describe, expect, it } from 'vitest';
import { MinuteCounts } from '../../../src/telegram/surfaces/minute-counts.js';

describe('counts within a minute', () => {
  it.each<
    [what: string, adds: readonly (readonly [id: number, atSeconds: number])[], counts: readonly number[]]
  >([
    [
      'of one go up',
      [
        [1, 0],
        [1, 5],
        [1, 59],
      ],
      [1, 2, 3],
    ],
    [
      'begin anew a minute after the first',
      [
        [1, 0],
        [1, 59],
        [1, 60],
        [1, 61],
      ],
      [1, 2, 1, 2],
    ],
    [
      'of several are apart',
      [
        [1, 0],
        [2, 0],
        [-3, 0],
        [1, 1],
      ],
      [1, 1, 1, 2],
    ],
  ])('%s', (_, adds, expected) => {
    let seconds = 0;
    const counts = new MinuteCounts(() => seconds * 1000);
    const found = adds.map(([id, at]) => {
      seconds = at;
      return counts.add(id);
    });
    expect(found).toEqual(expected);
  });

  it('are kept of so many, those who came last', () => {
    const counts = new MinuteCounts(() => 0);
    for (let id = 0; id <= 20_000; id++) counts.add(id);
    expect(counts.add(20_000)).toBe(2);
    expect(counts.add(0)).toBe(1);
  });
});
