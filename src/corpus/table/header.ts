import { groupedNames, ROWS_TELLING } from '../structure/column-groups.js';
import { isColumnName, isPeriod } from '../structure/column-words.js';
import type { TableRow } from './table-row.js';

/** Above a header there stand at most so many rows: a title, a date, a unit. */
const MOST_ABOVE = 5;

/** The rows that name the columns. */
export interface Header {
  /** Number of the first of them, counted from 0, and how many they are: 1, or 2 where names stand below those of groups. */
  readonly at: number;
  readonly count: number;
  readonly names: readonly string[];
}

/**
 * Finds the rows that name the columns.
 * @param rows less the empty ones
 * @returns `undefined` where the first row of two cells or more is one like the others
 */
export function findHeader(rows: readonly TableRow[]): Header | undefined {
  for (const [at, row] of rows.slice(0, MOST_ABOVE + 1).entries()) {
    const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (filled.length < 2) continue;
    const telling = rows.slice(at, at + ROWS_TELLING).map(({ cells }) => cells.map((cell) => cell.trim()));
    const names = groupedNames(telling, row.across);
    if (names) return { at, count: 2, names };
    return isHeader(filled) && rows.length > at + 1 ? { at, count: 1, names: row.cells } : undefined;
  }
  return undefined;
}

function isHeader(cells: readonly string[]): boolean {
  const names = cells.filter((cell) => !isPeriod(cell));
  return names.length > 0 && names.every(isColumnName) && new Set(cells).size > 1;
}
