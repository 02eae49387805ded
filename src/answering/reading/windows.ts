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

/** The header of the Markdown table that a place stands in, below its header; empty where it stands in none. */
function headerAbove(text: string, at: number): string {
  const lines = text.slice(0, at).split('\n').slice(0, -1);
  const here = text.slice(at).split('\n', 1)[0] ?? '';
  if (!ROW.test(here)) return '';
  let top = lines.length;
  while (top > 0 && ROW.test(lines[top - 1] as string)) top--;
  return top < lines.length && RULE.test(lines[top + 1] ?? here) ? (lines[top] as string).trim() : '';
}
