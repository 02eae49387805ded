import type { Effort } from '../markup/effort.js';
import { textsOfLines } from '../markup/inline.js';
import { cellsOf } from '../markup/table.js';
import { labelledHeader, labelledRow } from '../structure/labelled-row.js';
import type { Chunk } from './chunks.js';
import type { Definitions } from './definitions.js';
import type { MarkdownDraft } from './markdown-draft.js';

/** A row of a table as it stands in the file. */
export interface TableRow {
  readonly cells: readonly string[];
  /** Line of the file, counted from 1. */
  readonly line: number;
}

/** The blocks of a chunk that is a table: its second line divides the names from the rows. */
export function draftsOfTable(
  { lines, line }: Chunk,
  definitions: Definitions,
  effort: Effort,
): MarkdownDraft[] {
  const rows = lines.map((text, i) => ({ cells: cellsIn(text), line: line + i }));
  rows.splice(1, 1);
  const texts = textsOfLines(
    rows.flatMap(({ cells, line: number }) =>
      cells.map((text) => ({ text: definitions.withoutNoteMarks(text), number })),
    ),
    effort,
  );
  const next = texts.values();
  return rowsOf(rows.map((row) => ({ ...row, cells: row.cells.map(() => next.next().value ?? '') })));
}

function cellsIn(row: string): string[] {
  return cellsOf(row).map(({ start, end }) => row.slice(start, end).replaceAll('\\|', '|'));
}

/** The blocks of a table: the names of its columns, then a block a row. */
export function rowsOf(
  rows: readonly { readonly cells: readonly string[]; readonly line: number }[],
): MarkdownDraft[] {
  const [header, ...others] = rows;
  if (!header) return [];
  const names = labelledHeader(header.cells);
  const lines = [header.line, header.line] as const;
  const head: MarkdownDraft[] = names ? [{ role: 'header', ...names, lines }] : [];
  return [
    ...head,
    ...others.flatMap(({ cells, line }) => {
      const row = labelledRow(header.cells, cells);
      return row ? { role: 'row' as const, ...row, lines: [line, line] as const } : [];
    }),
  ];
}
