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

const BLOCK = /^\s*---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)---[ \t]*(?=\r|\n|$)/;
const ENTRY = /^([\p{L}_][\p{L}\p{N}_-]*)[ \t]*[:：]\s*(.*)$/u;
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

function parseEntries(block: string): Map<string, string> | undefined {
  const entries = new Map<string, string>();
  let name = '';
  for (const line of block.split(/\r\n|\n|\r/)) {
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
