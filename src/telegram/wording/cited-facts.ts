import type { Citation } from '../../answering/answer.js';
import type { Locale } from './locale.js';
import { shorten } from './shorten.js';

/** Longest title in UTF-16 units. */
const TITLE_UNITS = 120;
/** Longest heading in UTF-16 units. */
const SECTION_UNITS = 40;
/** Longest other fact in UTF-16 units; with both a citation stays well under a message's length. */
export const FACT_UNITS = 80;

/** What the source states of itself besides the title: publication, date, page and byline, as far as it does. */
export function citedFacts({ publication, date, page, byline }: Citation, locale: Locale): string[] {
  return [publication, date, page && locale.citation.page(page), byline]
    .filter((fact) => fact !== undefined && fact !== '')
    .map((fact) => shorten(oneLine(fact as string), FACT_UNITS));
}

/** The title in title marks; one that has such marks of its own stays as it is. */
export function title(text: string): string {
  const line = shorten(oneLine(text), TITLE_UNITS);
  return /[《》]/.test(line) ? line : `《${line}》`;
}

/** The headings above a place, outermost first; of long ones the beginning. */
export function sectionName(section: readonly string[]): string {
  return section.map((heading) => shorten(oneLine(heading), SECTION_UNITS)).join(' › ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
