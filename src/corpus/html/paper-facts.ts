import type { ArticleFacts } from '../article.js';
import { stated } from './stated.js';
import { commentsOf, elementsOf, type Parent, wordsOf } from './tree.js';

/** What the electronic edition of a paper states of an article. */
export interface PaperFacts extends Pick<ArticleFacts, 'publication' | 'date' | 'author' | 'page'> {
  readonly title?: string;
  /** The line above the headline. */
  readonly kicker?: string;
  readonly subtitle?: string;
}

/** `第03版：要闻`, `A06版`, `A06：社区`; the name of a column alone is no page. */
const PAGE = /^(?:第\s?[A-Z]{0,2}\d{1,3}\s?版|[A-Z]{0,2}\d{1,3}\s?版|[A-Z]{1,2}\d{1,3}(?=\s?[：:]))/iu;
/** Longer ones are none; UTF-16 units. */
const LONGEST_PAGE = 30;
/** What calls the edition electronic, behind the paper's name or alone. */
const EDITION = /(?:数字|电子)(?:报|版|报纸)$/u;
const BETWEEN = /\s?[-_—|]\s?/u;

/** The name of a page of a paper, as it is stated; `undefined` for what is none. */
export function pageName(name: string | undefined): string | undefined {
  return name !== undefined && name.length <= LONGEST_PAGE && PAGE.test(name) ? name : undefined;
}

/** What Founder's systems state: of the article in a comment or in elements of their own, of paper and page in the title, too. */
export function paperFactsOf(document: Parent): PaperFacts {
  const comment = commentsOf(document).find((text) => text.startsWith('enpproperty'));
  const own = new Map(
    elementsOf(document, ({ tagName }) => tagName.startsWith('founder-')).map((element) => [
      element.tagName,
      wordsOf(element),
    ]),
  );
  if (comment === undefined && own.size === 0) return {};
  const field = (name: string) =>
    (comment === undefined ? undefined : between(comment, `<${name}>`, `</${name}>`)) ??
    own.get(`founder-${name}`);
  const [head] = elementsOf(document, ({ tagName }) => tagName === 'title');
  const parts = (wordsOf(head) ?? '').split(BETWEEN);
  return stated<PaperFacts>({
    title: field('title'),
    kicker: field('introtitle') ?? field('pretitle'),
    subtitle: field('subtitle'),
    publication: parts.map((part) => part.replace(EDITION, '')).find((part) => /[报刊]$/u.test(part)),
    date: /^\d{4}-\d{2}-\d{2}/.exec(field('date') ?? '')?.[0],
    author: field('author'),
    page: pageName(field('nodename')) ?? parts.map(pageName).find((page) => page !== undefined),
  });
}

/** What stands between two marks, in one line and without the marks of its own. */
function between(text: string, before: string, after: string): string | undefined {
  const start = text.indexOf(before);
  const end = start < 0 ? -1 : text.indexOf(after, start);
  if (end < 0) return undefined;
  const value = text.slice(start + before.length, end).replace(/<[^<>]*>|&nbsp;|\s+/gu, ' ');
  return value.replace(/ +/gu, ' ').trim() || undefined;
}
