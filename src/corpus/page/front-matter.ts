import type { Range } from '../../language/range.js';
import type { ArticleFacts } from '../article.js';

/** What a file states about all its articles, in a block between two lines of `---` at its beginning. */
export interface FrontMatter {
  readonly facts: ArticleFacts;
  /** For a file without headlines. */
  readonly title?: string;
  /** The block with its two lines of hyphens, UTF-16 units; empty where there is none. */
  readonly range: Range;
}

/** Something in front matter, or in what was meant to be, that is not as it should be. */
export interface FrontMatterFault {
  /** Counted from 1. */
  readonly line: number;
  readonly problem: string;
  readonly remedy: string;
}

const BLOCK = /^\s*---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)---[ \t]*(?=\r|\n|$)/;
const ENTRY = /^([\p{L}_][\p{L}\p{N}_-]*)[ \t]*[:：]\s*(.*)$/u;
const OPENING = /^\s*---[ \t]*(?:\r\n|\n|\r)/;
const LINE_BREAK = /\r\n|\n|\r/;
const FACTS = ['publication', 'date', 'page', 'url', 'author'] as const;
/** A longer block is no front matter but an article between two rules. UTF-16 units. */
const LONGEST = 10_000;

/**
 * Reads the front matter of a text or Markdown file: lines of `name: value`. Names that mean nothing here are
 * passed over; a block that has any other line is text, not front matter.
 */
export function readFrontMatter(text: string): FrontMatter {
  const match = BLOCK.exec(text.slice(0, LONGEST));
  const entries = match && parseEntries(match[1]!);
  if (!entries) return { facts: {}, range: { start: 0, end: 0 } };
  const facts: Record<string, string> = {};
  for (const name of FACTS) {
    const value = entries.get(name);
    if (value) facts[name] = value;
  }
  const title = entries.get('title');
  return { facts, ...(title ? { title } : {}), range: { start: 0, end: match[0].length } };
}

/**
 * What is wrong with the front matter of a text or Markdown file, in the order of the lines. Only a block that states
 * something known is taken for front matter, since prose may stand between rules as well.
 */
export function frontMatterFaults(text: string): FrontMatterFault[] {
  const start = text.slice(0, LONGEST);
  const opening = OPENING.exec(start)?.[0];
  if (opening === undefined) return [];
  const first = opening.split(LINE_BREAK).length;
  const block = BLOCK.exec(start)?.[1];
  if (block === undefined)
    return isKnown(firstNameIn(start.slice(opening.length))) ? [unclosed(first - 1)] : [];
  const lines = block.split(LINE_BREAK);
  if (!lines.some((line) => isKnown(nameIn(line)))) return [];
  return lines.flatMap((line, i) => faultOf(line, lines.slice(0, i), first + i) ?? []);
}

function faultOf(line: string, before: readonly string[], number: number): FrontMatterFault | undefined {
  const name = nameIn(line);
  if (name !== undefined) return isKnown(name) ? undefined : unknownName(name, number);
  if (continues(line, before.some((other) => nameIn(other) !== undefined) ? 'name' : '')) return undefined;
  return {
    line: number,
    problem: 'A line between the two --- has no colon, so they and all between them are read as text.',
    remedy: 'Write the line as "name: value", or remove it.',
  };
}

function unclosed(line: number): FrontMatterFault {
  return {
    line,
    problem: 'The block that begins with --- has no end, so it is read as text.',
    remedy: 'Put a line of --- after its last entry.',
  };
}

function unknownName(name: string, line: number): FrontMatterFault {
  return {
    line,
    problem: `The name "${name}" means nothing here and is passed over.`,
    remedy: `Use ${[...FACTS, 'title'].join(', ')}, or remove the line.`,
  };
}

function nameIn(line: string): string | undefined {
  return ENTRY.exec(line)?.[1]?.toLowerCase();
}

function firstNameIn(text: string): string | undefined {
  return nameIn(text.split(LINE_BREAK, 1)[0]!);
}

function isKnown(name: string | undefined): boolean {
  return name === 'title' || FACTS.some((fact) => fact === name);
}

function parseEntries(block: string): Map<string, string> | undefined {
  const entries = new Map<string, string>();
  let name = '';
  for (const line of block.split(LINE_BREAK)) {
    const entry = ENTRY.exec(line);
    if (entry) {
      name = entry[1]!.toLowerCase();
      entries.set(name, unquote(entry[2]!.trim()));
    } else if (!continues(line, name)) return undefined;
  }
  return entries.size > 0 ? entries : undefined;
}

/** Empty lines, comments and the indented or hyphened lines of a value that spans several. */
function continues(line: string, name: string): boolean {
  return /^\s*(?:#.*)?$/.test(line) || (name !== '' && /^(?:\s+\S|-\s)/.test(line));
}

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted ? quoted[2]! : value;
}
