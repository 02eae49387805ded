import { cleanText } from '../rendering/clean.js';
import type { Locale } from '../wording/locale.js';
import { suggestingEn, suggestingZh, suggestingZhHant } from '../wording/suggesting.js';

/** How the line begins, in every language in which it may stand in a chat. */
const BEGINNINGS = [suggestingZh, suggestingZhHant, suggestingEn].map(({ asked }) => asked(''));

/** The line that tells a question which was chosen by a button, to stand first in its answer. */
export function askedLine(question: string, { suggesting }: Locale): string {
  return suggesting.asked(cleanText(question).replace(/\s+/gu, ' ').trim());
}

/**
 * The question that such a line tells, where a text begins with one.
 * @param above what the bot itself said in a message, above any quotation
 */
export function askedIn(above: string): string | undefined {
  const [line = ''] = above.split('\n');
  const beginning = BEGINNINGS.find((each) => line.startsWith(each));
  return beginning === undefined || line.length === beginning.length
    ? undefined
    : line.slice(beginning.length);
}
