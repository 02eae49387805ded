import type { Range } from '../../language/range.js';
import { columnsOf } from './columns.js';
import type { SourceLine } from './lines.js';
import type { TableRow } from './strip.js';

/** Neighbouring lines: of text, or the rows of a table whose columns tabs or runs of blanks make. */
export type Stretch =
  | { readonly kind: 'text'; readonly lines: readonly SourceLine[] }
  | { readonly kind: 'table'; readonly rows: readonly (TableRow & { readonly line: SourceLine })[] };

/** So many lines below one another, the header among them, are a table. */
const LEAST_ROWS = 3;
/** A row, the name of a column and a cell are no longer; the last cell of a row may be. UTF-16 units. */
const [LONGEST_ROW, LONGEST_NAME, LONGEST_CELL, LONGEST_LAST] = [200, 12, 20, 60];
/** Blanks that part cells are as wide as a Chinese character, in columns of a terminal. */
const LEAST_GAP = 2;
/** How far the edges of a column's cells may be apart, in columns of a terminal. */
const EDGE = 1;
/** Share of a column's cells that are figures, where its name is none. */
const LEAST_FIGURES = 0.6;
/** What names figures, while `名称  枫桥馆` may begin a list of facts, and `周文  主任  值班` a list of people. */
const NAMES_FIGURES =
  /(?:[价费数量率值额]|价格|费用|比例|时间|时刻|时段|日期|首班|末班|电话|号码|热线|[编序]号|页码|年[份龄]|学分|课时|成绩|得分|名次|面积|[（(].{1,4}[)）])$/u;

/** A line with the places of its cells. */
interface Cells {
  readonly line: SourceLine;
  readonly cells: readonly Range[];
}

/**
 * Finds the tables of plain text among neighbouring lines: three or more that have as many short cells each, the first the
 * names of columns that have figures below them: all but the first column, or one whose name is a name of figures. Verse,
 * lists of names and facts with their labels are not like that, and stay text.
 * @param group without an empty line between them
 */
export function stretchesOf(group: readonly SourceLine[]): Stretch[] {
  const stretches: Stretch[] = [];
  let text: SourceLine[] = [];
  for (const run of runsOf(group)) {
    if (!isTable(run)) {
      for (const { line } of run) text.push(line);
      continue;
    }
    if (text.length > 0) stretches.push({ kind: 'text', lines: text });
    const rows = run.map(({ line, cells }, i) => ({ line, cells, isHeader: i === 0 }));
    stretches.push({ kind: 'table', rows });
    text = [];
  }
  if (text.length > 0) stretches.push({ kind: 'text', lines: text });
  return stretches;
}

/** Lines on end that have as many cells. */
function runsOf(group: readonly SourceLine[]): Cells[][] {
  const runs: Cells[][] = [];
  for (const line of group) {
    const cells = cellsOf(line.text);
    const run = runs.at(-1);
    if (run && run[0]!.cells.length === cells.length) run.push({ line, cells });
    else runs.push([{ line, cells }]);
  }
  return runs;
}

/** The cells of a line; one where it is no row. A tab parts cells, and may leave one empty; blanks do where there are several. */
function cellsOf(text: string): readonly Range[] {
  const whole = [{ start: 0, end: text.length }];
  if (text.length > LONGEST_ROW) return whole;
  const gaps = text.includes('\t')
    ? [...text.matchAll(/[ \u3000]*\t[ \u3000]*/gu)]
    : [...text.matchAll(/[ \u3000]+/gu)].filter(([gap]) => columnsOf(gap) >= LEAST_GAP);
  const starts = [0, ...gaps.map(({ index, 0: gap }) => index + gap.length)];
  const ends = [...gaps.map(({ index }) => index), text.length];
  const cells = starts.map((start, i) => ({ start, end: Math.max(start, ends[i]!) }));
  const isShort = cells.every(
    ({ start, end }, i) => end - start <= (i === cells.length - 1 ? LONGEST_LAST : LONGEST_CELL),
  );
  return isShort && !/[。！？；]/u.test(text.slice(0, cells.at(-1)!.start)) ? cells : whole;
}

function isTable(run: readonly Cells[]): boolean {
  const [header, ...rows] = run.map(({ line, cells }) =>
    cells.map(({ start, end }) => line.text.slice(start, end)),
  );
  const columns = header?.length ?? 0;
  if (!header || columns < 2 || run.length < LEAST_ROWS || !isHeader(header)) return false;
  const figures = header.filter((name, column) => !/\d/u.test(name) && isOfFigures(rows, column));
  if (figures.some((name) => NAMES_FIGURES.test(name)))
    return columns > 2 || (isInColumns(run) && !rows.some(([label = '']) => NAMES_FIGURES.test(label)));
  return (
    columns > 2 && header.slice(1).every((_, i) => isOfFigures(rows, i + 1)) && !/\d/u.test(header.join(''))
  );
}

/** Names are short, and differ; a sign of the end of a clause is in none. */
function isHeader(cells: readonly string[]): boolean {
  const named = cells.every(
    (cell) => cell !== '' && cell.length <= LONGEST_NAME && !/[，。！？；：:]/u.test(cell),
  );
  return named && new Set(cells).size === cells.length;
}

function isOfFigures(rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.map((row) => row[column]!).filter((cell) => cell !== '');
  const figures = filled.filter((cell) => /\d/u.test(cell));
  return figures.length >= 2 && figures.length >= rows.length * LEAST_FIGURES;
}

/** Whether tabs part the cells of each line, or the second cells begin or end below one another. */
function isInColumns(run: readonly Cells[]): boolean {
  if (run.every(({ line }) => line.text.includes('\t'))) return true;
  return (['start', 'end'] as const).some((edge) => {
    const places = run.map(({ line, cells }) => columnsOf(line.text.slice(0, cells[1]![edge])));
    return places.every((place) => Math.abs(place - places[0]!) <= EDGE);
  });
}
