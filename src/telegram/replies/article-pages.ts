import type { OpenArticle } from '../../answering/answer.js';
import type { Range } from '../../language/range.js';

/** How much of an article is shown at once, in UTF-16 units: some four screens of a phone, well below a message's length. */
const PAGE_UNITS = 1600;

/** An article in pages. */
export interface Pages {
  /** Stretches of the article's text, in order, whole passages each. */
  readonly pages: readonly Range[];
  /** The number of the page that it is opened at, counted from 0. */
  readonly opened: number;
}

/** Cuts an article into pages between passages, so that none is torn; the same passages make the same pages. */
export function pagesOf({ passages, at }: Pick<OpenArticle, 'passages' | 'at'>): Pages {
  const pages: Range[] = [];
  let opened = 0;
  for (const [number, { start, end }] of passages.entries()) {
    const last = pages.at(-1);
    if (last && end - last.start <= PAGE_UNITS) pages[pages.length - 1] = { start: last.start, end };
    else pages.push({ start, end });
    if (number === at) opened = pages.length - 1;
  }
  return { pages, opened };
}
