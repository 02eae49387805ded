import { createHash } from 'node:crypto';
import type { Article, Block, BlockRole } from '../../corpus/article.js';

/** A block as it is stored: role, start, end, first and last line, then section and lead or `NONE`. */
type StoredBlock = readonly [
  role: BlockRole,
  start: number,
  end: number,
  first: number,
  last: number,
  section: number,
  lead: number,
];

/** Stands for a section or lead that a block does not have. */
const NONE = -1;

/** An article as it is stored: once, however many passages it has. */
export interface StoredArticle extends Omit<Article, 'blocks'> {
  readonly blocks: readonly StoredBlock[];
}

/** An article with the name that its passages call it by: a hash of all of it, so that a name never changes its article. */
export interface NamedArticle {
  readonly ref: string;
  readonly stored: StoredArticle;
}

export function storedArticle(article: Article): NamedArticle {
  const { blocks, ...facts } = article;
  // Facts in one order, or the same article would have two names.
  const sorted = Object.fromEntries(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));
  const stored = { ...(sorted as typeof facts), blocks: blocks.map(storedBlock) };
  const ref = createHash('sha256').update(JSON.stringify(stored)).digest('base64url').slice(0, 22);
  return { ref, stored };
}

export function articleOf({ blocks, ...facts }: StoredArticle): Article {
  return { ...facts, blocks: blocks.map(blockOf) };
}

function storedBlock({ role, start, end, lines, section = NONE, lead = NONE }: Block): StoredBlock {
  return [role, start, end, ...lines, section, lead];
}

function blockOf([role, start, end, first, last, section, lead]: StoredBlock): Block {
  return {
    role,
    start,
    end,
    lines: [first, last],
    ...(section !== NONE && { section }),
    ...(lead !== NONE && { lead }),
  };
}
