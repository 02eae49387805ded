import { LONGEST_REPEATED } from '../structure/column-names.js';
import type { TableRow } from '../table/table-row.js';
import { MOST_CELLS } from './sheet-extent.js';
import type { Merge } from './sheet-marks.js';

/**
 * The rows of a sheet with what its merged cells say: one that covers several rows counts in each that says something else,
 * too; one that covers several columns counts in the first.
 * @param rows the texts of the cells, from the first row on
 */
export function withMerges(rows: readonly (readonly string[])[], merges: readonly Merge[]): TableRow[] {
  const cells = rows.map((row) => [...row]);
  const across = rows.map((): (readonly [first: number, last: number])[] => []);
  const speaks = rows.map((row) => row.some((cell) => cell !== ''));
  let left = MOST_CELLS;
  for (const {
    rows: [top, bottom],
    columns,
  } of merges) {
    const text = rows[top]?.[columns[0]] ?? '';
    const isTold = text !== '' && text.length <= LONGEST_REPEATED;
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) {
      left -= columns[1] - columns[0] + 1;
      if (left < 0) break;
      if (row > top && speaks[row] && isTold) cells[row]![columns[0]] = text;
      if (columns[1] > columns[0]) across[row]!.push(columns);
    }
  }
  return cells.map((row, i) => ({
    number: i + 1,
    cells: row,
    ...(across[i]!.length > 0 && { across: across[i]! }),
  }));
}
