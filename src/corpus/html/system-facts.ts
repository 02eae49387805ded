import type { ArticleFacts } from '../article.js';
import { attribute, commentsOf, type Element, elementsOf, type Parent, textOf } from './tree.js';

/** What the places of widespread systems state: they know better than the `meta` elements beside them. */
export interface SystemFacts extends ArticleFacts {
  readonly title?: string;
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
  if (byId.has('thread_subject')) return discuz(document, byId);
  return founder(document);
}

function weChat(document: Parent, byId: ReadonlyMap<string, Element>): SystemFacts {
  const text = (id: string) => wordsOf(byId.get(id));
  const scripts = scriptsOf(document);
  const seconds = /\bvar\s{1,9}ct\s{0,9}=\s{0,9}["'](\d{9,11})["']/.exec(scripts)?.[1];
  const account = /\bvar\s{1,9}nickname\s{0,9}=\s{0,9}(?:htmlDecode\()?["']([^"'\n]{1,80})["']/.exec(
    scripts,
  )?.[1];
  const shown = /^\d{4}[-年]\d{1,2}[-月]\d{1,2}日?/u.exec(text('publish_time') ?? '')?.[0];
  return stated({
    title: text('activity-name'),
    publication: text('js_name') ?? account,
    date: seconds === undefined ? shown : dayInChina(Number(seconds)),
    author: text('js_author_name'),
  });
}

function discuz(document: Parent, byId: ReadonlyMap<string, Element>): SystemFacts {
  const [post] = elementsOf(document, (element) => /^authorposton\d+$/.test(attribute(element, 'id')));
  const [author] = elementsOf(document, (element) => /(?:^|\s)xw1(?:\s|$)/.test(attribute(element, 'class')));
  return stated({
    title: wordsOf(byId.get('thread_subject')),
    date: /\d{4}-\d{1,2}-\d{1,2}/.exec(wordsOf(post) ?? '')?.[0],
    author: wordsOf(author),
  });
}

/** Founder's e-papers state the article in a comment, and paper and page in the title. */
function founder(document: Parent): SystemFacts {
  const comment = commentsOf(document).find((text) => text.startsWith('enpproperty'));
  if (comment === undefined) return {};
  const field = (name: string) => between(comment, `<${name}>`, `</${name}>`);
  const [head] = elementsOf(document, ({ tagName }) => tagName === 'title');
  const parts = (wordsOf(head) ?? '').split(/\s?[-_—|]\s?/u);
  const page = parts.map((part) => /^第\s?(\d{1,3})\s?版/u.exec(part)?.[1]).find((one) => one !== undefined);
  return stated({
    title: field('title'),
    publication: parts.find((part) => /[报刊]$/u.test(part)),
    date: /^\d{4}-\d{2}-\d{2}/.exec(field('date') ?? '')?.[0],
    author: field('author'),
    page,
  });
}

function between(text: string, before: string, after: string): string | undefined {
  const start = text.indexOf(before);
  const end = start < 0 ? -1 : text.indexOf(after, start);
  return end < 0 ? undefined : text.slice(start + before.length, end).trim() || undefined;
}

function dayInChina(seconds: number): string {
  return new Date(seconds * 1000 + CHINA_MS).toISOString().slice(0, 10);
}

function wordsOf(element: Element | undefined): string | undefined {
  return (element && textOf(element).replace(/\s+/gu, ' ').trim()) || undefined;
}

function scriptsOf(document: Parent): string {
  const scripts = elementsOf(document, ({ tagName }) => tagName === 'script');
  return scripts
    .map((script) => textOf(script).slice(0, SCRIPT_UNITS))
    .join('\n')
    .slice(0, SCRIPT_UNITS * 5);
}

function stated(facts: Readonly<Record<keyof SystemFacts | string, string | undefined>>): SystemFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
