import { type Line, median, rightOf } from './page-text.js';
import { type CellRow, stretchesOf } from './tables.js';

/** Lines that stand below one another, and the stretch that they fill; points. */
export interface Column {
  readonly left: number;
  readonly right: number;
  readonly lines: readonly Line[];
}

/** What is read after one another on a page. */
export type Part = { readonly kind: 'column'; readonly column: Column } | Table;

interface Table {
  readonly kind: 'table';
  readonly rows: readonly CellRow[];
}

/** Narrowest space between columns, in sizes of the text. */
const NARROWEST_GUTTER = 0.8;
/** Narrowest column, in sizes of the text. */
const NARROWEST_COLUMN = 5;
/** Share of a page's lines that may cross the space between columns, as headlines do. */
const MOST_CROSSING = 0.1;
/** A column has so many lines at least: fewer are cells of a table. */
const LEAST_LINES = 3;

/** A page's lines in the order in which they are read: columns, and tables, which part what is above from what is below. */
export function partsOf(lines: readonly Line[]): Part[] {
  const stretches = stretchesOf(lines);
  const text = stretches.flatMap((stretch) => (stretch.kind === 'text' ? stretch.lines : []));
  const gutters = text.length === 0 ? [] : guttersOf(text);
  return stretches.flatMap((stretch): Part[] => {
    if (stretch.kind === 'table') return [stretch];
    return columnsOf(stretch.lines, gutters).map((column) => ({ kind: 'column', column }));
  });
}

/** Lines column after column; what stands across columns parts what is above from what is below. */
function columnsOf(lines: readonly Line[], gutters: readonly number[]): Column[] {
  const columns: Column[] = [];
  let band: Line[] = [];
  const flush = () => {
    columns.push(...divide(band, gutters));
    band = [];
  };
  let across: Line[] = [];
  for (const line of lines) {
    const crosses = gutters.some((at) => line.x < at && rightOf(line) > at);
    if (crosses) flush();
    else if (across.length > 0) {
      columns.push(columnOf(across));
      across = [];
    }
    (crosses ? across : band).push(line);
  }
  if (across.length > 0) columns.push(columnOf(across));
  flush();
  return columns;
}

function divide(lines: readonly Line[], gutters: readonly number[]): Column[] {
  const edges = [-Infinity, ...gutters, Infinity];
  return edges.slice(1).flatMap((edge, i) => {
    const inside = lines.filter(({ x }) => x >= edges[i]! && x < edge);
    return inside.length === 0 ? [] : columnOf(inside);
  });
}

function columnOf(lines: readonly Line[]): Column {
  const left = lines.reduce((least, { x }) => Math.min(least, x), Infinity);
  const right = lines.reduce((most, line) => Math.max(most, rightOf(line)), -Infinity);
  return { left, right, lines };
}

/** Where the spaces between the columns of a page are: their middles, from the left to the right, in points. */
function guttersOf(lines: readonly Line[]): number[] {
  const size = median(lines.map((line) => line.size));
  const crossing = coverage(lines);
  const left = crossing.findIndex((count) => count > 0);
  const most = Math.max(1, lines.length * MOST_CROSSING);
  const gutters: number[] = [];
  let from = left;
  let start: number | undefined;
  for (let x = left; x < crossing.length; x++) {
    if (crossing[x]! <= most) start ??= x;
    else if (start !== undefined) {
      const middle = (start + x) / 2;
      const wide = x - start >= size * NARROWEST_GUTTER && start - from >= size * NARROWEST_COLUMN;
      if (wide && isBetween(lines, from, middle)) {
        gutters.push(middle);
        from = x;
      }
      start = undefined;
    }
  }
  return isBetween(lines, from, Infinity) ? gutters : gutters.slice(0, -1);
}

/** How many lines there are at each point from the left. */
function coverage(lines: readonly Line[]): number[] {
  const changes: number[] = [];
  for (const line of lines) {
    const [from, to] = [Math.max(0, Math.floor(line.x)), Math.max(0, Math.ceil(rightOf(line)))];
    if (to > WIDEST) continue;
    changes[from] = (changes[from] ?? 0) + 1;
    changes[to] = (changes[to] ?? 0) - 1;
  }
  let count = 0;
  return Array.from(changes, (change) => (count += change ?? 0));
}

/** Widest page that columns are looked for on, in points; PDF's own limit is 14,400. */
const WIDEST = 14_400;

/** Whether there are lines enough between two places for a column. */
function isBetween(lines: readonly Line[], from: number, to: number): boolean {
  let count = 0;
  for (const line of lines)
    if (line.x >= from - 1 && rightOf(line) <= to + 1 && ++count >= LEAST_LINES) return true;
  return false;
}
