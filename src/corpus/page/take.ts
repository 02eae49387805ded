import type { Range } from '../../language/range.js';
import { needsSpace, type Strip } from './strip.js';

/** A strip of which marks were taken out. */
export interface Taken {
  readonly strip: Strip;
  /** The marks, UTF-16 units into the source. */
  readonly left: readonly Range[];
}

/**
 * Keeps some of a strip's text and takes out the rest.
 * @param kept UTF-16 units into the strip's text, in order; where a line breaks, an empty one
 * @param source the whole text that the strip's spans point into
 */
export function take(strip: Strip, kept: readonly Range[], source: string): Taken {
  const spans = kept.flatMap((range) => sourceOf(strip, range, source));
  const gone = complement(kept, strip.text.length);
  return {
    strip: { ...strip, text: textOf(strip, kept), spans },
    left: gone.flatMap((range) => sourceOf(strip, range, source)),
  };
}

function textOf({ text }: Strip, kept: readonly Range[]): string {
  let joined = '';
  let broken = false;
  for (const { start, end } of kept) {
    const piece = text.slice(start, end);
    if (piece !== '') joined = broken ? joinLines(joined, piece) : joined + piece;
    broken = piece === '';
  }
  return joined.trim();
}

function joinLines(before: string, after: string): string {
  const [first, second] = [before.trimEnd(), after.trimStart()];
  return first + (needsSpace(first, second) ? ' ' : '') + second;
}

/** Where a stretch of the text comes from. */
function sourceOf({ text, spans }: Strip, { start, end }: Range, source: string): Range[] {
  const ranges: Range[] = [];
  let at = 0;
  for (const span of spans) {
    // Where two Latin words met at a line break, the text has a space that the source has not.
    if (text[at] === ' ' && source[span.start] !== ' ') at++;
    const from = Math.max(start, at);
    const to = Math.min(end, at + span.end - span.start);
    if (to > from) ranges.push({ start: span.start + from - at, end: span.start + to - at });
    at += span.end - span.start;
  }
  return ranges;
}

/** What lies between ranges, from 0 to the length. */
export function complement(ranges: readonly Range[], length: number): Range[] {
  const edges = [0, ...ranges.flatMap(({ start, end }) => [start, end]), length];
  return edges.flatMap((start, i) =>
    i % 2 === 0 && edges[i + 1]! > start ? { start, end: edges[i + 1]! } : [],
  );
}
