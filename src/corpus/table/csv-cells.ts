import type { Delimiter } from './delimiter.js';

/** A cell with what follows it. */
interface CellAt {
  readonly cell: string;
  /** Where it ends, in UTF-16 units; what stands there is a delimiter, a line break or nothing. */
  readonly end: number;
}

/** Each row of a table as text, or that a quotation mark of it is not closed, after which there is no row. */
export type CsvRow = { readonly kind: 'row'; readonly cells: string[] } | { readonly kind: 'open quote' };

/**
 * Cuts a table as text into rows (RFC 4180), in one pass. A mark that opens a cell and is closed inside it, as in
 * `"Old" house`, is text, like all marks that do not open a cell. Rows may have any number of cells.
 * @param quotes whether a quotation mark at the beginning of a cell opens a quoted one
 */
export function* csvRows(text: string, delimiter: Delimiter, quotes: boolean): Generator<CsvRow> {
  const ends = endsOf(text, delimiter);
  let cells: string[] = [];
  for (let at = 0; at < text.length || cells.length > 0; ) {
    const found = quotes && text[at] === '"' ? quotedAt(text, at, ends) : plainAt(text, at, ends);
    if (found === undefined) {
      yield { kind: 'open quote' };
      return;
    }
    cells.push(found.cell);
    at = found.end;
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    yield { kind: 'row', cells };
    cells = [];
  }
}

/** What ends a cell. Programs of old end lines with a carriage return; in other files it is a character of the text. */
function endsOf(text: string, delimiter: Delimiter): RegExp {
  const breaks = text.includes('\n') ? '\\r?\\n' : '\\r';
  return new RegExp(`[${delimiter}]|${breaks}`, 'gu');
}

function plainAt(text: string, start: number, ends: RegExp): CellAt {
  const end = endAfter(text, start, ends);
  return { cell: text.slice(start, end), end };
}

/** @returns `undefined` where the quotation mark is not closed */
function quotedAt(text: string, start: number, ends: RegExp): CellAt | undefined {
  let cell = '';
  for (let from = start + 1; ; ) {
    const mark = text.indexOf('"', from);
    if (mark === -1) return undefined;
    cell += text.slice(from, mark);
    if (text[mark + 1] === '"') {
      cell += '"';
      from = mark + 2;
      continue;
    }
    const end = endAfter(text, mark + 1, ends);
    return end === mark + 1 ? { cell, end } : { cell: `"${cell}${text.slice(mark, end)}`, end };
  }
}

function endAfter(text: string, start: number, ends: RegExp): number {
  ends.lastIndex = start;
  return ends.exec(text)?.index ?? text.length;
}
