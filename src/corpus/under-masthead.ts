import { fold } from '../language/fold.js';
import type { Article, Block } from './article.js';
import { MASTHEAD_UNITS, type Masthead, mastheadOf, pageOf } from './masthead.js';
import { endingOf } from './page/forms.js';

/** An article with the facts of the masthead that it stands under. */
export interface UnderMasthead {
  readonly article: Article;
  /** The day, month or year that the masthead states, ISO 8601. */
  readonly printed?: string;
}

/** A masthead is among so many first blocks of what was read as an article, or so many last ones. */
const BLOCKS = 3;
/** Files whose articles stand one below the other; those of other kinds have nothing to do with one another. */
const PAGES = /\.(?:txt|md|markdown)$/iu;

/**
 * Gives articles the publication and the page of the masthead that they stand under, so far as they state none: of one at the
 * head of an article, or, in a text or Markdown file, of the last above it. A line below a headline that is like a masthead tells
 * where that article was printed, and nothing of those below.
 * @param articles of a file, in its order
 */
export function underMastheads(articles: readonly Article[]): UnderMasthead[] {
  let above: Masthead | undefined;
  let source: string | undefined;
  return articles.map((article) => {
    if (article.source !== source) above = undefined;
    source = article.source;
    const found = mastheadAt(article);
    const own = found && withPublication(found.masthead, above);
    const page = above && pageOf(textOf(article, article.blocks.slice(0, 1)));
    if (own && found.isAbove) above = own;
    else if (above && page !== undefined) above = { ...above, page };
    const here = own ?? above;
    if (!PAGES.test(article.source)) above = undefined;
    // A file that begins with one may have further ones, which the reader takes for the end of the article before.
    else if (above) above = withPublication(mastheadAtEnd(article, found?.end ?? 0) ?? above, above);
    return here ? { article: withFacts(article, here), printed: here.when } : { article };
  });
}

/** A masthead, with the publication of the one above where it names none. */
function withPublication(masthead: Masthead, above: Masthead | undefined): Masthead {
  return { ...(above?.publication !== undefined && { publication: above.publication }), ...masthead };
}

function withFacts(article: Article, { publication, page }: Masthead): Article {
  const isOfIt =
    article.publication === undefined ||
    fold(article.publication) === fold(publication ?? article.publication);
  return {
    ...article,
    ...(article.publication === undefined && publication !== undefined && { publication }),
    ...(article.page === undefined && isOfIt && page !== undefined && { page }),
  };
}

interface FoundMasthead {
  readonly masthead: Masthead;
  /** The number of the block behind it. */
  readonly end: number;
  /** Whether it stands above all of the article, or is all of it. */
  readonly isAbove: boolean;
}

/** The masthead among the first blocks, above running text; several on end are a list of papers. */
function mastheadAt(article: Article): FoundMasthead | undefined {
  const { blocks } = article;
  const body = blocks.slice(0, BLOCKS).findIndex((block) => isRunningText(article, block));
  const most = body < 0 ? Math.min(BLOCKS, blocks.length) : body;
  for (let start = 0; start < most; start++)
    for (let end = most; end > start; end--) {
      const masthead = mastheadOf(textOf(article, blocks.slice(start, end)));
      if (!masthead) continue;
      if (mastheadOf(textOf(article, blocks.slice(end, end + 1)))) return undefined;
      return { masthead, end, isAbove: start === 0 || end === blocks.length };
    }
  return undefined;
}

function isRunningText(article: Article, block: Block): boolean {
  if (block.role === 'title') return false;
  return block.end - block.start > MASTHEAD_UNITS || endingOf(textOf(article, [block])) === 'closed';
}

/** The masthead that the last blocks are, of those from a number on. */
function mastheadAtEnd(article: Article, from: number): Masthead | undefined {
  const { blocks } = article;
  for (let start = Math.max(from, blocks.length - BLOCKS); start < blocks.length; start++) {
    const masthead = mastheadOf(textOf(article, blocks.slice(start)));
    if (masthead) return masthead;
  }
  return undefined;
}

/** The text of neighbouring blocks. */
function textOf({ text }: Article, blocks: readonly Block[]): string {
  return text.slice(blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0);
}
