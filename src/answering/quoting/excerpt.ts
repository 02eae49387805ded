import type { Passage } from '../../corpus/article.js';
import { clauses, sentences } from '../../language/clauses.js';
import type { Range } from '../../language/range.js';
import { segment } from '../../language/segment.js';

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

/** What is in front of the focus gets at most this share (0 to 1) of the room that the focus leaves, unless the end needs less. */
const SHARE_IN_FRONT = 1 / 3;

/**
 * As much of a clause around the focus as fits, cut between words; inside one only where it is longer than the excerpt, or
 * where the focus begins or ends in it and there is no room for all of it.
 */
function cut(text: string, clause: Range, focus: Range, chars: number): Range {
  const words = segment(text.slice(clause.start, clause.end)).map(({ start, end }) => ({
    start: clause.start + start,
    end: clause.start + end,
  }));
  const around = (at: number): Range | undefined => words.find(({ start, end }) => start < at && at < end);
  const whole = {
    start: around(focus.start)?.start ?? focus.start,
    end: around(focus.end)?.end ?? focus.end,
  };
  const holds = ({ start, end }: Range): boolean => end - start <= chars;
  const core = holds(whole) || !holds(focus) ? whole : focus;
  const room = Math.max(0, chars - (core.end - core.start));
  const inFront = Math.min(core.start - Math.floor(room * SHARE_IN_FRONT), clause.end - chars);
  const from = Math.min(core.start, Math.max(clause.start, inFront));
  const next = around(from)?.end ?? from;
  const start = offPair(text, next <= core.start ? next : from, 1);
  const to = Math.min(clause.end, start + chars);
  const before = around(to)?.start ?? to;
  const end = offPair(text, before > start && (before >= core.end || to < core.end) ? before : to, -1);
  return { start, end: end > start ? end : to };
}

/** The place, or the one beside it where it is between the halves of a surrogate pair. */
function offPair(text: string, at: number, step: 1 | -1): number {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1)) ? at + step : at;
}
