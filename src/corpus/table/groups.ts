import type { TableRow } from './table-row.js';

/** Columns that have a name together: the first and the last, counted from 0. */
type Group = readonly [first: number, last: number];

/** How much of the rows below is looked at. */
const MOST_ROWS = 50;
/** So many of the cells below a group are figures where its names are no row. */
const LEAST_FIGURES = 0.5;

/**
 * Tells whether two rows name the columns together, as where 一季度 stands over 收入 and 支出: the first has cells that reach
 * over several columns, or are followed by empty ones; below each of these, and nowhere else, there is a name in the second.
 * What the rows show must tell it apart from a row of words, too: the names are the same below each group, or above figures,
 * or other columns have one name across both rows.
 * @param below the rows after the two
 * @param isName whether a cell may be the name of a column
 * @param isFigure whether it is what stands in rows
 * @returns the first row's names, each in all columns that it is for; `undefined` where the first row is the header alone
 */
export function groupNames(
  [first, second]: readonly [TableRow, TableRow],
  below: readonly TableRow[],
  isName: (cell: string) => boolean,
  isFigure: (cell: string) => boolean,
): string[] | undefined {
  const [upper, lower] = [trimmed(first), trimmed(second)];
  const groups = first.across ? groupsAcross(first.across, upper, lower) : groupsByGaps(upper, lower);
  const grouped = new Set(groups.flatMap(columnsOf));
  const isNamedOnce = lower.every(
    (name, column) =>
      name === '' || grouped.has(column) || (upper[column] ?? '') === '' || upper[column] === name,
  );
  const names = groups.map((group) => columnsOf(group).map((column) => lower[column] ?? ''));
  if (groups.length === 0 || !isNamedOnce || !lower.every((name) => name === '' || isName(name)))
    return undefined;
  const isTold =
    isRepeated(names) ||
    upper.some((name, column) => name !== '' && name === lower[column]) ||
    groups.every((group) => isOverFigures(group, below, isFigure));
  if (!isTold) return undefined;
  const spread = [...upper];
  for (const group of groups) for (const column of columnsOf(group)) spread[column] = upper[group[0]]!;
  return spread;
}

function trimmed({ cells }: TableRow): string[] {
  return cells.map((cell) => cell.trim());
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

function isOverFigures(
  group: Group,
  below: readonly TableRow[],
  isFigure: (cell: string) => boolean,
): boolean {
  return columnsOf(group).every((column) => {
    const cells = below
      .slice(0, MOST_ROWS)
      .map(({ cells }) => (cells[column] ?? '').trim())
      .filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter(isFigure).length >= cells.length * LEAST_FIGURES;
  });
}
