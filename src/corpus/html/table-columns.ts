import { type Group, groupedNames, ROWS_TELLING } from '../structure/column-groups.js';
import { joinedNames, LONGEST_REPEATED } from '../structure/column-names.js';
import type { Cell, Row } from './table-cells.js';

/** Cells further to the right cover nothing but their own place. */
const MOST_COLUMNS = 200;

/** The texts of rows by column. A cell that covers several rows counts in each; of several columns, in the first. */
export function cellTexts(rows: readonly Row[]): string[][] {
  return spread(rows, false);
}

/** The names of the columns where the first two rows name them together, though neither is marked as a header. */
export function namesOfGroups(rows: readonly Row[]): string[] | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const across: Group[] = [];
  let column = 0;
  for (const { columns } of first.cells) {
    if (columns > 1) across.push([column, column + columns - 1]);
    column += columns;
  }
  return groupedNames(cellTexts(rows.slice(0, ROWS_TELLING)), across.length > 0 ? across : undefined);
}

/** The names of the columns, of several rows those of each joined: `票价 周末`. */
export function columnNames(heads: readonly Row[]): string[] {
  const names = spread(heads, true);
  return names.length > 1 ? joinedNames(names) : (names[0] ?? []);
}

/** @param everywhere whether a cell counts in every column that it covers */
function spread(rows: readonly Row[], everywhere: boolean): string[][] {
  /** What reaches down into the next row, by column, and for how many rows more. */
  const covers: ({ readonly text: string; left: number } | undefined)[] = [];
  return rows.map(({ cells }) => {
    const texts: string[] = [];
    const fromAbove = (): boolean => {
      const cover = covers[texts.length];
      if (!cover || cover.left === 0) return false;
      cover.left--;
      texts.push(cover.text);
      return true;
    };
    for (const cell of cells) {
      while (fromAbove());
      place(cell, texts, covers, everywhere);
    }
    while (fromAbove());
    return texts;
  });
}

function place(
  { text, columns, rows }: Cell,
  texts: string[],
  covers: ({ readonly text: string; left: number } | undefined)[],
  everywhere: boolean,
): void {
  const width = texts.length < MOST_COLUMNS ? columns : 1;
  for (let i = 0; i < width; i++) {
    const shown = i === 0 || everywhere ? text : '';
    const below = shown.length <= LONGEST_REPEATED ? shown : '';
    if (texts.length < MOST_COLUMNS) covers[texts.length] = { text: below, left: rows - 1 };
    texts.push(shown);
  }
}
