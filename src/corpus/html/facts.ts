import type { ArticleFacts } from '../article.js';
import { attribute, type Element, elementsOf, type Parent } from './tree.js';

/** What the head of a document states. */
export interface HtmlFacts {
  readonly facts: ArticleFacts;
  /** Contents of `title`, which often holds the site's name too. */
  readonly title?: string;
  /** The title as the page gives it to others. */
  readonly shared?: string;
}

/** Names of `meta` elements for each fact, in lower case, the most reliable first. */
const NAMES = {
  publication: ['og:site_name', 'contentsource', 'dc.publisher'],
  date: [
    'article:published_time',
    'datepublished',
    'pubdate',
    'publishdate',
    'dc.date.issued',
    'dc.date',
    'date',
  ],
  author: ['author', 'article:author', 'dc.creator'],
} as const;

/** Reads what a document states of itself in `meta`, `link` and `time`. */
export function factsOf(document: Parent): HtmlFacts {
  const meta = metaOf(document);
  const first = (names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value);
  const date = first(NAMES.date) ?? publishedTime(document);
  const author = first(NAMES.author);
  const publication = first(NAMES.publication);
  const url = linkOf(document) ?? meta.get('og:url');
  const title = elementsOf(document, ({ tagName }) => tagName === 'title').map(plainText)[0];
  const shared = meta.get('og:title');
  return {
    facts: {
      ...(publication ? { publication } : {}),
      ...(date ? { date: dayOf(date) } : {}),
      ...(author && !isAddress(author) ? { author } : {}),
      ...(url && isAddress(url) ? { url } : {}),
    },
    ...(title ? { title } : {}),
    ...(shared ? { shared } : {}),
  };
}

/** Contents of the `meta` elements by their names; of equal names the first counts. */
function metaOf(document: Parent): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of elementsOf(document, ({ tagName }) => tagName === 'meta')) {
    const name =
      attribute(element, 'property') || attribute(element, 'name') || attribute(element, 'itemprop');
    const content = attribute(element, 'content').replace(/\s+/g, ' ');
    if (name !== '' && content !== '' && !meta.has(name.toLowerCase())) meta.set(name.toLowerCase(), content);
  }
  return meta;
}

function publishedTime(document: Parent): string | undefined {
  const [time] = elementsOf(document, (element) => {
    const isPublished = /datePublished|pubdate/i.test(attribute(element, 'itemprop'));
    return (
      element.tagName === 'time' && (isPublished || element.attrs.some(({ name }) => name === 'pubdate'))
    );
  });
  return time && attribute(time, 'datetime');
}

function linkOf(document: Parent): string | undefined {
  const [link] = elementsOf(
    document,
    (element) => element.tagName === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attribute(element, 'rel')),
  );
  return link && attribute(link, 'href');
}

function plainText(element: Element): string {
  const text = element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
  return text.replace(/\s+/g, ' ').trim();
}

/** The day of a time stamp, as the source writes it; anything else unchanged. */
function dayOf(date: string): string {
  return /^(\d{4}-\d{2}-\d{2})[T\s]/.exec(date)?.[1] ?? date;
}

function isAddress(value: string): boolean {
  return /^https?:\/\//i.test(value);
}
