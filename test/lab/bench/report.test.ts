import { describe, expect, it } from 'vitest';
import { toText } from '../../../lab/bench/report.js';
import { olderResultAt, resultAt } from './results.js';

describe('the table', () => {
  const lines = toText(resultAt(2_000)).split('\n');
  const cellsOf = (name: string): string[] | undefined =>
    lines
      .find((line) => line.startsWith(name))
      ?.split(/ {2,}/)
      .slice(1);

  it('states each figure with its unit, and a stroke where there is none', () => {
    expect(cellsOf('jianbao')).toEqual(
      '2.00 s|0.40 s|3.00 ms|9.00 ms|4.00 ms|40.0|250 MB|98.0 %|100 %'.split('|'),
    );
    expect(cellsOf('minisearch-nodejieba')?.slice(0, 2)).toEqual(['40.0 s', '–']);
  });

  it('has a stroke where an older measurement lacks a figure', () => {
    const row = toText(olderResultAt(2_000))
      .split('\n')
      .find((line) => line.startsWith('jianbao'));
    expect(row).toMatch(/4\.00 ms +– +250 MB/);
  });

  it('states how many times the others take what the first takes', () => {
    expect(lines.find((line) => line.startsWith('× jianbao'))?.match(/[\d.]+ ×/g)).toEqual([
      '20.0 ×',
      '20.0 ×',
      '20.0 ×',
      '20.0 ×',
      '0.1 ×',
      '20.0 ×',
    ]);
  });
});
