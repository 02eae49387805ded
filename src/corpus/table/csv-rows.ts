import { TimeSlice } from '../time-slice.js';
import { csvRows } from './csv-cells.js';
import type { Delimiter } from './delimiter.js';
import type { TableRow } from './table-row.js';

/** What a file's text holds, before its rows are made into blocks. */
export interface CsvRows {
  readonly rows: readonly TableRow[];
  /** The row in which a quotation mark is not closed, counted from 1; all marks of the file then count as text. */
  readonly openQuote?: number;
}

/** How long is parsed before other work gets its turn, in milliseconds. */
const TIME_SLICE_MS = 8;

/** The rows of a table as text. Quotation marks that are not closed cost no row. */
export async function csvRowsOf(text: string, delimiter: Delimiter): Promise<CsvRows> {
  const { rows, isOpen } = await parsed(text, delimiter, true);
  if (!isOpen) return { rows };
  return { rows: (await parsed(text, delimiter, false)).rows, openQuote: rows.length + 1 };
}

async function parsed(
  text: string,
  delimiter: Delimiter,
  quotes: boolean,
): Promise<{ readonly rows: TableRow[]; readonly isOpen: boolean }> {
  const rows: TableRow[] = [];
  const slice = new TimeSlice(TIME_SLICE_MS);
  for (const row of csvRows(text, delimiter, quotes)) {
    if (row.kind === 'open quote') return { rows, isOpen: true };
    rows.push({ number: rows.length + 1, cells: row.cells });
    if (slice.isOver) await slice.yield();
  }
  return { rows, isOpen: false };
}
