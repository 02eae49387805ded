import { groupedNames, ROWS_TELLING } from '../structure/column-groups.js';
import { isColumnName, isPeriod } from '../structure/column-words.js';
import type { TableRow } from './table-row.js';

/** Above a header there stand at most so many rows: a title, a date, a unit. */
const MOST_ABOVE = 5;
/** A fact of the whole in one cell: `单位：元`. */
const LABELLED = /^\p{Script=Han}{2,8}[:：]\s*\S/u;

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
 * @returns `undefined` where the first row of two cells or more that holds no facts of the whole is one like the others
 */
export function findHeader(rows: readonly TableRow[]): Header | undefined {
  let facts = 0;
  for (const [at, row] of rows.slice(0, MOST_ABOVE + 1).entries()) {
    const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (filled.length < 2 || filled.every((cell) => LABELLED.test(cell))) continue;
    if (filled.length <= facts && !isPaired(filled)) return undefined;
    const telling = rows.slice(at, at + ROWS_TELLING).map(({ cells }) => cells.map((cell) => cell.trim()));
    const names = groupedNames(telling, row.across);
    if (names) return { at, count: 2, names };
    if (filled.length > facts && isHeader(filled) && rows.length > at + 1)
      return { at, count: 1, names: row.cells };
    if (!isPaired(filled)) return undefined;
    facts = Math.max(facts, filled.length);
  }
  return undefined;
}

/** Whether cells are labels, each with its value behind it, as above a header: `更新日期 | 2026-10-12 | 经手 | 戚老板`. */
function isPaired(cells: readonly string[]): boolean {
  return cells.length % 2 === 0 && cells.every((cell, i) => i % 2 === 1 || isColumnName(cell));
}

function isHeader(cells: readonly string[]): boolean {
  const names = cells.filter((cell) => !isPeriod(cell));
  return names.length > 0 && names.every(isColumnName) && new Set(cells).size > 1;
}
