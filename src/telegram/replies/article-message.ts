import type { Clipping, OpenArticle } from '../../answering/answer.js';
import type { Range } from '../../language/range.js';
import { carriedOver } from '../rendering/carried-emphasis.js';
import { type CitationStyle, citationText } from '../rendering/citation-text.js';
import { emphasised } from '../rendering/emphasis.js';
import { type FormattedText, joined, styled } from '../rendering/formatted-text.js';
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
    return [styled('blockquote', marked(text.slice(page.start, page.end).trim()))];
  }
  return [
    ...folded(text.slice(page.start, passage.start)),
    styled('blockquote', marked(text.slice(passage.start, passage.end).trim())),
    ...folded(text.slice(passage.end, page.end)),
  ];
}

function folded(text: string): FormattedText[] {
  return text.trim() === '' ? [] : [styled('expandable_blockquote', text.trim())];
}
