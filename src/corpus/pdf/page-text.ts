/** Text that was set in one go. All lengths are points, places from the page's top left. */
export interface Run {
  readonly text: string;
  readonly x: number;
  /** Of the line that the characters stand on. */
  readonly y: number;
  /** How far the characters reach. */
  readonly width: number;
  /** Of the font. */
  readonly size: number;
  /** Whether the font is a bold one, or 黑体. */
  readonly bold: boolean;
  /** Whether the characters follow one another downwards; `x` is the middle of them then, `y` where the first begins. */
  readonly down: boolean;
}

/** What is written on a page, in the order in which it was set. */
export interface PageText {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** How many UTF-16 units stand on their side or aslant, and are not among the runs. */
  readonly turned: number;
}

/** Runs that follow one another on a line, with no gap that parts columns. */
export interface Line extends Run {
  /** Counted from 1. */
  readonly page: number;
}

/** The right end of a run or line. */
export function rightOf({ x, width }: Pick<Run, 'x' | 'width'>): number {
  return x + width;
}

/** The middle value; 0 where there is none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
