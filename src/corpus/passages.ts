import { clauses, sentences } from '../language/clauses.js';
import type { Range } from '../language/range.js';
import type { Article, Block, BlockRole, Passage } from './article.js';
import { createNumbering, shortHash } from './identity.js';

export interface PassageOptions {
  /** Length to aim at, in UTF-16 units; default `PASSAGE_LENGTH`. */
  readonly length?: number;
}

/** Wanted length of a passage in UTF-16 units. Headlines may come on top, so that they stay with their text. */
export const PASSAGE_LENGTH = 600;

/** Part of the wanted length below which headlines alone make no passage. */
const LEAST_HEADLINE_SHARE = 1 / 2;

/** A block, or a part of a long one: what passages are put together from. */
interface Piece extends Range {
  readonly lines: readonly [first: number, last: number];
  /** Whether it announces the text after it, so that it should not end a passage. */
  readonly headline: boolean;
}

/**
 * Cuts an article into passages: whole blocks together while they fit, long paragraphs at the ends of sentences
 * (clauses where a sentence is too long, anywhere but inside a surrogate pair where a clause is).
 * @returns passages in the order of the text, not overlapping; together they hold all of it but white space
 */
export function passagesOf(article: Article, { length = PASSAGE_LENGTH }: PassageOptions = {}): Passage[] {
  const number = createNumbering();
  return group(piecesOf(article, length), length).map((pieces) => {
    const first = pieces[0]!;
    const last = pieces.at(-1)!;
    const text = article.text.slice(first.start, last.end);
    return {
      id: shortHash(article.source, article.id, text, String(number(text))),
      article,
      text,
      start: first.start,
      end: last.end,
      lines: [first.lines[0], last.lines[1]],
    };
  });
}

function piecesOf(article: Article, length: number): Piece[] {
  return article.blocks.flatMap((block) => {
    const headline = announces(block);
    const text = article.text.slice(block.start, block.end);
    return cut(text, length).map(({ start, end }) => ({
      start: block.start + start,
      end: block.start + end,
      lines: block.lines,
      headline,
    }));
  });
}

const ANNOUNCE: ReadonlySet<BlockRole> = new Set([
  'title',
  'subtitle',
  'kicker',
  'summary',
  'subhead',
  'header',
  'question',
]);

function announces({ role }: Block): boolean {
  return ANNOUNCE.has(role);
}

/** Puts neighbours together up to the wanted length; headlines move on to the passage that they announce. */
function group(pieces: readonly Piece[], length: number): Piece[][] {
  const groups: Piece[][] = [];
  let current: Piece[] = [];
  for (const piece of pieces) {
    if (current.length > 0 && piece.end - current[0]!.start > length) {
      const carried = headlinesAtEnd(current, length);
      const kept = current.slice(0, current.length - carried.length);
      if (kept.length > 0) groups.push(kept);
      current = carried;
    }
    current.push(piece);
  }
  if (current.length > 0) groups.push(current);
  return groups;
}

/** The headlines that end a group, when they are too short for a passage of their own. */
function headlinesAtEnd(group: readonly Piece[], length: number): Piece[] {
  const from = group.findLastIndex(({ headline }) => !headline) + 1;
  const first = group[from];
  if (!first || group.at(-1)!.end - first.start >= length * LEAST_HEADLINE_SHARE) return [];
  return group.slice(from);
}

type Splitter = (text: string) => Range[];

/** Ranges of `length` units at most (one more where a surrogate pair would be cut) that cover the text but for white space at their ends. */
function cut(text: string, length: number): Range[] {
  const whole = { start: 0, end: text.length };
  return cutRange(text, whole, length, [sentences, clauses])
    .map((range) => trim(text, range))
    .filter(({ start, end }) => end > start);
}

function cutRange(text: string, range: Range, length: number, splitters: readonly Splitter[]): Range[] {
  if (range.end - range.start <= length) return [range];
  const [split, ...finer] = splitters;
  if (!split) return cutAnywhere(text, range, length);
  const parts = split(text.slice(range.start, range.end)).map(({ start, end }) => ({
    start: range.start + start,
    end: range.start + end,
  }));
  return balance(parts, length).flatMap((part) => cutRange(text, part, length, finer));
}

/** Equal parts, whatever stands there, but no cut inside a surrogate pair. */
function cutAnywhere(text: string, { start, end }: Range, length: number): Range[] {
  const count = Math.ceil((end - start) / length);
  const cuts = Array.from({ length: count + 1 }, (_, i) => start + Math.floor(((end - start) * i) / count));
  const safe = cuts.map((cut) => (isInsidePair(text, cut) ? cut - 1 : cut));
  return safe.slice(1).map((cut, i) => ({ start: safe[i]!, end: cut }));
}

function isInsidePair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

/** Puts neighbouring parts together into stretches of about equal length, none longer than asked for. */
function balance(parts: readonly Range[], length: number): Range[] {
  const total = parts.at(-1)!.end - parts[0]!.start;
  const aim = total / Math.ceil(total / length);
  const stretches: Range[] = [];
  let current: Range | undefined;
  for (const part of parts) {
    if (current && fits(current, part, aim, length)) current = { start: current.start, end: part.end };
    else {
      if (current) stretches.push(current);
      current = part;
    }
  }
  if (current) stretches.push(current);
  return stretches;
}

/** Whether a part makes the stretch come nearer to the aim, within the limit. */
function fits(stretch: Range, part: Range, aim: number, limit: number): boolean {
  const grown = part.end - stretch.start;
  const half = (part.end - part.start) / 2;
  return grown <= limit && grown - half <= aim;
}

function trim(text: string, { start, end }: Range): Range {
  const slice = text.slice(start, end);
  return { start: end - slice.trimStart().length, end: start + slice.trimEnd().length };
}
