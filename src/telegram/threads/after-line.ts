import type { Answer } from '../../answering/answer.js';
import { followUpEn, followUpZh, followUpZhHant } from '../wording/follow-up.js';
import type { Locale } from '../wording/locale.js';

/** How the line begins, in every language in which it may stand in a chat. */
const BEGINNINGS = [followUpZh, followUpZhHant, followUpEn].map(({ after }) => after(''));

/** The line that says by what a follow-up was completed, to stand first in its answer; none where the question is full. */
export function afterLine({ after }: Pick<Answer, 'after'>, locale: Locale): string[] {
  return after === undefined ? [] : [locale.followUp.after(after)];
}

/**
 * The subject that such a line names, where a text has one.
 * @param above what the bot itself said in a message, above any quotation
 */
export function subjectIn(above: string): string | undefined {
  for (const line of above.split('\n')) {
    const beginning = BEGINNINGS.find((each) => line.startsWith(each));
    if (beginning !== undefined && line.length > beginning.length) return line.slice(beginning.length);
  }
  return undefined;
}
