import { columnsOf } from './columns.js';
import { beginsAfresh, endingOf, isStandalone } from './forms.js';
import type { SourceLine } from './lines.js';
import { joinStrips, LONGEST_PARAGRAPH, type Strip, stripOf } from './strip.js';

/** Narrowest column that text is taken to be wrapped at, in columns of a terminal (a Chinese character has two). */
const NARROWEST = 40;
/** Least share of a group's lines that are as full as they could be, for the group to count as wrapped. */
const LEAST_FULL = 0.5;

/**
 * Puts hard-wrapped lines together into paragraphs again. Lines without an empty line between them count as wrapped
 * when most are as long as the next line's first word allows and most of these end inside a sentence. Lines
 * that are paragraphs of their own (one a line, verse, lists, tables) stay so.
 * @param group neighbouring lines without an empty line between them
 */
export function unwrap(group: readonly SourceLine[]): Strip[] {
  if (group.length < 2) return group.map(stripOf);
  const widths = group.map(({ text }) => columnsOf(text));
  const width = widths.reduce((widest, each) => Math.max(widest, each), 0);
  const full = group.map((_, i) => isFull(widths[i]!, group[i + 1]?.text, width));
  if (width < NARROWEST || !isWrapped(group, full)) return group.map(stripOf);
  const indentsDivide = group.some(({ indented }) => !indented);
  const strips: Strip[] = [];
  group.forEach((line, i) => {
    const before = strips.at(-1);
    const begins = !full[i - 1] || (indentsDivide && line.indented) || standApart(group[i - 1]!, line);
    if (!before || begins || before.text.length > LONGEST_PARAGRAPH) strips.push(stripOf(line));
    else strips[strips.length - 1] = joinStrips(before, stripOf(line));
  });
  return strips;
}

function standApart(before: SourceLine, line: SourceLine): boolean {
  return isStandalone(before.text) || isStandalone(line.text) || beginsAfresh(line.text);
}

function isWrapped(group: readonly SourceLine[], full: readonly boolean[]): boolean {
  const filled = group.filter((_, i) => full[i]);
  const open = filled.filter(({ text }) => endingOf(text) === 'open');
  return (
    open.length > 0 &&
    filled.length >= (group.length - 1) * LEAST_FULL &&
    open.length >= filled.length * LEAST_FULL
  );
}

/** Whether the next line's first word, with the signs that may not begin a line, would not have fitted. */
function isFull(columns: number, next: string | undefined, width: number): boolean {
  if (next === undefined) return false;
  const word =
    /^(?:[\p{Script=Latin}\d'-]+|.)[，。、；：！？”’」』）》】,.;:!?)]*/u.exec(next.slice(0, width))?.[0] ??
    '';
  const space = /^[\p{Script=Latin}\d]/u.test(word) ? 1 : 0;
  return columns + space + columnsOf(word) > width;
}
