import type { BlockDraft } from '../block-draft.js';
import { headerRow, labelledRow } from '../structure/labelled-row.js';
import { findHeader } from './header.js';
import type { TableRow } from './table-row.js';

/** What a table holds. */
export interface TableReading {
  /** What stands alone in the first row, above the header. */
  readonly title?: string;
  /** Names of the columns; empty where the table has no header. */
  readonly names: readonly string[];
  /** Number of the row that the header ends with, counted from 1. */
  readonly header?: number;
  readonly drafts: readonly BlockDraft[];
}

/** A remark below a table, which belongs to no column. */
const REMARK = /^(?:备?注|说明|附注|单位|※|\*)\s*\d*\s*[：:、.．]?/u;

/**
 * The blocks of a table: its title, what stands between that and the header, the header, and the rows, each with the names of
 * the columns. `lines` count rows.
 */
export function readTable(rows: readonly TableRow[]): TableReading {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const header = findHeader(filled);
  const names = header?.names ?? [];
  const heads = filled.slice(header?.at ?? 0, header ? header.at + header.count : 0);
  const above = filled.slice(0, header?.at ?? 0).map(draftAbove);
  const below = filled.slice(above.length + heads.length);
  const title = above.find(({ role }) => role === 'title')?.text;
  const last = heads.at(-1)?.number;
  return {
    ...(title !== undefined && { title }),
    names,
    ...(last !== undefined && { header: last }),
    drafts: [...above, ...headerDraft(names, heads), ...below.flatMap((row) => rowDraft(names, row))],
  };
}

function headerDraft(names: readonly string[], [first, ...others]: readonly TableRow[]): BlockDraft[] {
  if (!first) return [];
  return [
    { role: 'header', text: headerRow(names), lines: [first.number, others.at(-1)?.number ?? first.number] },
  ];
}

/** What stands above the header: the title, and after it what else there is to say. */
function draftAbove(row: TableRow, number: number): BlockDraft {
  return draft(number === 0 ? 'title' : 'paragraph', headerRow(row.cells), row);
}

function rowDraft(names: readonly string[], row: TableRow): BlockDraft[] {
  const [alone, ...others] = row.cells.filter((cell) => cell.trim() !== '');
  if (alone !== undefined && others.length === 0 && REMARK.test(alone.trim()))
    return [draft('note', headerRow([alone]), row)];
  const labelled = labelledRow(names, row.cells);
  return labelled ? [{ role: 'row', lines: [row.number, row.number], ...labelled }] : [];
}

function draft(role: BlockDraft['role'], text: string, { number }: TableRow): BlockDraft {
  return { role, text, lines: [number, number] };
}
