import type { Range } from '../../language/range.js';
import type { SourceLine } from './lines.js';

/** A stretch of text put together from one or more lines of the source: a block whose role is not known yet. */
export interface Strip {
  /** The characters of `spans` in order; where two Latin words met at a line break, a space between them. */
  readonly text: string;
  /** Where the characters come from, UTF-16 units into the source. */
  readonly spans: readonly Range[];
  /** Stretches of the source left out because they repeat the characters before them. */
  readonly repeated: readonly Range[];
  /** First and last line of the source file, counted from 1. */
  readonly lines: readonly [first: number, last: number];
  /** Number of `#` marks before it; 0 for a plain line. */
  readonly level: number;
  /** What it is of a table in plain text. */
  readonly row?: TableRow;
}

/** A line of a table whose columns tabs or blanks make. */
export interface TableRow {
  /** UTF-16 units into its text, in order. */
  readonly cells: readonly Range[];
  /** Whether it names the columns of the rows that follow. */
  readonly isHeader: boolean;
}

/** No paragraph is so long, in UTF-16 units: what would make one is no broken paragraph. It bounds the work, too. */
export const LONGEST_PARAGRAPH = 5_000;

/** A strip of one line. */
export function stripOf({ text, start, end, number }: SourceLine): Strip {
  return { text, spans: [{ start, end }], repeated: [], lines: [number, number], level: 0 };
}

/**
 * Joins a strip and the one that follows it in the source.
 * @param repeated how many UTF-16 units at the head of the second repeat the tail of the first, and go
 */
export function joinStrips(before: Strip, after: Strip, repeated = 0): Strip {
  const head = after.spans[0]!;
  const kept = { start: head.start + repeated, end: head.end };
  const text = after.text.slice(repeated);
  return {
    text: before.text + (needsSpace(before.text, text) ? ' ' : '') + text,
    spans: [...before.spans, ...(kept.end > kept.start ? [kept] : []), ...after.spans.slice(1)],
    repeated: [
      ...before.repeated,
      ...(repeated > 0 ? [{ start: head.start, end: kept.start }] : []),
      ...after.repeated,
    ],
    lines: [before.lines[0], after.lines[1]],
    level: before.level,
  };
}

/** Whether a line break stood for the space between two words of a script that has spaces. */
export function needsSpace(before: string, after: string): boolean {
  const atBreak = before.slice(-1) + after.slice(0, 1);
  return (
    /[\p{Script=Latin}\d][,.;:!?]?$/u.test(before) &&
    /^[\p{Script=Latin}\d("']/u.test(after) &&
    !/^\d\d$/.test(atBreak)
  );
}
