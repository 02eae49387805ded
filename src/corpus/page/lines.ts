import type { Range } from '../../language/range.js';

/** A line of the source that holds something. The range leaves out white space at both ends. */
export interface SourceLine extends Range {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** Whether white space stands before the text. */
  readonly indented: boolean;
  /** Whether an empty line, or the beginning of the file, stands before it. */
  readonly afterBlank: boolean;
}

const LINE_BREAK = /\r\n|\n|\r/g;

/** The lines of a text that hold something, one at a time; Unix, Windows and old Macintosh line ends alike. */
export function* linesOf(text: string, from = 0): Generator<SourceLine> {
  let number = 1;
  let start = 0;
  let afterBlank = true;
  for (const [lineEnd, next] of lineEnds(text)) {
    const raw = text.slice(start, lineEnd);
    const line = raw.trim();
    if (line === '' || start < from) {
      afterBlank = true;
    } else {
      const indent = raw.length - raw.trimStart().length;
      const at = start + indent;
      yield { start: at, end: at + line.length, text: line, number, indented: indent > 0, afterBlank };
      afterBlank = false;
    }
    start = next;
    number++;
  }
}

/** Where each line ends and where the next begins. */
function* lineEnds(text: string): Generator<readonly [end: number, next: number]> {
  for (const match of text.matchAll(LINE_BREAK)) yield [match.index, match.index + match[0].length];
  yield [text.length, text.length];
}
