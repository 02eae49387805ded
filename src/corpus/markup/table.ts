import type { Range } from '../../language/range.js';

/** A line that is divided into cells. */
const ROW = /^\s*\|.*\||\S\s*\|\s*\S/u;
/** The line below the names of the columns. */
const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u;
/** No delimiter is longer; it bounds the work, too. UTF-16 units. */
const LONGEST_DELIMITER = 2_000;

/** Whether a line may be a row of a table. */
export function isRow(line: string): boolean {
  return line.includes('|') && ROW.test(line);
}

/** Whether a line divides the names of a table's columns from its rows. */
export function isDelimiter(line: string): boolean {
  return line.length <= LONGEST_DELIMITER && line.includes('|') && DELIMITER.test(line);
}

/** Whether a table begins with these two lines: as many names as there are columns. */
export function beginsTable(line: string, next: string): boolean {
  return isDelimiter(next) && line.includes('|') && cellsOf(line).length === cellsOf(next).length;
}

/** The cells of a row without white space around them, UTF-16 units into it. A `|` behind a stroke or between ticks is text. */
export function cellsOf(line: string): Range[] {
  const bars = [...line.matchAll(/\\.|`[^`]*`|\|/gu)]
    .filter(([sign]) => sign === '|')
    .map(({ index }) => index);
  const edges = [-1, ...bars, line.length];
  const cells = edges.slice(1).map((end, i) => trimmed(line, edges[i]! + 1, end));
  if (/^\s*\|/u.test(line)) cells.shift();
  if (bars.length > 0 && line.slice(bars.at(-1)! + 1).trim() === '') cells.pop();
  return cells;
}

function trimmed(line: string, start: number, end: number): Range {
  const raw = line.slice(start, end);
  const text = raw.trim();
  const from = start + raw.length - raw.trimStart().length;
  return { start: from, end: from + text.length };
}
