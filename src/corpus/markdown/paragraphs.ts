import type { BlockDraft } from '../block-draft.js';
import { unwrap } from '../page/wrap.js';

/** A line of text, without the marks around it. */
export interface Line {
  readonly text: string;
  /** Line of the file, counted from 1. */
  readonly number: number;
}

/** Puts hard-wrapped lines together; lines that are paragraphs of their own, as Chinese writers have them, stay so. */
export function paragraphsOf(lines: readonly Line[]): Pick<BlockDraft, 'text' | 'lines'>[] {
  const group = lines.flatMap(({ text, number }) => {
    const trimmed = text.trim();
    const indented = text.trimStart().length < text.length;
    return trimmed === ''
      ? []
      : { text: trimmed, number, indented, afterBlank: false, start: 0, end: trimmed.length };
  });
  return unwrap(group).map((strip) => ({ text: strip.text, lines: strip.lines }));
}
