import type { ArticleFacts } from '../article.js';
import { threadFactsOf } from './forum-facts.js';
import { paperFactsOf } from './paper-facts.js';
import { stated } from './stated.js';
import { attribute, type Element, elementsOf, type Parent, textOf, wordsOf } from './tree.js';

/** What the places of widespread systems state: they know better than the `meta` elements beside them. */
export interface SystemFacts extends ArticleFacts {
  readonly title?: string;
  readonly kicker?: string;
  readonly subtitle?: string;
}

/** Scripts are searched for what they state in their first so many UTF-16 units. */
const SCRIPT_UNITS = 200_000;
/** China's time is eight hours ahead of UTC, in milliseconds. */
const CHINA_MS = 8 * 60 * 60 * 1000;

/** What the system that made a page states in places of its own; nothing for other pages. */
export function systemFactsOf(document: Parent): SystemFacts {
  const byId = new Map<string, Element>();
  for (const element of elementsOf(document, (one) => attribute(one, 'id') !== '')) {
    const id = attribute(element, 'id');
    if (!byId.has(id)) byId.set(id, element);
  }
  if (byId.has('js_content') || byId.has('js_article')) return weChat(document, byId);
  return threadFactsOf(document) ?? paperFactsOf(document);
}

function weChat(document: Parent, byId: ReadonlyMap<string, Element>): SystemFacts {
  const text = (id: string) => wordsOf(byId.get(id));
  const scripts = scriptsOf(document);
  const seconds = /\bvar\s{1,9}ct\s{0,9}=\s{0,9}["'](\d{9,11})["']/.exec(scripts)?.[1];
  const account = /\bvar\s{1,9}nickname\s{0,9}=\s{0,9}(?:htmlDecode\()?["']([^"'\n]{1,80})["']/.exec(
    scripts,
  )?.[1];
  const shown = /^\d{4}[-年]\d{1,2}[-月]\d{1,2}日?/u.exec(text('publish_time') ?? '')?.[0];
  return stated<SystemFacts>({
    title: text('activity-name'),
    publication: text('js_name') ?? account,
    date: seconds === undefined ? shown : dayInChina(Number(seconds)),
    author: text('js_author_name'),
  });
}

function dayInChina(seconds: number): string {
  return new Date(seconds * 1000 + CHINA_MS).toISOString().slice(0, 10);
}

function scriptsOf(document: Parent): string {
  const scripts = elementsOf(document, ({ tagName }) => tagName === 'script');
  return scripts
    .map((script) => textOf(script).slice(0, SCRIPT_UNITS))
    .join('\n')
    .slice(0, SCRIPT_UNITS * 5);
}
