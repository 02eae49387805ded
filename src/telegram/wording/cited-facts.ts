import type { Citation } from '../../answering/answer.js';
import type { Locale } from './locale.js';
import { shorten } from './shorten.js';

/** Longest title in UTF-16 units. */
const TITLE_UNITS = 120;
/** Longest heading, and longest path of headings, in UTF-16 units. */
const SECTION_UNITS = 40;
const PATH_UNITS = 120;
/** Longest other fact in UTF-16 units; with both a citation stays well under a message's length. */
export const FACT_UNITS = 80;

/** What the source states of itself besides the title: publication, date, page and byline, as far as it does. */
export function citedFacts(citation: Citation, locale: Locale): string[] {
  const { publication, page, byline } = citation;
  return [publication, citedDate(citation, locale), page && locale.citation.page(page), byline]
    .map((fact) => shorten(oneLine(fact ?? ''), FACT_UNITS))
    .filter((fact) => fact !== '');
}

/** Figures and what stands between them: 2024-10-27, 20241027, 2024/10/27 08:00. Whoever writes so does not write for readers. */
const FIGURES = /^[\d\s./:T+Z-]+$/i;

/** The date as readers write it; as the source wrote it, where that is in words. */
export function citedDate(
  { date, when }: Pick<Citation, 'date' | 'when'>,
  { reading }: Locale,
): string | undefined {
  const forMachines = date === undefined || FIGURES.test(date);
  return forMachines && when !== undefined ? reading.date(when) : date;
}

/** The title in title marks; one that has such marks of its own stays as it is. */
export function title(text: string, units = TITLE_UNITS): string {
  const line = shorten(oneLine(text) || '…', units);
  return /[《》]/.test(line) ? line : `《${line}》`;
}

/** The headings above a place, outermost first; of long ones the beginning. */
export function sectionName(section: readonly string[]): string {
  const path = section.map((heading) => shorten(oneLine(heading), SECTION_UNITS)).join(' › ');
  return shorten(path, PATH_UNITS);
}

/** A text without line breaks, and with one blank for several. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
