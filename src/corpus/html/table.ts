import type { BlockRole } from '../article.js';
import type { BlockDraft } from '../block-draft.js';
import { headerRow, labelledRow } from '../structure/labelled-row.js';
import { type Cell, cellsOf, type Row, type Rows } from './table-cells.js';
import { cellTexts, columnNames, namesOfGroups } from './table-columns.js';
import type { Element } from './tree.js';

/** The caption, the header or a row of a table of data. */
export interface TableBlock extends Pick<BlockDraft, 'role' | 'text' | 'lines' | 'added'> {
  /** Share (0 to 1) of its characters that stand in links. */
  readonly linked: number;
}

/** A cell without `th` beside it that is longer lays a page out; UTF-16 units. */
const LONGEST_CELL = 200;
/** The name of a column is no longer, in UTF-16 units. */
const LONGEST_NAME = 16;
/** The name of a column that is longer is not put in front of its cells; UTF-16 units. */
const LONGEST_LABEL = 80;

/** The blocks of a table of data; `undefined` for one that only lays a page out. */
export function readTable(table: Element, skip: (element: Element) => boolean): TableBlock[] | undefined {
  const read = cellsOf(table, skip);
  if (!read) return undefined;
  const titles = titleCount(read.rows);
  const rows = read.rows.slice(titles);
  const marked = markedHeads(rows);
  const grouped = marked > 0 ? undefined : namesOfGroups(rows);
  const heads = marked > 0 ? marked : grouped ? 2 : unmarkedHeads(rows);
  if (!isData(rows, heads)) return undefined;
  const names = grouped ?? columnNames(rows.slice(0, heads));
  return [
    ...captionsOf(read, titles),
    ...headerOf(names, rows.slice(0, heads)),
    ...bodyOf(names, rows, heads),
  ];
}

/** How many rows before the others are the table's title: one cell across all columns. */
function titleCount(rows: readonly Row[]): number {
  const count = rows.findIndex(({ cells }) => cells.length !== 1);
  return count > 0 && rows.slice(0, count).every(({ cells }) => cells[0]!.columns > 1) ? count : 0;
}

/** How many rows are marked as those that hold the names of the columns. */
function markedHeads(rows: readonly Row[]): number {
  const inHead = rows.findIndex(({ isHead }) => !isHead);
  if (inHead > 0) return inHead;
  const named = rows.findIndex(({ cells }) => !isNamed(cells));
  return Math.max(0, named);
}

/** How many rows hold the names of the columns by their look. */
function unmarkedHeads(rows: readonly Row[]): number {
  const [first, second] = rows;
  if (!first || !second || !looksNamed(first.cells, rows.slice(1))) return 0;
  const isTwofold =
    first.cells.some(({ columns }) => columns > 1) && first.cells.some((cell) => cell.rows > 1);
  return isTwofold ? Math.min(2, rows.length - 1) : 1;
}

/** Whether all cells that say something are marked as names; of a row and not of a column of names. */
function isNamed(cells: readonly Cell[]): boolean {
  return cells.length > 1 && cells.every(({ isName, text }) => isName || text === '') && cells.some(isFull);
}

/** Whether a first row that is not marked names the columns: short distinct cells without figures. */
function looksNamed(cells: readonly Cell[], others: readonly Row[]): boolean {
  const texts = cells.map(({ text }) => text);
  const distinct = texts.length > 1 && new Set(texts).size === texts.length;
  if (!distinct || !texts.every((text) => /^[^\d。！？；：:]+$/u.test(text) && text.length <= LONGEST_NAME))
    return false;
  const width = cells.reduce((sum, { columns }) => sum + columns, 0);
  return width > 2 || others.every((row) => hasFigure(row.cells.at(-1)?.text));
}

function hasFigure(text = ''): boolean {
  return /[\d〇零一二两三四五六七八九十百千万]/u.test(text);
}

function isData(rows: readonly Row[], heads: number): boolean {
  const body = rows.slice(heads);
  const names = rows.some(({ cells }) => cells.some(({ isName }) => isName));
  if (body.length === 0 || rows.length < 2 || !rows.some(({ cells }) => cells.length > 1)) return false;
  if (heads === 0 && !names) return false;
  return names || body.every(({ cells }) => cells.every(({ text }) => text.length <= LONGEST_CELL));
}

function captionsOf({ caption, rows }: Rows, titles: number): TableBlock[] {
  const captions = rows.slice(0, titles).map(({ cells, lines, linked }) => ({
    role: 'caption' as const,
    text: cells[0]!.text,
    lines,
    linked,
  }));
  return [...(caption ? [{ role: 'caption' as const, ...caption, linked: 0 }] : []), ...captions];
}

function headerOf(names: readonly string[], heads: readonly Row[]): TableBlock[] {
  const text = headerRow(names);
  if (text === '') return [];
  const linked = Math.max(...heads.map((row) => row.linked));
  return [{ role: 'header', text, lines: [heads[0]!.lines[0], heads.at(-1)!.lines[1]], linked }];
}

function bodyOf(names: readonly string[], rows: readonly Row[], heads: number): TableBlock[] {
  const labels = names.map((name) => (name.length <= LONGEST_LABEL ? name : ''));
  const texts = cellTexts(rows).slice(heads);
  return rows.slice(heads).flatMap(({ cells, lines, linked }, number) => {
    const isAcross = cells.length === 1 && cells[0]!.columns > 1;
    const row = labelledRow(isAcross ? [] : labels, texts[number]!);
    return row ? [{ role: 'row' as BlockRole, ...row, lines, linked }] : [];
  });
}

function isFull({ text }: Cell): boolean {
  return text !== '';
}
