import type { BlockDraft } from '../block-draft.js';
import { endingOf } from '../page/forms.js';
import type { Column, Part } from './columns.js';
import { type Line, median, rightOf } from './page-text.js';
import { tableDrafts } from './table-drafts.js';

/** Lines that were put together again. */
export interface Paragraph {
  readonly text: string;
  /** Whether a bullet stood before it, which is no part of its text. */
  readonly item: boolean;
  /** Of the font, in points. */
  readonly size: number;
  /** Whether all of it is. */
  readonly bold: boolean;
  /** First and last page, counted from 1. */
  readonly pages: readonly [first: number, last: number];
  /** The block that it is, where it is the row of a table. */
  readonly row?: BlockDraft;
}

/** Share of the size that two lines of a paragraph may differ by. */
const SAME_SIZE = 0.08;
/** An indented first line stands in by at least so many sizes of the font, and by at most so many. */
const [LEAST_INDENT, MOST_INDENT] = [1.2, 6];
/** A larger distance between lines parts paragraphs; times the usual one. */
const WIDEST_SPACING = 1.4;
/** A line that ends so many sizes before the column does was not full; so many, where it ends inside a sentence. */
const [SHORT, SHORT_INSIDE] = [1.6, 4];
const BULLET = /^[•●○■□◆◇▪‣➢·]\s*/u;
/** No number that a line break may part is looked at further, in UTF-16 units. */
const LONGEST_NUMBER = 20;
/** No paragraph is longer, in UTF-16 units: what would make one has no paragraphs to find. */
const LONGEST = 5_000;

interface Open {
  readonly parts: string[];
  readonly first: Line;
  last: Line;
  /** UTF-16 units so far. */
  length: number;
}

/** The line before another one in the order of reading. */
interface Before {
  readonly line: Line;
  /** Whether it went on to the right end of its column. */
  readonly full: boolean;
  /** Whether a paragraph begins with it. */
  readonly first: boolean;
}

/** Puts the lines of pages, in the order of reading, together into paragraphs; over columns and pages too, and over no table. */
export function paragraphsOf(parts: readonly Part[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let columns: Column[] = [];
  for (const part of parts) {
    if (part.kind === 'column') columns.push(part.column);
    else {
      paragraphs.push(...joined(columns), ...tableDrafts(part.rows).map(rowParagraph));
      columns = [];
    }
  }
  return [...paragraphs, ...joined(columns)];
}

function rowParagraph(row: BlockDraft): Paragraph {
  return { text: row.text, item: false, size: 0, bold: false, pages: row.lines, row };
}

function joined(columns: readonly Column[]): Paragraph[] {
  const paragraphs: Open[] = [];
  let before: Before | undefined;
  for (const column of columns) {
    const widest = spacingOf(column.lines) * WIDEST_SPACING;
    for (const [i, line] of inRows(column.lines).entries()) {
      const current = paragraphs.at(-1);
      const isNear = i > 0 && before !== undefined && line.y - before.line.y <= widest;
      const goesOn =
        current !== undefined &&
        before !== undefined &&
        current.length < LONGEST &&
        isSameSize(before.line, line) &&
        before.line.bold === line.bold &&
        !beginsAfresh(line, column, before) &&
        (isNear ? before.full : i === 0 && endingOf(before.line.text) === 'open');
      if (goesOn) extend(current, line);
      else paragraphs.push({ parts: [line.text], length: line.text.length, first: line, last: line });
      before = { line, full: isFull(line, column), first: !goesOn };
    }
  }
  return paragraphs.map(closed);
}

function extend(paragraph: Open, line: Line): void {
  paragraph.parts.push(blankBetween(paragraph.last.text, line.text) + line.text);
  paragraph.length += line.text.length;
  paragraph.last = line;
}

function closed({ parts, first, last }: Open): Paragraph {
  const text = parts.join('');
  const bullet = BULLET.exec(text)?.[0].length ?? 0;
  const item = bullet > 0 && bullet < text.length;
  return {
    text: item ? text.slice(bullet) : text,
    item,
    size: first.size,
    bold: first.bold,
    pages: [first.page, last.page],
  };
}

/** The lines of a column, those of the same height as one: they are the cells of a row. */
function inRows(lines: readonly Line[]): Line[] {
  const rows: Line[] = [];
  for (const line of lines) {
    const row = rows.at(-1);
    if (row && Math.abs(line.y - row.y) <= row.size / 2 && line.x >= rightOf(row))
      rows[rows.length - 1] = merged(row, line);
    else rows.push(line);
  }
  return rows;
}

function merged(row: Line, cell: Line): Line {
  const text = `${row.text} ${cell.text}`;
  return { ...row, text, width: rightOf(cell) - row.x, bold: row.bold && cell.bold };
}

/** The usual distance between two lines, in points. */
function spacingOf(lines: readonly Line[]): number {
  const distances = lines.slice(1).map(({ y }, i) => y - lines[i]!.y);
  return median(distances.filter((distance) => distance > 0)) || Infinity;
}

function isFull(line: Line, { right }: Column): boolean {
  const short = endingOf(line.text) === 'open' ? SHORT_INSIDE : SHORT;
  return rightOf(line) >= right - line.size * short;
}

function isSameSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * SAME_SIZE;
}

/** Whether a line begins a paragraph: it has a bullet or is indented, and does not only go on below an indented one. */
function beginsAfresh(line: Line, column: Column, { line: above, first }: Before): boolean {
  if (BULLET.test(line.text)) return true;
  if (!isIndented(line, column)) return false;
  if (BULLET.test(above.text) && line.page === above.page) return line.x <= above.x;
  const isBelow = Math.abs(line.x - above.x) < line.size / 2 && line.y > above.y;
  return !isBelow || (first && endingOf(above.text) === 'closed');
}

function isIndented({ x, size, text }: Line, { left }: Column): boolean {
  const indent = x - left;
  return /^[　\t]/u.test(text) || (indent >= size * LEAST_INDENT && indent <= size * MOST_INDENT);
}

/**
 * The space that the line break stood for, between two words of a script that has spaces; a number in Chinese text that was
 * broken is put together again.
 */
function blankBetween(before: string, after: string): string {
  const isNumber = /\d$/u.test(before) && /^\d/u.test(after);
  if (
    isNumber &&
    (/\p{Script=Han}\d+$/u.test(before.slice(-LONGEST_NUMBER)) || /^\d+\p{Script=Han}/u.test(after))
  )
    return '';
  return /[\p{Script=Latin}\d,.;:!?)]$/u.test(before) && /^[\p{Script=Latin}\d("']/u.test(after) ? ' ' : '';
}
