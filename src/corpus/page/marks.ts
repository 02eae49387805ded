import type { Range } from '../../language/range.js';
import type { BlockDraft } from '../block-draft.js';
import type { Effort } from '../markup/effort.js';
import { keptOfLines } from '../markup/kept.js';
import { beginsTable, cellsOf, isRow } from '../markup/table.js';
import { labelledHeader, labelledRow } from '../structure/labelled-row.js';
import type { Strip } from './strip.js';
import { complement, take } from './take.js';

/** A strip whose marks are told from its text. */
export interface MarkedStrip {
  /** Its `spans` are what was kept. */
  readonly strip: Strip;
  /** What the marks tell of it. */
  readonly role?: BlockDraft['role'];
  /** What of the text was put beside the source's words, UTF-16 units into it. */
  readonly added?: readonly Range[];
  /** The marks, UTF-16 units into the source. */
  readonly left: readonly Range[];
}

interface PageText {
  readonly text: string;
  /** Whether its marks are those of Markdown; else bullets and tables alone are told. */
  readonly isMarkdown: boolean;
  readonly effort: Effort;
}

const BULLET = /^(?:[•▪◦‣]\s*|[-*+·●○]\s+)(?=\S)/u;
const NUMBER = /^\d{1,3}[.)]\s+(?=\S)/u;
const QUOTE = /^(?:>\s*){1,9}(?=\S)/u;
const FENCE = /^(?:```|~~~)/u;
const RULE = /^(?:-[-\s]{2,}|\*[*\s]{2,}|_[_\s]{2,})$/u;

/**
 * Tells the marks of an article's blocks from their text, which is empty where there is nothing else. An article that is
 * nothing but marks stays as it stands.
 */
export function marksOf(strips: readonly Strip[], page: PageText): MarkedStrip[] {
  const marked = withoutInlineMarks(withoutLineMarks(strips, page), page);
  return marked.some(({ strip }) => strip.text !== '')
    ? marked
    : strips.map((strip) => ({ strip, left: [] }));
}

function withoutLineMarks(strips: readonly Strip[], page: PageText): MarkedStrip[] {
  const marked: MarkedStrip[] = [];
  let fenced = false;
  let names: readonly string[] = [];
  for (let i = 0; i < strips.length; ) {
    const strip = strips[i]!;
    const isFence = page.isMarkdown && strip.level === 0 && FENCE.test(strip.text);
    const rows = fenced || strip.level > 0 ? 0 : rowsFrom(strips, i);
    if (strip.row) {
      const cells = strip.row.cells.map((cell) => [cell]);
      marked.push(rowOf(strip, strip.row.isHeader ? undefined : names, cells, page.text));
      if (strip.row.isHeader) names = textsOf(strip, cells);
    } else if (rows > 0) marked.push(...tableOf(strips.slice(i, i + rows), page));
    else if (isFence || (fenced && page.isMarkdown))
      marked.push(isFence ? allLeft(strip) : { strip, role: 'code', left: [] });
    else marked.push(lineOf(strip, page));
    if (isFence) fenced = !fenced;
    i += Math.max(rows, 1);
  }
  return marked;
}

/** How many strips from here on are a table. */
function rowsFrom(strips: readonly Strip[], at: number): number {
  const next = strips[at + 1];
  if (!next || !beginsTable(strips[at]!.text, next.text)) return 0;
  let end = at + 2;
  while (end < strips.length && strips[end]!.level === 0 && isRow(strips[end]!.text)) end++;
  return end - at;
}

function tableOf(rows: readonly Strip[], { text, isMarkdown, effort }: PageText): MarkedStrip[] {
  const cells = rows.map((row, i) => (i === 1 ? [] : cellsOf(row.text)));
  const lines = rows.flatMap((row, i) =>
    cells[i]!.map(({ start, end }) => ({ text: row.text.slice(start, end), number: row.lines[0] })),
  );
  const kept = (
    isMarkdown ? keptOfLines(lines, effort) : lines.map((line) => [{ start: 0, end: line.text.length }])
  ).values();
  let names: readonly string[] = [];
  return rows.map((row, i) => {
    if (i === 1) return allLeft(row);
    const ranges = cells[i]!.map(({ start }) =>
      (kept.next().value ?? []).map((range) => moved(range, start)),
    );
    if (i > 0) return rowOf(row, names, ranges, text);
    names = textsOf(row, ranges);
    return rowOf(row, undefined, ranges, text);
  });
}

/**
 * A row of a table with the names of its columns, or the row that names them.
 * @param names `undefined` for the row of names
 * @param cells what is kept of each, UTF-16 units into the row's text
 */
function rowOf(
  row: Strip,
  names: readonly string[] | undefined,
  cells: readonly (readonly Range[])[],
  source: string,
): MarkedStrip {
  const texts = textsOf(row, cells);
  const block = names ? labelledRow(names, texts) : labelledHeader(texts);
  if (!block) return allLeft(row);
  const { strip, left } = take(row, cells.flat(), source);
  return {
    strip: { ...strip, text: block.text },
    left,
    role: names ? 'row' : 'header',
    ...(block.added && { added: block.added }),
  };
}

function textsOf({ text }: Strip, cells: readonly (readonly Range[])[]): string[] {
  // An empty range is a line break within the cell.
  return cells.map((cell) =>
    cell.map(({ start, end }) => (start === end ? ' ' : text.slice(start, end))).join(''),
  );
}

function moved({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

/** What the mark at the beginning of a line tells. */
function lineOf(strip: Strip, { text, isMarkdown }: PageText): MarkedStrip {
  if (strip.level > 0) return { strip, left: [] };
  if (isMarkdown && RULE.test(strip.text)) return allLeft(strip);
  const quote = isMarkdown ? QUOTE.exec(strip.text) : null;
  const mark = quote ?? BULLET.exec(strip.text) ?? (isMarkdown ? NUMBER.exec(strip.text) : null);
  if (!mark) return { strip, left: [] };
  const kept = { start: mark[0].length, end: strip.text.length };
  return { ...take(strip, [kept], text), role: quote ? 'quotation' : 'item' };
}

function withoutInlineMarks(
  marked: readonly MarkedStrip[],
  { text, isMarkdown, effort }: PageText,
): MarkedStrip[] {
  if (!isMarkdown) return [...marked];
  const open = marked.filter(({ role }) => role !== 'code' && role !== 'row' && role !== 'header');
  const lines = open.map(({ strip }) => ({ text: strip.text, number: strip.lines[0] }));
  const kept = new Map(keptOfLines(lines, effort).map((ranges, i) => [open[i]!, ranges] as const));
  return marked.map((one) => {
    const ranges = kept.get(one);
    if (!ranges || complement(ranges, one.strip.text.length).length === 0) return one;
    const { strip, left } = take(one.strip, ranges, text);
    return { ...one, strip, left: [...one.left, ...left] };
  });
}

/** A strip that is nothing but marks. */
function allLeft(strip: Strip): MarkedStrip {
  return { strip: { ...strip, text: '', spans: [] }, left: strip.spans };
}
