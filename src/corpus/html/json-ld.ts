import { attribute, elementsOf, type Parent, textOf } from './tree.js';

/** What an article's description in JSON-LD (schema.org) states. */
export interface Described {
  readonly headline?: string;
  readonly publication?: string;
  readonly date?: string;
  readonly author?: string;
  readonly url?: string;
  readonly language?: string;
}

type Thing = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|Report|WebPage)$/;
/** Most descriptions that are looked at on a page. */
const MOST = 1000;

/** The first description of an article; of web pages only where no article is described. */
export function describedIn(document: Parent): Described {
  const things = thingsIn(document);
  const article = things.find((thing) =>
    typesOf(thing).some((type) => ARTICLE.test(type) && type !== 'WebPage'),
  );
  const thing = article ?? things.find((one) => typesOf(one).includes('WebPage'));
  if (!thing) return {};
  const stated = {
    headline: wordOf(thing.headline) ?? wordOf(thing.name),
    publication: nameOf(thing.publisher),
    date: wordOf(thing.datePublished),
    author: nameOf(thing.author),
    url: wordOf(thing.url) ?? addressOf(thing.mainEntityOfPage),
    language: wordOf(thing.inLanguage),
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}

/** All that the scripts of a page describe, lists and graphs resolved; a script that is damaged is passed over. */
function thingsIn(document: Parent): Thing[] {
  const scripts = elementsOf(
    document,
    (element) => element.tagName === 'script' && /^application\/ld\+json/i.test(attribute(element, 'type')),
  );
  const open = scripts.map((script) => parsed(textOf(script))).reverse();
  const things: Thing[] = [];
  while (open.length > 0 && things.length < MOST) {
    const value = open.pop();
    if (Array.isArray(value)) for (const one of value.slice(0, MOST).reverse()) open.push(one);
    else if (isThing(value)) {
      things.push(value);
      if (value['@graph'] !== undefined) open.push(value['@graph']);
    }
  }
  return things;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(thing: Thing): string[] {
  const type = thing['@type'];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string');
}

/** The name of a person or an organization, of several all. */
function nameOf(value: unknown): string | undefined {
  const names = (Array.isArray(value) ? value : [value]).map((one) => wordOf(isThing(one) ? one.name : one));
  return names.filter((name) => name !== undefined).join('、') || undefined;
}

function addressOf(value: unknown): string | undefined {
  return wordOf(isThing(value) ? value['@id'] : value);
}

function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
