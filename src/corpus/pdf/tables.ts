import { type Line, median, rightOf } from './page-text.js';

/** Lines that follow one another: text, or the rows of a table. */
export type Stretch =
  | { readonly kind: 'text'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly rows: readonly CellRow[] };

/** A row of a table; '' for a cell that is empty. */
export interface CellRow {
  readonly cells: readonly string[];
  /** Counted from 1. */
  readonly page: number;
}

/** So many rows below one another, of two cells at least, are a table. */
const LEAST_ROWS = 3;
/** A table has a column that is narrower; columns of text are not. In sizes of the font. */
const NARROW = 8;
/** A column of text has lines as wide as this, and most of them are full. */
const [WIDE, MOST_FULL] = [10, 0.6];
/** How near to its column's right end a full line ends, in sizes of the font. */
const FULL = 1.5;
/** A list's numbers and bullets stand apart from its text as cells do. */
const MARKER = /^(?:[•●○■□◆◇▪‣➢·—-]|[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])[)）.、．]|[①-⑳])$/iu;

/** A column of cells: the stretch from the leftmost to the rightmost, in points. */
interface CellColumn {
  left: number;
  right: number;
}

/** Finds the tables among the lines of a page, which are in rows from the top to the bottom. */
export function stretchesOf(lines: readonly Line[]): Stretch[] {
  const stretches: Stretch[] = [];
  let text: Line[] = [];
  let rows: Line[][] = [];
  const close = () => {
    const table = tableOf(rows);
    if (table) {
      if (text.length > 0) stretches.push({ kind: 'text', lines: text });
      stretches.push({ kind: 'table', rows: table });
      text = [];
    } else text.push(...rows.flat());
    rows = [];
  };
  for (const row of rowsOf(lines)) {
    if (row.length < 2) {
      close();
      text.push(...row);
    } else {
      if (!isAligned([...rows, row])) close();
      rows.push(row);
    }
  }
  close();
  if (text.length > 0) stretches.push({ kind: 'text', lines: text });
  return stretches;
}

/** Lines of the same height together. */
function rowsOf(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && Math.abs(line.y - row[0]!.y) <= row[0]!.size / 2 && line.x >= rightOf(last))
      row.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** Whether the cells of the last row stand in the columns of the others: none of them reaches over two. */
function isAligned(rows: readonly (readonly Line[])[]): boolean {
  const columns = columnsOf(rows.slice(0, -1));
  if (columns.length === 0) return true;
  const last = rows.at(-1)!;
  const meets = last.map((cell) => columns.filter((column) => isIn(cell, column)).length);
  return meets.every((count) => count <= 1) && meets.filter((count) => count === 1).length >= 2;
}

function tableOf(rows: readonly (readonly Line[])[]): CellRow[] | undefined {
  if (rows.length < LEAST_ROWS) return undefined;
  const columns = columnsOf(rows);
  const size = median(rows.flat().map((line) => line.size));
  const cellsOf = (column: CellColumn) => rows.flatMap((row) => row.filter((cell) => isIn(cell, column)));
  const narrow = columns.filter(({ left, right }) => right - left < size * NARROW);
  const isText = columns.some((column) => isColumnOfText(cellsOf(column), column, size));
  const isList = columns.length === 2 && cellsOf(columns[0]!).every(({ text }) => MARKER.test(text));
  if (narrow.length === 0 || isText || isList) return undefined;
  return rows.map((row) => ({
    page: row[0]!.page,
    cells: columns.map((column) => row.find((cell) => isIn(cell, column))?.text ?? ''),
  }));
}

function isColumnOfText(cells: readonly Line[], { left, right }: CellColumn, size: number): boolean {
  const full = cells.filter((cell) => rightOf(cell) >= right - size * FULL).length;
  return right - left >= size * WIDE && full >= cells.length * MOST_FULL;
}

/** The columns that cells stand in, from the left to the right: what overlaps is one. */
function columnsOf(rows: readonly (readonly Line[])[]): CellColumn[] {
  const columns: CellColumn[] = [];
  for (const cell of rows.flat().sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last && cell.x < last.right) last.right = Math.max(last.right, rightOf(cell));
    else columns.push({ left: cell.x, right: rightOf(cell) });
  }
  return columns;
}

function isIn(cell: Line, { left, right }: CellColumn): boolean {
  return cell.x < right && rightOf(cell) > left;
}
