import type { Range } from '../../language/range.js';
import { isStruckOut } from '../struck-out.js';
import type { Effort } from './effort.js';
import { hasMarkup, isTooMuch, type Node, parseLines, type Root } from './parse.js';

/** Characters of the source that are text, in their order. */
export interface Piece extends Range {
  readonly text: string;
  /** Line of what was parsed that it begins in, counted from 1. */
  readonly line: number;
}

/**
 * A mark that CommonMark leaves of `**重点：**后文`, since it expects a blank or a letter where Chinese has neither. Between
 * letters or digits of ASCII, or between blanks, it is no mark: `2**10`.
 */
const LEFT_MARK = /(?<!\*)\*\*(?!\*)/gu;
const NO_MARK = /^(?:\w\*\*\w|\s?\*\*\s)$/u;
const LINE_TAG = /^<br\s*\/?>$/iu;
/** A tag that begins or ends an element, with its name. */
const TAG = /^<(\/?)([a-z]+)(?:\s[^>]*)?>$/iu;
/** Where a range of numbers was written with two waves: `10~~20元，30~~40元`. */
const DIGITS_AROUND = /^\d~~\d$/u;

/** A line of Markdown. */
export interface MarkedLine {
  /** Without a line break. */
  readonly text: string;
  /** Line of the file, counted from 1. */
  readonly number: number;
}

/** Between two lines that are parsed together, so that each is a paragraph. */
const BETWEEN = '\n\n';
/** Where a batch ends, in UTF-16 units: a call of the parser costs as much as some hundred of them. */
const ENOUGH = 2_000;

/**
 * The text of each line, without its marks: emphasis, addresses of links, pictures, numbers of footnotes, tags.
 * @returns pieces by UTF-16 units into their line
 */
export function piecesOfLines(lines: readonly MarkedLine[], effort: Effort): Piece[][] {
  const pieces = lines.map(({ text }): Piece[] => [{ text, start: 0, end: text.length, line: 1 }]);
  let batch: number[] = [];
  let units = 0;
  const flush = () => {
    const texts = batch.map((at) => lines[at]!.text);
    for (const [i, found] of parseTogether(texts).entries()) pieces[batch[i]!] = found;
    [batch, units] = [[], 0];
  };
  for (const [at, { text, number }] of lines.entries()) {
    if (!hasMarkup(text) || isTooMuch(text) || !effort.allows(text, number)) continue;
    batch.push(at);
    units += text.length;
    if (units > ENOUGH) flush();
  }
  if (batch.length > 0) flush();
  return pieces;
}

/** The text of each line, without its marks; where it has a `<br>`, with a line break. */
export function textsOfLines(lines: readonly MarkedLine[], effort: Effort): string[] {
  return piecesOfLines(lines, effort).map((pieces) => pieces.map(({ text }) => text).join(''));
}

function parseTogether(texts: readonly string[]): Piece[][] {
  const source = texts.join(BETWEEN);
  const pieces = texts.map((): Piece[] => []);
  const starts: number[] = [];
  let start = 0;
  for (const { length } of texts) {
    starts.push(start);
    start += length + BETWEEN.length;
  }
  for (const paragraph of parseLines(source).children) {
    const number = ((paragraph.position?.start.line ?? 1) - 1) / BETWEEN.length;
    const shift = starts[number] ?? 0;
    for (const { text, start, end } of piecesOf(paragraph, source)) {
      pieces[number]?.push({ text, start: start - shift, end: end - shift, line: 1 });
    }
  }
  return pieces;
}

/**
 * The text below a node, less what its author has struck out. A line break in the source is one in the text.
 * @param source what was parsed
 */
export function piecesOf(node: Node | Root, source: string): Piece[] {
  const pieces: Piece[] = [];
  const open: (Node | Root)[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const own = pieceOf(next, source);
    if (own) pieces.push(own);
    else if ('children' in next) open.push(...standing(next.children).reverse());
  }
  return withoutStrong(pieces);
}

/** The nodes that do not stand between a tag that strikes out and the one that ends it. */
function standing<Child extends Node>(nodes: readonly Child[]): Child[] {
  const lastEnd = nodes.findLastIndex((node) => strikes(node) === 'end');
  let depth = 0;
  return nodes.filter((node, i) => {
    const tag = i <= lastEnd ? strikes(node) : undefined;
    if (tag === 'begin') depth++;
    else if (tag === 'end') depth = Math.max(0, depth - 1);
    return depth === 0 || i > lastEnd;
  });
}

/** What a tag does that strikes out; `undefined` of all else. */
function strikes(node: Node): 'begin' | 'end' | undefined {
  const [, slash, name = ''] = (node.type === 'html' && TAG.exec(node.value)) || [];
  if (!isStruckOut({ tagName: name.toLowerCase() })) return undefined;
  return slash === '' ? 'begin' : 'end';
}

/** Whether what was read as struck out is numbers: the waves at both its ends stand between digits. */
function isBetweenNumbers(source: string, start: number, end: number): boolean {
  return [start, end - 2].every((at) => DIGITS_AROUND.test(source.slice(Math.max(0, at - 1), at + 3)));
}

function pieceOf(node: Node | Root, source: string): Piece | undefined {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const line = node.position?.start.line ?? 1;
  if (node.type === 'text') return { text: node.value, start, end, line };
  if (node.type === 'delete') {
    const text = isBetweenNumbers(source, start, end) ? source.slice(start, end) : '';
    return { text, start, end: start + text.length, line };
  }
  if (node.type === 'inlineCode') {
    const at = Math.max(start, source.indexOf(node.value, start));
    return { text: node.value, start: at, end: at + node.value.length, line };
  }
  if (node.type === 'break' || (node.type === 'html' && LINE_TAG.test(node.value))) {
    return { text: '\n', start, end: start, line };
  }
  return undefined;
}

/** Takes out the marks that were left, where they are pairs. Which belong together does not matter to the text. */
function withoutStrong(pieces: readonly Piece[]): Piece[] {
  const marks = pieces.map(leftMarks);
  if (marks.reduce((sum, { length }) => sum + length, 0) % 2 === 1) return [...pieces];
  return pieces.flatMap((piece, i) => {
    const edges = [0, ...marks[i]!.flatMap((at) => [at, at + 2]), piece.text.length];
    const kept = edges.flatMap((from, k) => (k % 2 === 0 ? [slice(piece, from, edges[k + 1]!)] : []));
    return edges.length === 2 ? [piece] : kept.filter(({ text }) => text !== '');
  });
}

/** Where marks are left in a piece that is written as it is, UTF-16 units into it. */
function leftMarks({ text, start, end }: Piece): number[] {
  if (text.length !== end - start || !text.includes('**')) return [];
  return [...text.matchAll(LEFT_MARK)]
    .map(({ index }) => index)
    .filter((at) => !NO_MARK.test(text.slice(Math.max(0, at - 1), at + 3)));
}

function slice({ text, start, line }: Piece, from: number, to: number): Piece {
  const breaks = text.slice(0, from).split('\n').length - 1;
  return { text: text.slice(from, to), start: start + from, end: start + to, line: line + breaks };
}
