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

/** Front matter, and what is between its two lines of hyphens. */
export const BLOCK = /^\s*---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)---[ \t]*(?=\r|\n|$)/;
const ENTRY = /^([\p{L}_][\p{L}\p{N}_-]*)[ \t]*[:：]\s*(.*)$/u;
export const LINE_BREAK = /\r\n|\n|\r/;
/** What is read of it, besides `title`. */
export const FACTS = ['publication', 'date', 'page', 'url', 'author'] as const;
/** A longer block is no front matter but an article between two rules. UTF-16 units. */
export const LONGEST = 10_000;

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

/** The name that a line of front matter states something by, in lower case. */
export function nameIn(line: string): string | undefined {
  return ENTRY.exec(line)?.[1]?.toLowerCase();
}

/** Whether something is read by this name. */
export function isKnown(name: string | undefined): boolean {
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

/**
 * Whether a line belongs to front matter without stating anything: empty lines, comments and the indented or hyphened
 * lines of a value that spans several.
 * @param name of the entry that it stands below; '' where there is none
 */
export function continues(line: string, name: string): boolean {
  return /^\s*(?:#.*)?$/.test(line) || (name !== '' && /^(?:\s+\S|-\s)/.test(line));
}

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted ? quoted[2]! : value;
}
