import type { Passage } from '../../corpus/article.js';
import { clauses, sentences } from '../../language/clauses.js';
import type { Range } from '../../language/range.js';

/** A verbatim stretch of a passage. */
export interface Excerpt {
  readonly text: string;
  /** Where it stands, UTF-16 units into the passage's text. */
  readonly place: Range;
}

/**
 * An excerpt around what it is about: the sentence, table row or list item that holds it, then its neighbours as long as
 * they fit, the one that says more to the question first. A sentence that is too long is cut between clauses, a clause
 * that is too long between words.
 * @param focus what has to be in it, UTF-16 units into the passage's text
 * @param chars longest excerpt in UTF-16 units
 * @param worth what a stretch of the passage has to say to the question; of equals the one after the focus is taken
 */
export function excerptAround(
  { text }: Pick<Passage, 'text'>,
  focus: Range,
  chars: number,
  worth: (stretch: Range) => number = () => 0,
): Excerpt {
  const whole = sentences(text);
  const held = holding(whole, focus);
  let place = spanOf(whole.slice(...held));
  if (lengthOf(text, place) <= chars) place = grown(text, whole, held, chars, worth);
  else {
    const parts = clauses(text).filter(({ start, end }) => start < place.end && end > place.start);
    const core = holding(parts, focus);
    const fits = lengthOf(text, spanOf(parts.slice(...core))) <= chars;
    place = fits
      ? grown(text, parts, core, chars, worth)
      : cut(text, spanOf(parts.slice(...core)), focus, chars);
  }
  const trim = trimmed(text, place);
  return { text: text.slice(trim.start, trim.end), place: trim };
}

/** A range of the passage as a range of the excerpt, when it stands there whole. */
export function inExcerpt({ place }: Excerpt, { start, end }: Range): Range | undefined {
  const inside = start >= place.start && end <= place.end && start < end;
  return inside ? { start: start - place.start, end: end - place.start } : undefined;
}

/** From which piece to which (exclusive) a range stands; pieces follow one another. */
function holding(pieces: readonly Range[], { start, end }: Range): [from: number, to: number] {
  const from = Math.max(
    0,
    pieces.findIndex((piece) => piece.end > start),
  );
  const to = pieces.findIndex((piece) => piece.end >= end);
  return [from, Math.max(from, to < 0 ? pieces.length - 1 : to) + 1];
}

function spanOf(pieces: readonly Range[]): Range {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}

/** The pieces with as many of their neighbours as fit. */
function grown(
  text: string,
  pieces: readonly Range[],
  [from, to]: readonly [number, number],
  chars: number,
  worth: (stretch: Range) => number,
): Range {
  const fits = (first: number, beyond: number): boolean =>
    first >= 0 && beyond <= pieces.length && lengthOf(text, spanOf(pieces.slice(first, beyond))) <= chars;
  const before = fits(from - 1, to);
  const after = fits(from, to + 1);
  if (!before && !after) return spanOf(pieces.slice(from, to));
  const takesBefore = before && (!after || worth(pieces[from - 1] as Range) > worth(pieces[to] as Range));
  return takesBefore
    ? grown(text, pieces, [from - 1, to], chars, worth)
    : grown(text, pieces, [from, to + 1], chars, worth);
}

/** How long a stretch is without the white space at its ends, in UTF-16 units. */
function lengthOf(text: string, range: Range): number {
  const { start, end } = trimmed(text, range);
  return end - start;
}

function trimmed(text: string, { start, end }: Range): Range {
  const part = text.slice(start, end);
  const body = part.trim();
  const from = start + part.length - part.trimStart().length;
  return body === '' ? { start, end: start } : { start: from, end: from + body.length };
}

/** What is in front of the focus gets at most this share (0 to 1) of the room that the focus leaves. */
const SHARE_IN_FRONT = 1 / 3;

/** As much of a clause around the focus as fits, cut neither in a number, a Latin word nor a surrogate pair. */
function cut(text: string, clause: Range, focus: Range, chars: number): Range {
  const room = Math.max(0, chars - (focus.end - focus.start));
  let start = Math.max(clause.start, focus.start - Math.floor(room * SHARE_IN_FRONT));
  let end = Math.min(clause.end, start + chars);
  while (start < focus.start && joins(text, start)) start++;
  while (end > start + 1 && end < clause.end && joins(text, end)) end--;
  if (end <= start + 1) end = Math.min(clause.end, start + chars);
  return { start, end };
}

/** Whether the characters on both sides of a place belong together. */
function joins(text: string, at: number): boolean {
  return (
    /^(?:[\p{Script=Latin}\p{N}.]{2}|[\ud800-\udbff][\udc00-\udfff])$/u.test(text.slice(at - 1, at + 1)) ||
    isPair(text, at)
  );
}

function isPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '');
}
