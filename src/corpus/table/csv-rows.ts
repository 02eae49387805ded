import { Readable } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
import { TimeSlice } from '../time-slice.js';
import type { Delimiter } from './delimiter.js';
import type { TableRow } from './table-row.js';

/** What a file's text holds, before its rows are made into blocks. */
export interface CsvRows {
  readonly rows: readonly TableRow[];
  /** The row in which a quotation mark is not closed, counted from 1; all marks of the file then count as text. */
  readonly openQuote?: number;
}

/** How much is parsed in one go; UTF-16 units. */
const CHUNK_UNITS = 64 * 1024;
/** How long is parsed before other work gets its turn, in milliseconds. */
const TIME_SLICE_MS = 8;
const OPTIONS = { relax_quotes: true, relax_column_count: true } as const;

/** The rows of a table as text. Quotation marks that are not closed cost no row. */
export async function csvRowsOf(text: string, delimiter: Delimiter): Promise<CsvRows> {
  try {
    return { rows: await parseRows(text, { ...OPTIONS, delimiter }) };
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
    const rows = await parseRows(text, { ...OPTIONS, delimiter, quote: null });
    return { rows, openQuote: Number(error.records) + 1 };
  }
}

async function parseRows(text: string, options: Options): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  const slice = new TimeSlice(TIME_SLICE_MS);
  const parser = Readable.from(chunksOf(text)).pipe(parse(options));
  for await (const cells of parser as AsyncIterable<string[]>) {
    rows.push({ number: rows.length + 1, cells });
    if (slice.isOver) await slice.yield();
  }
  return rows;
}

/** Pieces that end in no surrogate pair, since they are parsed as UTF-8. */
function* chunksOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + CHUNK_UNITS, text.length);
    if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1]!)) end--;
    yield text.slice(start, end);
    start = end;
  }
}
