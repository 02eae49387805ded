import type { Citation } from '../../answering/answer.js';
import type { Wording } from '../wording/wording.js';
import { shorten } from './clean.js';
import { deepLink } from './deep-link.js';
import { joined, link, type Piece, type RichText, rich, styled } from './rich-text.js';

/** Longest title and longest other fact in UTF-16 units; with these a citation stays well under a message's length. */
const TITLE_UNITS = 120;
const FACT_UNITS = 80;

/**
 * Where a clipping comes from, in two lines: the title, which opens the passage with the bot from any chat, then
 * what the source states of itself and the lines of the file. What the source does not state is left out.
 */
export function citationText(citation: Citation, username: string, words: Wording): RichText {
  const { source, lines, url } = citation;
  // As code, because Telegram would take a name such as `news.md` for the address of a web site.
  const place = rich(styled('code', shortenPath(source)), ` ${words.citation.lines(...lines)}`);
  const original: Piece[] = isWebAddress(url) ? [link(url, words.citation.original)] : [];
  return rich(
    link(deepLink(username, citation.id), title(citation.title)),
    '\n',
    joined([...citedFacts(citation, words), place, ...original], ' · '),
  );
}

/** What the source states of itself besides the title: publication, date, page and byline, as far as it does. */
export function citedFacts({ publication, date, page, byline }: Citation, words: Wording): string[] {
  return [publication, date, page && words.citation.page(page), byline]
    .filter((fact) => fact !== undefined && fact !== '')
    .map((fact) => shorten(oneLine(fact as string), FACT_UNITS));
}

/** The title in title marks; one that has such marks of its own stays as it is. */
export function title(text: string): string {
  const line = shorten(oneLine(text), TITLE_UNITS);
  return /[《》]/.test(line) ? line : `《${line}》`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** A long path keeps its end, which names the file. */
function shortenPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return path.length <= FACT_UNITS ? path : `…/${shorten(name, FACT_UNITS - 2)}`;
}

function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && url.length <= 2048 && /^https?:\/\//i.test(url) && URL.canParse(url);
}
