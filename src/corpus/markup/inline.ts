import type { Range } from '../../language/range.js';
import type { Effort } from './effort.js';
import { hasMarkup, isTooMuch, type Node, parseLines, type Root } from './parse.js';

/** Characters of the source that are text, in their order. */
export interface Piece extends Range {
  readonly text: string;
  /** Line of what was parsed that it begins in, counted from 1. */
  readonly line: number;
}

/** What CommonMark leaves of `**重点：**后文`, since it expects a blank or a letter where Chinese has neither. */
const STRONG = /\*\*(?=\S)([^*\n]{1,400}?)(?<=\S)\*\*|__(?=\S)([^_\n]{1,400}?)(?<=\S)__/gu;
const LINE_TAG = /^<br\s*\/?>$/iu;

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

/** The text of each line, without its marks. */
export function textsOfLines(lines: readonly MarkedLine[], effort: Effort): string[] {
  return piecesOfLines(lines, effort).map((pieces) =>
    pieces
      .map(({ text }) => text)
      .join('')
      .replaceAll('\n', ' '),
  );
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
 * The text below a node. A line break in the source is one in the text.
 * @param source what was parsed
 */
export function piecesOf(node: Node | Root, source: string): Piece[] {
  const pieces: Piece[] = [];
  const open: (Node | Root)[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    const own = pieceOf(next, source);
    if (own) pieces.push(own);
    else if ('children' in next) open.push(...[...next.children].reverse());
  }
  return withoutStrong(pieces);
}

function pieceOf(node: Node | Root, source: string): Piece | undefined {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const line = node.position?.start.line ?? 1;
  if (node.type === 'text') return { text: node.value, start, end, line };
  if (node.type === 'inlineCode') {
    const at = Math.max(start, source.indexOf(node.value, start));
    return { text: node.value, start: at, end: at + node.value.length, line };
  }
  if (node.type === 'break' || (node.type === 'html' && LINE_TAG.test(node.value))) {
    return { text: '\n', start, end: start, line };
  }
  return undefined;
}

/** Takes out the pairs of `**` that were left, where they stand in one piece and are written as they are. */
function withoutStrong(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece) => {
    const { text, start, end } = piece;
    if (text.length !== end - start || !/\*\*|__/.test(text)) return [piece];
    const kept: Piece[] = [];
    let from = 0;
    for (const { 0: whole, index } of text.matchAll(STRONG)) {
      if (isFormula(text, index)) continue;
      kept.push(slice(piece, from, index), slice(piece, index + 2, index + whole.length - 2));
      from = index + whole.length;
    }
    return [...kept, slice(piece, from, text.length)].filter((part) => part.text !== '');
  });
}

/** Whether letters or digits of ASCII touch the opening mark on both sides: `2**3**4`. */
function isFormula(text: string, at: number): boolean {
  return /^\w(?:\*\*|__)\w$/.test(text.slice(Math.max(0, at - 1), at + 3));
}

function slice({ text, start, line }: Piece, from: number, to: number): Piece {
  const breaks = text.slice(0, from).split('\n').length - 1;
  return { text: text.slice(from, to), start: start + from, end: start + to, line: line + breaks };
}
