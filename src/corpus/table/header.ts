import { joinedNames } from '../structure/column-names.js';
import { groupNames } from './groups.js';
import type { TableRow } from './table-row.js';

/** Names of columns are shorter; UTF-16 units. */
const LONGEST_NAME = 40;
/** Above a header there stand at most so many rows: a title, a date, a unit. */
const MOST_ABOVE = 5;
/** Figures with what they count, days, times, telephone numbers: what stands in rows, and in no header. */
const VALUE =
  /^[^\p{L}]*\d[^\p{L}]*(?:元|角|分|[万亿]元?|个|人|件|次|本|路|站|米|[公千]米|[公千]克|公斤|岁|天|[年月日号]|小?时|分钟|AM|PM)?$/iu;
/** Years, months, several months and quarters name columns too, beside others that are words. */
const PERIOD = /^(?:\d{4}年?|(?:\d{4}年)?(?:\d{1,2}月?[—–～~至到-]{1,2})?\d{1,2}月|第?[一二三四1-4]季度)$/u;

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
    const groups = groupsAt(rows, at, filled);
    if (groups)
      return { at, count: 2, names: joinedNames([groups, rows[at + 1]!.cells.map((cell) => cell.trim())]) };
    return isHeader(filled) && rows.length > at + 1 ? { at, count: 1, names: row.cells } : undefined;
  }
  return undefined;
}

/** The names of groups of columns, where the next row names each of their columns. */
function groupsAt(rows: readonly TableRow[], at: number, filled: readonly string[]): string[] | undefined {
  const [first, second, ...below] = rows.slice(at);
  if (!first || !second || below.length === 0 || !filled.every((cell) => PERIOD.test(cell) || isName(cell)))
    return undefined;
  return groupNames([first, second], below, isName, isFigure);
}

function isFigure(cell: string): boolean {
  return VALUE.test(cell);
}

function isHeader(cells: readonly string[]): boolean {
  const names = cells.filter((cell) => !PERIOD.test(cell));
  return names.length > 0 && names.every(isName) && new Set(cells).size > 1;
}

function isName(cell: string): boolean {
  return cell.length <= LONGEST_NAME && !VALUE.test(cell) && !/[。！？；]$/u.test(cell);
}
