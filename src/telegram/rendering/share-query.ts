import { oneLine } from '../wording/cited-facts.js';
import { beginning } from '../wording/shorten.js';
import { cleanText } from './clean.js';

/** Longest inline query: https://core.telegram.org/bots/api#inlinequery */
const QUERY_UNITS = 256;

/** What an inline query asks for that was made by a button and not typed. */
export interface SharedPassage {
  readonly id: string;
  /** The question that it was quoted for; empty where there was none, or no room for it. */
  readonly question: string;
}

/**
 * The inline query that finds exactly one passage, as it was quoted for a question.
 * @param question cut where it is too long to go along, since only the quotation's place hangs on it
 */
export function shareQuery({ id, question }: SharedPassage): string {
  const asked = question.replace(/\s+/gu, ' ').trim();
  return beginning(cleanText(`#${id} ${asked}`), QUERY_UNITS).trim();
}

/** The passage that an inline query names, if it is of that form; whether there is such a passage is another question. */
export function sharedPassage(query: string): SharedPassage | undefined {
  const [, id, question = ''] = /^#([A-Za-z0-9_-]{1,40})(?:\s+(.+))?$/su.exec(query.trim()) ?? [];
  return id === undefined ? undefined : { id, question };
}

/** What a title may be to limit a question by it, in its marks. */
const LIMITING = /^[^《》]{2,60}$/u;

/** The beginning of an inline query about one article, for the reader to write on; where the title cannot limit, its words find it. */
export function titleQuery(title: string): string {
  const told = cleanText(oneLine(title));
  return LIMITING.test(told) ? `《${told}》 ` : beginning(told, QUERY_UNITS);
}
