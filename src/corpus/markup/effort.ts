/**
 * What is parsed of a file at most, in UTF-16 units: the parser takes one to two seconds for so many. It is far beyond any
 * book of which not every line is marked up, since lines without marks are not parsed.
 */
const MOST_PARSED = 250_000;
/** Each line takes as long as so many units more. */
const UNITS_A_LINE = 30;

/** Counts what is parsed of a file, so that a file that is nothing but marks takes no longer than others. */
export class Effort {
  #parsed = 0;
  /** Line of the file from which on marks are not parsed, counted from 1; `undefined` where all were. */
  exhaustedAt: number | undefined;

  /** Whether a stretch may still be parsed; it is counted if so. */
  allows(text: string, line: number): boolean {
    if (this.exhaustedAt !== undefined) return false;
    this.#parsed += text.length + text.split('\n').length * UNITS_A_LINE;
    if (this.#parsed > MOST_PARSED) this.exhaustedAt = line;
    return this.exhaustedAt === undefined;
  }
}
