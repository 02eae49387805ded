import type { Range } from '../../language/range.js';
import type { Effort } from './effort.js';
import { type MarkedLine, piecesOfLines } from './inline.js';

/**
 * Which characters of each line are text and not marks: UTF-16 units into it, in order. Unlike the text of a document, that of a
 * page is made of its characters alone, so that a character that is written as `&amp;` stays so. An empty range is where a line breaks.
 */
export function keptOfLines(lines: readonly MarkedLine[], effort: Effort): Range[][] {
  return piecesOfLines(lines, effort).map((pieces, i) =>
    pieces.flatMap(({ text, start, end }) => {
      if (text === '') return [];
      if (text.length === end - start) return [{ start, end }];
      return text === '\n' ? [{ start, end: start }] : withoutEscapes(lines[i]!.text, start, end);
    }),
  );
}

/** A stretch without the strokes that keep a sign from being a mark. */
function withoutEscapes(line: string, start: number, end: number): Range[] {
  const kept: Range[] = [];
  let from = start;
  for (const { index } of line.slice(start, end).matchAll(/\\(?=[!-/:-@[-`{-~])./g)) {
    kept.push({ start: from, end: start + index });
    from = start + index + 1;
  }
  kept.push({ start: from, end });
  return kept.filter((range) => range.end > range.start);
}
