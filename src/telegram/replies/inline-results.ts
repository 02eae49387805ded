import type { InlineQueryResultArticle } from 'grammy/types';
import type { Completion } from '../../answering/answer.js';
import { inlineContent } from '../rendering/inline-content.js';
import { markOf } from '../rendering/offer-data.js';
import { titleQuery } from '../rendering/share-query.js';
import { oneLine, title } from '../wording/cited-facts.js';
import type { Locale } from '../wording/locale.js';
import { checkedAnswer, type SendableClipping, sendableMessage } from './checked-answer.js';
import type { Services } from './services.js';

/** How many examples an empty query lists: a phone shows them above its keyboard. */
const EXAMPLES = 4;
/** How many titles are offered while somebody types; there is little room, and clippings come first. */
const COMPLETIONS = 3;

/**
 * The title says what it is from, the description what it says: the excerpt is why one chooses it.
 * @param describe what is said of the excerpt; by default nothing
 */
export function clippingResult(
  { clipping, message }: SendableClipping,
  describe = (excerpt: string): string => excerpt,
): InlineQueryResultArticle {
  return {
    type: 'article',
    id: clipping.citation.id,
    title: title(clipping.citation.title),
    description: describe(oneLine(clipping.excerpt)),
    input_message_content: inlineContent(message),
  };
}

/**
 * The collection's examples, each with what answers it; chosen, they send that. What is sent tells the question, since nobody
 * typed it.
 */
export async function exampleResults(
  services: Services,
  locale: Locale,
): Promise<readonly InlineQueryResultArticle[]> {
  const results: InlineQueryResultArticle[] = [];
  for (const text of await services.answerer.examples(EXAMPLES)) {
    const question = { text, chosen: true };
    const { answer, clippings } = await checkedAnswer(question, { top: 1, notes: false }, services, locale);
    const [best] = clippings;
    if (!best || answer.status === 'refused') continue;
    const describe = answer.status === 'possible' ? locale.inlinePossible : undefined;
    results.push({ ...clippingResult(best, describe), id: `e:${markOf(text)}`, title: text });
  }
  return results;
}

/** The articles that what is typed may be on its way to; chosen, one sends its beginning, with a button that asks about it. */
export async function completionResults(
  typed: string,
  services: Services,
  locale: Locale,
): Promise<readonly InlineQueryResultArticle[]> {
  const results: InlineQueryResultArticle[] = [];
  for (const completion of await services.answerer.completions(typed, COMPLETIONS)) {
    const clipping = await beginningOf(completion, services, locale);
    if (clipping) results.push(completionResult(clipping, completion, locale));
  }
  return results;
}

async function beginningOf(
  { passage }: Completion,
  services: Services,
  locale: Locale,
): Promise<SendableClipping | undefined> {
  const clipping = await services.answerer.clipping(passage);
  const message = clipping && (await sendableMessage(clipping, [], services, locale));
  return message && { clipping, message };
}

function completionResult(
  clipping: SendableClipping,
  completion: Completion,
  { inline }: Locale,
): InlineQueryResultArticle {
  const ask = { text: inline.askAbout, switch_inline_query_current_chat: titleQuery(completion.title) };
  return {
    ...clippingResult(clipping, inline.opens),
    id: `t:${completion.passage}`,
    reply_markup: { inline_keyboard: [[ask]] },
  };
}
