import { type Line, type PageText, type Run, rightOf } from './page-text.js';

/** Share of the font's size that two runs of a line may differ in height, as superscripts do. */
const SAME_LINE = 0.4;
/** A wider gap parts two columns or cells; in sizes of the font. */
const WIDEST_GAP = 1.1;
/** From this gap on, a blank was meant; in sizes of the font. */
const BLANK = 0.2;
/** Beside these no blank is meant: programs set Chinese and Latin letters apart by themselves. */
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—\s]/u;

/** Puts the runs of a page together into lines, from the top to the bottom and from the left to the right. */
export function linesOfPage({ runs }: PageText, page: number): Line[] {
  const lines: Line[] = [];
  for (const row of rowsOf(runs)) {
    let line: Line | undefined;
    for (const run of row) {
      const joined = line && join(line, run);
      if (joined) line = joined;
      else {
        if (line) lines.push(line);
        line = { ...run, page };
      }
    }
    if (line) lines.push(line);
  }
  return lines;
}

/** Runs of the same height, each row from the left to the right. */
function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && run.y - first.y <= Math.min(run.size, first.size) * SAME_LINE) row.push(run);
    else rows.push([run]);
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

function join(line: Line, run: Run): Line | undefined {
  const size = Math.max(line.size, run.size);
  const gap = run.x - rightOf(line);
  if (gap > size * WIDEST_GAP) return undefined;
  const meetsChinese = CHINESE.test(line.text.at(-1) ?? '') || CHINESE.test(run.text[0] ?? '');
  const blank = gap > size * BLANK && !meetsChinese ? ' ' : '';
  const width = Math.max(rightOf(line), rightOf(run)) - line.x;
  return {
    ...line,
    text: line.text + blank + run.text,
    width,
    size: heavier(line, run),
    bold: line.bold && run.bold,
  };
}

/** The size of the longer text, so that a footnote's mark does not count. */
function heavier(a: Run, b: Run): number {
  return a.text.length >= b.text.length ? a.size : b.size;
}
