import { joinedNames } from './column-names.js';
import { isColumnName, isFigure, isPeriod } from './column-words.js';

/** Columns that have a name together: the first and the last, counted from 0. */
export type Group = readonly [first: number, last: number];

/** How many rows tell what names the columns, those that do it included. */
export const ROWS_TELLING = 50;
/** So many of the cells below a group are figures where its names are no row. */
const LEAST_FIGURES = 0.5;

/**
 * The names of the columns where the first two rows of a table name them together, as where 一季度 stands over 收入 and 支出: the
 * first has cells that reach over several columns, or are followed by empty ones; below each of these, and nowhere else, there
 * is a name in the second. What the rows show must tell it apart from a row of words, too: the names are the same below each
 * group, or above figures, or other columns have one name across both rows.
 * @param rows the first of the table less the empty ones, by column; the text of a cell that reaches over several columns is in the first
 * @param across the cells of the first row that do, where that is known
 * @returns the names of both rows joined; `undefined` where they do not belong together
 */
export function groupedNames(
  [upper, lower, ...below]: readonly (readonly string[])[],
  across?: readonly Group[],
): string[] | undefined {
  if (!upper || !lower || below.length === 0 || !upper.every(isUpperName) || !lower.every(isLowerName))
    return undefined;
  const groups = across ? groupsAcross(across, upper, lower) : groupsByGaps(upper, lower);
  const grouped = new Set(groups.flatMap(columnsOf));
  const isNamedOnce = lower.every(
    (name, column) =>
      name === '' || grouped.has(column) || (upper[column] ?? '') === '' || upper[column] === name,
  );
  if (groups.length === 0 || !isNamedOnce) return undefined;
  const isTold =
    isRepeated(groups.map((group) => columnsOf(group).map((column) => lower[column] ?? ''))) ||
    upper.some((name, column) => name !== '' && name === lower[column]) ||
    groups.every((group) => isOverFigures(group, below));
  if (!isTold) return undefined;
  const spread = [...upper];
  for (const group of groups) for (const column of columnsOf(group)) spread[column] = upper[group[0]]!;
  return joinedNames([spread, lower]);
}

function isUpperName(cell: string): boolean {
  return cell === '' || isPeriod(cell) || isColumnName(cell);
}

/** Bare numbers may be years above words; below these they are figures. */
function isLowerName(cell: string): boolean {
  return isUpperName(cell) && !/^\d+$/u.test(cell);
}

/** Cells that reach over several columns, of which each has a name below. */
function groupsAcross(across: readonly Group[], upper: readonly string[], lower: readonly string[]): Group[] {
  return across.filter(
    (group) =>
      (upper[group[0]] ?? '') !== '' && columnsOf(group).every((column) => (lower[column] ?? '') !== ''),
  );
}

/** Cells that are followed by empty ones, with a name below each of them. */
function groupsByGaps(upper: readonly string[], lower: readonly string[]): Group[] {
  return upper.flatMap((name, first): Group[] => {
    if (name === '' || (lower[first] ?? '') === '') return [];
    let last = first;
    while ((upper[last + 1] ?? '') === '' && (lower[last + 1] ?? '') !== '') last++;
    return last > first ? [[first, last]] : [];
  });
}

function columnsOf([first, last]: Group): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** Whether the names below the groups are those of the first group again. */
function isRepeated([first, ...others]: readonly (readonly string[])[]): boolean {
  const key = first?.join('\n');
  return others.length > 0 && others.every((names) => names.join('\n') === key);
}

function isOverFigures(group: Group, below: readonly (readonly string[])[]): boolean {
  return columnsOf(group).every((column) => {
    const cells = below.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter(isFigure).length >= cells.length * LEAST_FIGURES;
  });
}
