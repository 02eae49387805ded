import type { Passage } from '../../corpus/article.js';
import { blocksIn } from '../../corpus/surroundings.js';
import { sentences } from '../../language/clauses.js';
import type { Range } from '../../language/range.js';

/** A stretch of a text that is read in one go, with what stands in front of it. */
export interface Window extends Range {
  /** The header row of the table that it begins in the middle of; empty elsewhere. */
  readonly header: string;
}

/** Longest window in UTF-16 units: with question and title it stays within 256 tokens of the model. */
export const WINDOW_UNITS = 200;
/** A last sentence of at most this share (0 to 1) of a window is repeated at the beginning of the next. */
const OVERLAP_SHARE = 1 / 3;

/**
 * Cuts a text into windows of whole sentences, table rows and list items.
 * @param text source text; line breaks end a piece
 * @param units longest window, in UTF-16 units; a longer sentence is cut
 */
export function windowsOf(text: string, units = WINDOW_UNITS): Window[] {
  const pieces = sentences(text).flatMap((sentence) => cut(sentence, units));
  const windows: Window[] = [];
  for (let first = 0; first < pieces.length; ) {
    const { start } = pieces[first] as Range;
    let last = first;
    while (last + 1 < pieces.length && (pieces[last + 1] as Range).end - start <= units) last++;
    const { start: lastStart, end } = pieces[last] as Range;
    windows.push({ start, end, header: headerAbove(text, start) });
    if (last + 1 >= pieces.length) break;
    // Repeated only where the next piece fits in beside it: else it would be a window of its own that says nothing new.
    const fits = (pieces[last + 1] as Range).end - lastStart <= units;
    first = last > first && fits && end - lastStart <= units * OVERLAP_SHARE ? last : last + 1;
  }
  return windows;
}

function cut({ start, end }: Range, units: number): Range[] {
  const parts: Range[] = [];
  for (let at = start; at < end; at += units) parts.push({ start: at, end: Math.min(at + units, end) });
  return parts;
}

const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;
/** Rows above a place that are looked through for a header; a longer table is a list of records, not for reading. */
const MOST_ROWS = 400;

/** The header of the Markdown table that a place stands in, below its header; empty where it stands in none. */
export function headerAbove(text: string, at: number): string {
  const begin = text.lastIndexOf('\n', at - 1) + 1;
  if (at !== begin || !ROW.test(lineAt(text, begin))) return '';
  let [top, below] = [lineAt(text, begin), ''];
  for (let [from, rows] = [begin, 0]; from > 0 && rows < MOST_ROWS; rows++) {
    const above = text.lastIndexOf('\n', from - 2) + 1;
    const line = lineAt(text, above);
    if (!ROW.test(line)) break;
    [top, below] = [line, top];
    from = above;
  }
  return RULE.test(below) ? top.trim() : '';
}

function lineAt(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end < 0 ? text.length : end);
}

/** Windows by passage; a passage comes again with other questions. */
const known = new WeakMap<Passage, readonly Window[]>();

/**
 * The windows of a passage, in UTF-16 units of its text; a header may stand in its article above it. A row of a table is a window
 * of its own: it names its columns, and beside other rows the reader takes their values for its own.
 */
export function windowsOfPassage(passage: Passage): readonly Window[] {
  const before = known.get(passage);
  if (before) return before;
  const { text } = passage.article;
  const windows = stretchesOf(passage).flatMap(({ start, end }) =>
    windowsOf(passage.text.slice(start, end)).map((window) => ({
      start: start + window.start,
      end: start + window.end,
      header: headerAbove(text, passage.start + start + window.start),
    })),
  );
  known.set(passage, windows);
  return windows;
}

/** The rows of tables in a passage, and what stands between them; UTF-16 units of its text. */
function stretchesOf({ article, start, end, text }: Passage): Range[] {
  const rows = blocksIn(article, { start, end }).filter(({ role }) => role === 'row');
  if (rows.length === 0) return [{ start: 0, end: text.length }];
  const stretches: Range[] = [];
  let at = 0;
  for (const row of rows) {
    const from = Math.max(0, row.start - start);
    const to = Math.min(text.length, row.end - start);
    stretches.push({ start: at, end: from }, { start: from, end: to });
    at = to;
  }
  stretches.push({ start: at, end: text.length });
  return stretches.filter((one) => text.slice(one.start, one.end).trim() !== '');
}
