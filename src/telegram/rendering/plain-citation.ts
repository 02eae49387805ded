import type { Citation } from '../../answering/answer.js';
import { citedFacts, sectionName, title } from '../wording/cited-facts.js';
import type { Locale } from '../wording/locale.js';
import { addressOf, type CitationStyle } from './citation-text.js';
import { cleanText } from './clean.js';
import { deepLink } from './deep-link.js';

/** Longest text that a button copies: https://core.telegram.org/bots/api#copytextbutton */
export const COPIED_UNITS = 256;
/** An address that is longer leaves no room for what is cited; the one with the bot is short. */
const ADDRESS_UNITS = 120;
/** A title is shortened no further than to these, in UTF-16 units. */
const TITLE_UNITS = [120, 60, 30, 16] as const;

/**
 * A citation as plain text, for a manuscript or a message: title, heading, facts and address. Where all of it is too long, the
 * heading goes first, then the end of the title, then what the source states last.
 * @returns 1 to 256 UTF-16 units
 */
export function plainCitation(citation: Citation, { username }: CitationStyle, locale: Locale): string {
  const own = addressOf(citation);
  const address = own !== undefined && own.length <= ADDRESS_UNITS ? own : deepLink(username, citation.id);
  const facts = citedFacts(citation, locale);
  const heading = citation.section ? ` › ${sectionName(citation.section)}` : '';
  const written = (units: number, section: string, count: number): string =>
    cleanText(`${[title(citation.title, units) + section, ...facts.slice(0, count)].join(' · ')} ${address}`);
  const ways = [
    written(TITLE_UNITS[0], heading, facts.length),
    ...TITLE_UNITS.map((units) => written(units, '', facts.length)),
    ...facts.map((_, gone) => written(TITLE_UNITS[3], '', facts.length - gone - 1)),
  ];
  return ways.find((way) => way.length <= COPIED_UNITS) ?? address;
}
