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
/** A line that begins with a known name and goes on with something else than a colon: `date 2025-10-27`. */
const WITHOUT_COLON = new RegExp(
  `^(?:${[...FACTS, 'title'].join('|')})[ \\t]*(?:=|[ \\t](?=\\P{Script=Latin}+$))`,
  'iu',
);
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
 * What is wrong with the front matter of a text or Markdown file, in the order of the lines. Where the block is not read
 * as such, something known has to stand at its head, with a colon or without, for it to be taken for one: a rule may
 * stand above an article, and prose between two of them.
 */
export function frontMatterFaults(text: string): FrontMatterFault[] {
  const start = text.slice(0, LONGEST);
  const opening = OPENING.exec(start)?.[0];
  if (opening === undefined) return [];
  const first = opening.split(LINE_BREAK).length;
  const block = BLOCK.exec(start)?.[1];
  const lines = (block ?? start.slice(opening.length)).split(LINE_BREAK);
  const stray = lines.findIndex((line, i) => !isEntry(line, lines.slice(0, i)));
  if (block !== undefined && stray < 0) return unknownNames(lines, first);
  const head = headOf(lines);
  if (!head.some(isMeant)) return [];
  // Entries that are followed by text have no end of their own; the block's is another rule, further down.
  return block === undefined || stray >= head.length ? [unclosed(first - 1)] : [noColon(first + stray)];
}

/** The lines down to the first that is empty or begins like a headline: there the entries should have ended. */
function headOf(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line, i) => i > 0 && /^\s*$|^#{1,6}\s/.test(line));
  return end < 0 ? lines : lines.slice(0, end);
}

function isEntry(line: string, before: readonly string[]): boolean {
  return (
    nameIn(line) !== undefined ||
    continues(line, before.some((other) => nameIn(other) !== undefined) ? 'name' : '')
  );
}

function noColon(line: number): FrontMatterFault {
  return {
    line,
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

function unknownNames(lines: readonly string[], first: number): FrontMatterFault[] {
  return lines.flatMap((line, i) => {
    const name = nameIn(line);
    return name === undefined || isKnown(name) ? [] : unknownName(name, first + i);
  });
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

function isKnown(name: string | undefined): boolean {
  return name === 'title' || FACTS.some((fact) => fact === name);
}

/** Whether a line states something known, if only its colon is not forgotten. */
function isMeant(line: string): boolean {
  return isKnown(nameIn(line)) || WITHOUT_COLON.test(line);
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
