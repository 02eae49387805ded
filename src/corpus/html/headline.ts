import { isColumn, partsOfTitle } from '../bare-names.js';
import type { HtmlBlock } from './blocks.js';
import type { HtmlFacts } from './facts.js';

/** A site's name after the title of a page, as in `大桥合龙_澜江网`. */
const BEFORE_SITE = /\s?[-_|｜–—·]{1,2}\s?$/u;

/**
 * The block that is the title: what the page gives as its title to others, whatever element it stands in; else the
 * heading that the document's title repeats; else the first `h1`, sooner one that is no name of a column or the site; without any,
 * what readers see as the title.
 * @param shown finds what readers see as the title
 */
export function headlineOf(
  blocks: readonly HtmlBlock[],
  { title = '', shared, site }: HtmlFacts,
  shown: () => HtmlBlock | undefined,
): HtmlBlock | undefined {
  const headings = blocks.filter(({ scope }) => scope.heading !== undefined);
  const tops = headings.filter(({ scope }) => scope.heading === 1);
  const ofArticles = headings.filter(({ text }) => text !== site && !isColumn(text));
  const telling = ofArticles.filter(({ scope }) => scope.heading === 1);
  const isShared = ({ text }: HtmlBlock): boolean => shared.includes(text);
  return (
    tops.find(isShared) ??
    headings.find(isShared) ??
    blocks.find(isShared) ??
    telling.find(({ text }) => title.startsWith(text)) ??
    ofArticles.find(({ text }) => text === partsOfTitle(title)[0]) ??
    telling.find(({ text }) => title.includes(text) || shared.some((one) => one.includes(text))) ??
    telling[0] ??
    ofArticles.find(({ text }) => title.startsWith(text)) ??
    (tops.length === 0 && shared.length === 0 ? shown() : undefined) ??
    tops[0] ??
    blocks.find(({ text }) => text === title)
  );
}

/** The title of an article whose page has no headline: as given to others, else the document's less the site's name. */
export function statedTitle({ title, shared, site }: HtmlFacts): string | undefined {
  const [given] = shared;
  if (given !== undefined || title === undefined || site === undefined) return given ?? title;
  if (!title.endsWith(site)) return title;
  const before = title.slice(0, -site.length);
  return BEFORE_SITE.test(before) ? before.replace(BEFORE_SITE, '') || title : title;
}
