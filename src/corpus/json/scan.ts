/**
 * Finds the parts of a JSON text by their places, so that each can be parsed by itself: a broken one costs itself alone,
 * its line is known, and a large file need not stand in memory twice.
 */

/** A member of an array or object. Places are UTF-16 units into the text. */
export interface Member {
  /** Its name in an object; absent in an array. */
  readonly key?: string;
  readonly start: number;
  readonly end: number;
  /** Whether its end is there; the last one of a text that breaks off has none. */
  readonly whole: boolean;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * The members of an array or object in their order, whatever the depth of what is in them.
 * @param opening place of its bracket or brace
 * @returns the place after its end; `undefined` where the text breaks off
 */
export function* membersOf(text: string, opening: number): Generator<Member, number | undefined> {
  const named = text[opening] === '{';
  let depth = 1;
  let start = opening + 1;
  let key: string | undefined;
  for (let i = opening + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === QUOTE) i = endOfString(text, i);
    else if (OPENING.has(unit)) depth++;
    else if (CLOSING.has(unit)) depth--;
    else if (unit === COLON && depth === 1 && named && key === undefined) {
      key = nameOf(text.slice(start, i));
      start = i + 1;
    }
    if (depth > 1 || (depth === 1 && unit !== COMMA)) continue;
    yield* member(text, key, start, i);
    if (depth === 0) return i + 1;
    [start, key] = [i + 1, undefined];
  }
  yield* member(text, key, start, text.length, false);
  return undefined;
}

/** The place after an array's or object's end; `undefined` where the text breaks off. */
export function endOf(text: string, opening: number): number | undefined {
  const members = membersOf(text, opening);
  for (let next = members.next(); ; next = members.next()) if (next.done) return next.value;
}

/** The first place from one on that is no white space. */
export function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Tells the line of places that come in their order. */
export class LineCounter {
  #line = 1;
  #next: number;

  constructor(private readonly text: string) {
    this.#next = text.indexOf('\n');
  }

  /** Line of a place, counted from 1; the place is none before the last one asked for. */
  at(place: number): number {
    while (this.#next >= 0 && this.#next < place) {
      this.#line++;
      this.#next = this.text.indexOf('\n', this.#next + 1);
    }
    return this.#line;
  }
}

/** A member less the white space around it; none where nothing else is there, as after a last comma. */
function* member(
  text: string,
  key: string | undefined,
  from: number,
  to: number,
  whole = true,
): Generator<Member> {
  const start = Math.min(skipBlank(text, from), to);
  let end = to;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (end > start) yield { ...(key !== undefined && { key }), start, end, whole };
}

/** The place of the quotation mark that ends a string; the end of the text where there is none. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === QUOTE) return i;
    if (unit === BACKSLASH) i++;
  }
  return text.length;
}

function nameOf(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    return written.trim();
  }
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}
