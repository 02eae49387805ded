import type { Range } from '../../language/range.js';
import { FIELD_OF_NAME } from './names.js';

/** A block at the head of a file that may state something about it. */
export interface HeadBlock {
  readonly syntax: 'yaml' | 'toml' | 'json';
  /** What stands between its marks; for JSON with its braces. Lines end with `\n`. */
  readonly content: string;
  /** Line of the file that `content` begins in, counted from 1. */
  readonly line: number;
  /** The block with its marks, UTF-16 units into the file. */
  readonly range: Range;
}

/** A longer block is no front matter but an article between two rules. UTF-16 units. */
export const LONGEST = 10_000;
export const LINE_BREAK = /\r\n|\n|\r/;

const BREAK = String.raw`(?:\r\n|\n|\r)`;
const END = String.raw`[ \t]*(?=\r|\n|$)`;
/** Between two lines of the same mark; YAML may end with three dots. */
const FENCED: readonly (readonly [HeadBlock['syntax'], RegExp])[] = [
  ['yaml', fenced('---', String.raw`(?:---|\.\.\.)`)],
  ['toml', fenced(String.raw`\+\+\+`, String.raw`\+\+\+`)],
  ['json', fenced(';;;', ';;;')],
];
/** An entry in the form that most have: `name: value`. The colon may be a Chinese one. */
export const ENTRY = /^([\p{L}_][\p{L}\p{N}_-]*)[ \t]*[:：]\s*(.*)$/u;
const CLOSING_RULE = /^---[ \t]*$/;

/** Finds the block at the head of a file, in any of the forms that site generators read. */
export function headBlock(text: string): HeadBlock | undefined {
  const head = text.slice(0, LONGEST);
  for (const [syntax, form] of FENCED) {
    const match = form.exec(head);
    if (!match) continue;
    const [whole, opening = '', content = ''] = match;
    const braced = syntax === 'json' ? `{${content}}` : content;
    return block(syntax, braced, opening, whole.length);
  }
  return braced(head) ?? unopened(head);
}

function fenced(opening: string, closing: string): RegExp {
  return new RegExp(`^(\\s*${opening}[ \\t]*${BREAK})(?:([\\s\\S]*?)${BREAK})?${closing}${END}`);
}

function block(syntax: HeadBlock['syntax'], content: string, opening: string, end: number): HeadBlock {
  const line = opening.split(LINE_BREAK).length;
  return { syntax, content: content.replace(/\r\n?/g, '\n'), line, range: { start: 0, end } };
}

/** An object in braces, ended by a line of its own, as Hugo writes JSON. */
function braced(head: string): HeadBlock | undefined {
  const opening = /^\s*/.exec(head)![0];
  if (!/^\{\s*["}]/.test(head.slice(opening.length))) return undefined;
  const end = closingBrace(head, opening.length);
  if (end === undefined || !/^[ \t]*(?:[\r\n]|$)/.test(head.slice(end))) return undefined;
  return block('json', head.slice(opening.length, end), opening, end);
}

/** Where the object that begins at `start` ends; braces in strings do not count. */
function closingBrace(head: string, start: number): number | undefined {
  let depth = 0;
  for (const { 0: sign, index } of head.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return start + index + 1;
  }
  return undefined;
}

/** Hexo lets the opening line of hyphens go: entries from the first line on, the first of a known name, then `---`. */
function unopened(head: string): HeadBlock | undefined {
  const opening = /^\s*/.exec(head)![0];
  const ended = new RegExp(`${BREAK}---${END}`).exec(head.slice(opening.length));
  if (!ended) return undefined;
  const content = head.slice(opening.length, opening.length + ended.index);
  const lines = content.split(LINE_BREAK);
  const known = FIELD_OF_NAME.has(nameIn(lines[0]!) ?? '');
  if (!known || !lines.every((line) => isEntryLine(line, true))) return undefined;
  return block('yaml', content, opening, opening.length + ended.index + ended[0].length);
}

/** The name that a line states something by, in lower case. */
export function nameIn(line: string): string | undefined {
  return ENTRY.exec(line)?.[1]?.toLowerCase();
}

/**
 * Whether a line may stand in front matter: an entry, an empty line, a comment, or an indented or hyphened line of a value
 * that spans several.
 * @param below whether an entry stands above it
 */
export function isEntryLine(line: string, below: boolean): boolean {
  if (CLOSING_RULE.test(line)) return false;
  return nameIn(line) !== undefined || /^\s*(?:#.*)?$/.test(line) || (below && /^(?:\s+\S|-\s)/.test(line));
}
