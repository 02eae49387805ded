import type { Clipping, OpenArticle } from '../../answering/answer.js';
import type { Range } from '../../language/range.js';
import { carriedOver } from '../rendering/carried-emphasis.js';
import { type CitationStyle, citationText } from '../rendering/citation-text.js';
import { cleanText } from '../rendering/clean.js';
import { emphasised } from '../rendering/emphasis.js';
import { type FormattedText, joined, type Piece, styled } from '../rendering/formatted-text.js';
import { type Sendable, seal } from '../rendering/sendable.js';
import type { Locale } from '../wording/locale.js';

/** Up to this length, in UTF-16 units, a page is shown open; of a longer one, what is around the quoted passage is folded. */
const OPEN_UNITS = 600;

/** What a page of an article shows. */
export interface ArticlePage {
  readonly article: OpenArticle;
  /** UTF-16 units into the article's text. */
  readonly page: Range;
  /** The clipping from which the reader came; what is marked there is marked here, too. */
  readonly clipping?: Clipping | undefined;
}

/**
 * A page of an article with its citation. Where the passage stands that the reader comes from, it is open and what is around
 * it can be unfolded; other pages were turned to in order to be read, and are open.
 */
export function articleMessage(shown: ArticlePage, style: CitationStyle, locale: Locale): Sendable {
  const { article, page } = shown;
  const quotations = quotationsOf(shown);
  const citation = citationText(article.citation, style, locale);
  const source = article.text.slice(page.start, page.end);
  return seal(
    joined([...quotations, citation], '\n'),
    quotations.map(() => source),
  );
}

function quotationsOf({ article, page, clipping }: ArticlePage): FormattedText[] {
  const { text, passages, at } = article;
  const passage = passages[at] ?? page;
  const isHere = passage.start >= page.start && passage.end <= page.end;
  const marked = (part: string): FormattedText =>
    emphasised(part, clipping && isHere ? carriedOver(clipping, part) : {});
  if (!isHere || page.end - page.start <= OPEN_UNITS) {
    return quoted('blockquote', text.slice(page.start, page.end), marked);
  }
  return [
    ...quoted('expandable_blockquote', text.slice(page.start, passage.start)),
    ...quoted('blockquote', text.slice(passage.start, passage.end), marked),
    ...quoted('expandable_blockquote', text.slice(passage.end, page.end)),
  ];
}

/** A text as a quotation; none of one in which nothing is written, as between two passages, or where all is dots. */
function quoted(
  style: 'blockquote' | 'expandable_blockquote',
  text: string,
  marked: (part: string) => Piece = (part) => part,
): FormattedText[] {
  return /[^\s…]/u.test(cleanText(text)) ? [styled(style, marked(text.trim()))] : [];
}
