import { beginsAfresh, endingOf, isStandalone } from './forms.js';
import type { SourceLine } from './lines.js';
import { joinStrips, type Strip, stripOf } from './strip.js';

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
  const width = Math.max(...group.map(({ text }) => columns(text)));
  const full = group.map(({ text }, i) => isFull(text, group[i + 1]?.text, width));
  if (width < NARROWEST || !isWrapped(group, full)) return group.map(stripOf);
  const someIndented = group.some(({ indented }) => !indented);
  const strips: Strip[] = [];
  group.forEach((line, i) => {
    const before = strips.at(-1);
    const goesOn =
      before && full[i - 1] && !(someIndented && line.indented) && !standsApart(group[i - 1]!, line);
    if (goesOn) strips[strips.length - 1] = joinStrips(before, stripOf(line));
    else strips.push(stripOf(line));
  });
  return strips;
}

function standsApart(before: SourceLine, line: SourceLine): boolean {
  return isStandalone(before.text) || isStandalone(line.text) || beginsAfresh(line.text);
}

function isWrapped(group: readonly SourceLine[], full: readonly boolean[]): boolean {
  const filled = group.filter((_, i) => full[i]);
  const open = filled.filter(({ text }) => endingOf(text) === 'open');
  return (
    filled.length >= (group.length - 1) * LEAST_FULL &&
    open.length >= filled.length * LEAST_FULL &&
    open.length > 0
  );
}

/** Whether the next line's first word, with the signs that may not begin a line, would not have fitted. */
function isFull(text: string, next: string | undefined, width: number): boolean {
  if (next === undefined) return false;
  const word = /^(?:[\p{Script=Latin}\d'-]+|.)[，。、；：！？”’」』）》】,.;:!?)]*/u.exec(next)?.[0] ?? '';
  const space = /^[\p{Script=Latin}\d]/u.test(word) ? 1 : 0;
  return columns(text) + space + columns(word) > width;
}

/** Width of a text in columns of a terminal. */
function columns(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026]|[\u{1f300}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}
