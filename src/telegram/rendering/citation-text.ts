import type { Citation } from '../../answering/answer.js';
import { citedFacts, FACT_UNITS, sectionName, title } from '../wording/cited-facts.js';
import { citedPlace } from '../wording/cited-place.js';
import type { Locale } from '../wording/locale.js';
import { shorten } from '../wording/shorten.js';
import { deepLink } from './deep-link.js';
import { concat, type FormattedText, joined, link, type Piece, styled } from './formatted-text.js';

/**
 * Where a clipping comes from, in two lines: the title, which opens the passage with the bot from any chat, then
 * what the source states of itself and the lines of the file. What the source does not state is left out.
 */
export function citationText(citation: Citation, username: string, locale: Locale): FormattedText {
  const { source, section, url } = citation;
  // As code, because Telegram would take a name such as `news.md` for the address of a web site.
  const place = concat(styled('code', shortenPath(source)), ` ${citedPlace(citation, locale)}`.trimEnd());
  const original: Piece[] = isWebAddress(url) ? [link(url, locale.citation.original)] : [];
  return concat(
    link(deepLink(username, citation.id), title(citation.title)),
    ...(section ? [` › ${sectionName(section)}`] : []),
    '\n',
    joined([...citedFacts(citation, locale), place, ...original], ' · '),
  );
}

/** A long path keeps its end, which names the file. */
function shortenPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return path.length <= FACT_UNITS ? path : `…/${shorten(name, FACT_UNITS - 2)}`;
}

function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && url.length <= 2048 && /^https?:\/\//i.test(url) && URL.canParse(url);
}
