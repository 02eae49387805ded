import type { Passage } from '../../corpus/article.js';
import { sentences } from '../../language/clauses.js';
import type { Range } from '../../language/range.js';
import { type RowGroup, rowsIn } from './table-rows.js';

/** A stretch of a text that is read in one go, with what stands in front of it. */
export interface Window extends Range {
  /** The header row of the table that it begins in the middle of; empty elsewhere. */
  readonly header: string;
  /** Whether it is rows of a table with their columns' names, which are read as `barredRows` gives them. */
  readonly isRows?: true;
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

/**
 * The windows of a passage, in UTF-16 units of its text; a header may stand in its article above it. Rows of a table, which have
 * their columns' names beside them, are read by themselves (`barredRows`).
 */
export function windowsOfPassage(passage: Passage): readonly Window[] {
  const { article, start } = passage;
  return stretchesOf(passage).flatMap(({ range, rows }) => {
    const own = { start: range.start - start, end: range.end - start };
    if (rows && rows.units <= WINDOW_UNITS) return [{ ...own, header: rows.header, isRows: true as const }];
    return windowsOf(passage.text.slice(own.start, own.end)).map((window) => ({
      start: own.start + window.start,
      end: own.start + window.end,
      header: headerAbove(article.text, range.start + window.start),
    }));
  });
}

/** The rows of tables in a passage, and what stands between them; UTF-16 units of the article's text. */
function stretchesOf(passage: Passage): { readonly range: Range; readonly rows?: RowGroup }[] {
  const stretches: { range: Range; rows?: RowGroup }[] = [];
  let at = passage.start;
  for (const rows of rowsIn(passage, WINDOW_UNITS)) {
    stretches.push({ range: { start: at, end: rows.start } }, { range: rows, rows });
    at = rows.end;
  }
  stretches.push({ range: { start: at, end: passage.end } });
  return stretches.filter(({ range }) => passage.article.text.slice(range.start, range.end).trim() !== '');
}
