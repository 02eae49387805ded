import type { ArticleFacts } from '../article.js';
import { dayOfTimestamp } from '../timestamp.js';
import { describedIn } from './json-ld.js';
import { pageName } from './paper-facts.js';
import { stated } from './stated.js';
import { systemFactsOf } from './system-facts.js';
import { attribute, commentsOf, type Element, elementsOf, type Parent, textOf } from './tree.js';

/** What a document states of itself, other than in its text. */
export interface HtmlFacts {
  readonly facts: ArticleFacts;
  /** Contents of `title`, which often holds the site's name too. */
  readonly title?: string;
  /** The title of the article as the page gives it to others, the most reliable first. */
  readonly shared: readonly string[];
  /** The line above the headline, and the one below it, where the page states them. */
  readonly kicker?: string;
  readonly subtitle?: string;
  /** The site, whose name may follow in `title`; the publication where nothing else is stated. */
  readonly site?: string;
}

/** Names of `meta` elements for each fact, in lower case, the most reliable first; Chinese authorities' are among them. */
const NAMES = {
  title: ['articletitle', 'og:title', 'twitter:title'],
  kicker: ['introtitle', 'pretitle'],
  subtitle: ['subtitle'],
  page: ['nodename', 'edition', 'pagename'],
  publication: ['contentsource', 'source', 'mediaid'],
  paper: ['papername'],
  site: ['og:site_name', 'sitename', 'dc.publisher', 'publisher', 'application-name'],
  date: [
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'pubdate',
    'publishdate',
    'firstpublishedtime',
    'weibo:article:create_at',
    'dc.date.issued',
    'dc.date',
    'date',
  ],
  author: ['author', 'article:author', 'og:article:author', 'dc.creator'],
  language: ['content-language', 'og:locale', 'dc.language'],
} as const;

/** Names that are given in place of a publication's: the platform's, which says nothing of who publishes there. */
const PLATFORMS: ReadonlySet<string> = new Set(['微信公众平台', '微信公众号', '本站', '本网', '原创']);

/** Reads what a document states in `meta`, `link`, `time`, JSON-LD and the places of widespread systems. */
export function factsOf(document: Parent): HtmlFacts {
  const meta = metaOf(document);
  const first = (names: readonly string[]) => names.map((name) => meta.get(name)).find((value) => value);
  const described = describedIn(document);
  const { title: systemTitle, kicker, subtitle, ...system } = systemFactsOf(document);
  const [root] = elementsOf(document, ({ tagName }) => tagName === 'html');
  const site = [described.publication, first(NAMES.site)].find(isName);
  const publication = [first(NAMES.publication)].find(isName);
  const paper = [first(NAMES.paper)].find(isName);
  const date = first(NAMES.date) ?? described.date ?? publishedTime(document);
  const page = NAMES.page.map((name) => pageName(meta.get(name))).find((name) => name !== undefined);
  const author = [first(NAMES.author), described.author].find(isName);
  const url = [linkOf(document), meta.get('og:url'), described.url, savedFrom(document)].find(isAddress);
  const language = languageOf([root && attribute(root, 'lang'), first(NAMES.language), described.language]);
  const title = elementsOf(document, ({ tagName }) => tagName === 'title').map(plainText)[0];
  const shared = [systemTitle, first(NAMES.title), described.headline].filter((one) => one !== undefined);
  return {
    facts: {
      ...(publication && { publication }),
      ...(date && { date: dayOfTimestamp(date) ?? date }),
      ...(page && { page }),
      ...(author && { author }),
      ...(url && { url }),
      ...(language && { language }),
      ...system,
      ...(paper && { publication: paper }),
    },
    ...(title && { title }),
    shared,
    ...stated({ kicker: kicker ?? first(NAMES.kicker), subtitle: subtitle ?? first(NAMES.subtitle) }),
    ...(site && { site }),
  };
}

/** Contents of the `meta` elements by their names; of equal names the first counts. */
function metaOf(document: Parent): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of elementsOf(document, ({ tagName }) => tagName === 'meta')) {
    const name = ['property', 'name', 'itemprop', 'http-equiv']
      .map((kind) => attribute(element, kind))
      .find((one) => one !== '');
    const content = attribute(element, 'content').replace(/\s+/g, ' ');
    if (name !== undefined && content !== '' && !meta.has(name.toLowerCase()))
      meta.set(name.toLowerCase(), content);
  }
  return meta;
}

function publishedTime(document: Parent): string | undefined {
  const [time] = elementsOf(document, (element) => {
    const says = `${attribute(element, 'itemprop')} ${attribute(element, 'class')}`;
    const isPublished = /datePublished|pubdate|entry-date|dt-published/i.test(says);
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

/** The address that browsers note in the pages that they save. */
function savedFrom(document: Parent): string | undefined {
  for (const comment of commentsOf(document)) {
    const address = /^ ?saved from url=\(\d{4}\)(https?:\/\/\S{1,2000})/i.exec(comment)?.[1];
    if (address !== undefined) return address;
  }
  return undefined;
}

/** The first that has the form of a language's code: `zh_CN` is written `zh-CN`. */
function languageOf(stated: readonly (string | undefined)[]): string | undefined {
  return stated
    .map((one) => one?.replaceAll('_', '-'))
    .find((one) => one !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}$/i.test(one));
}

function plainText(element: Element): string {
  return textOf(element).replace(/\s+/g, ' ').trim();
}

function isName(value: string | undefined): value is string {
  return value !== undefined && value !== '' && !isAddress(value) && !PLATFORMS.has(value);
}

function isAddress(value: string | undefined): value is string {
  return value !== undefined && /^https?:\/\//i.test(value);
}
