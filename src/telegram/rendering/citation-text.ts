import type { Citation } from '../../answering/answer.js';
import { citedFacts, FACT_UNITS, sectionName, title } from '../wording/cited-facts.js';
import { citedPlace } from '../wording/cited-place.js';
import type { Locale } from '../wording/locale.js';
import { shorten } from '../wording/shorten.js';
import { deepLink } from './deep-link.js';
import { concat, type FormattedText, joined, link, type Piece, styled } from './formatted-text.js';

/** To whom and where a citation is shown. */
export interface CitationStyle {
  /** The bot's username, without `@`. */
  readonly username: string;
  /** Whether it names file and lines, as administrators need them. */
  readonly files?: boolean;
  /** Whether a link back to the bot goes with it, for chats where no button does that. */
  readonly back?: boolean;
}

/**
 * Where a clipping comes from, as readers cite: title, heading and what the source states of itself. The title leads to the
 * article's own address, else to its place with the bot. What the source does not state is left out.
 */
export function citationText(citation: Citation, style: CitationStyle, locale: Locale): FormattedText {
  const { section } = citation;
  const address = addressOf(citation);
  const back: Piece[] =
    style.back && address !== undefined
      ? [link(deepLink(style.username, citation.id), locale.reading.readOn)]
      : [];
  const heading = section ? ` › ${sectionName(section)}` : '';
  return concat(
    joined([concat(linkedTitle(citation, style), heading), ...citedFacts(citation, locale), ...back], ' · '),
    ...(style.files ? ['\n', filePlace(citation, locale)] : []),
  );
}

/** A title that leads to the article. */
export function linkedTitle(citation: Citation, { username }: CitationStyle): FormattedText {
  return link(addressOf(citation) ?? deepLink(username, citation.id), title(citation.title));
}

/** The article's address on the web, where it has one that Telegram can link to. */
export function addressOf({ url }: Pick<Citation, 'url'>): string | undefined {
  const fits = url !== undefined && url.length <= 2048 && /^https?:\/\//i.test(url) && URL.canParse(url);
  return fits ? url : undefined;
}

function filePlace(citation: Citation, locale: Locale): FormattedText {
  // As code, because Telegram would take a name such as `news.md` for the address of a web site.
  return concat(styled('code', shortenPath(citation.source)), ` ${citedPlace(citation, locale)}`.trimEnd());
}

/** A long path keeps its end, which names the file. */
function shortenPath(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return path.length <= FACT_UNITS ? path : `…/${shorten(name, FACT_UNITS - 2)}`;
}
