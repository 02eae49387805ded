import { sharedPassage } from '../rendering/share-query.js';
import type { Locale } from '../wording/locale.js';
import { checkedAnswer, type SendableClipping, sendableMessage } from './checked-answer.js';
import type { Services } from './services.js';

/** Where the question brings more, what was shared was among the first of them. */
const MOST = 5;

/**
 * The clipping that a query made by a share button asks for: as the question brought it where it still does, else the beginning
 * of its passage. `undefined` where the query is of another form, or names no passage.
 */
export async function sharedClipping(
  query: string,
  services: Services,
  locale: Locale,
): Promise<SendableClipping | undefined> {
  const asked = sharedPassage(query);
  if (!asked) return undefined;
  const { id, question } = asked;
  if (question !== '') {
    const options = { top: MOST, notes: false };
    const { clippings } = await checkedAnswer({ text: question }, options, services, locale);
    const found = clippings.find(({ clipping }) => clipping.citation.id === id);
    if (found) return found;
  }
  const clipping = await services.answerer.clipping(id);
  const message = clipping && (await sendableMessage(clipping, [], services, locale));
  return message && { clipping, message };
}
