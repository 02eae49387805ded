import type { Citation } from '../../answering/answer.js';
import { citedFacts, FACT_UNITS, title } from '../wording/cited-facts.js';
import { shorten } from '../wording/shorten.js';
import type { Wording } from '../wording/wording.js';
import { deepLink } from './deep-link.js';
import { joined, link, type Piece, type RichText, rich, styled } from './rich-text.js';

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

/** A long path keeps its end, which names the file. */
function shortenPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return path.length <= FACT_UNITS ? path : `…/${shorten(name, FACT_UNITS - 2)}`;
}

function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && url.length <= 2048 && /^https?:\/\//i.test(url) && URL.canParse(url);
}
