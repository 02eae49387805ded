import { Composer } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import type { Question } from '../../answering/question.js';
import { inlineContent } from '../calls/send.js';
import type { BotContext } from '../context.js';
import { checkedAnswer, type SendableClipping } from '../replies/checked-answer.js';
import type { Services } from '../replies/services.js';
import { sharedClipping } from '../replies/shared-clipping.js';
import type { InlineDebounce } from '../updates/inline-debounce.js';
import { title } from '../wording/cited-facts.js';
import type { Locale } from '../wording/locale.js';
import { cacheSeconds, decodeOffset, encodeOffset, Freshness } from './inline-cache.js';
import { inlineQuestion } from './question.js';

/** Results in one answer: what a phone shows without scrolling, so that a keystroke costs no more than it shows. */
const BATCH = 6;
/** The most that Telegram takes for one query: https://core.telegram.org/bots/api#answerinlinequery */
const MAX_RESULTS = 50;
/** An answer later than about 10 s fails at the server, and a query may have waited for its turn; milliseconds. */
const DEADLINE_MS = 7_000;

/**
 * Inline mode: clippings in any chat.
 * @param typed knows which queries are outdated; see `Typing` for when a query gets here
 */
export function inlineMode(services: Services, typed: InlineDebounce): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const freshness = new Freshness();
  // What is sent goes into chats where no button leads back.
  const citing: Services = { ...services, back: true };

  composer.on('inline_query', async (ctx) => {
    const { from, query, offset } = ctx.inlineQuery;
    const question = inlineQuestion(ctx.inlineQuery);
    const isOutdated = () => typed.isOutdated(from.id, ctx.update.update_id, query);
    const begun = performance.now();
    if (isOutdated()) return;
    const { version } = services.answerer;
    const first = decodeOffset(offset, version);
    const found = first === undefined ? NO_MORE : await find(question, first, citing, ctx);
    if (isOutdated() || performance.now() - begun > DEADLINE_MS) return;
    await ctx.answerInlineQuery(found.results, {
      cache_time: cacheSeconds(freshness.ageMs(version, Date.now())),
      // Answers speak the reader's language, and some readers may not be answered: they are not for sharing.
      is_personal: true,
      next_offset: found.next === undefined ? '' : encodeOffset(found.next, version),
      ...(found.button !== undefined && { button: { text: found.button, start_parameter: 'inline' } }),
    });
  });
  return composer;
}

interface Found {
  readonly results: readonly InlineQueryResultArticle[];
  /** Number of the first result of the next batch. */
  readonly next?: number;
  /** Text of the button above the results. */
  readonly button?: string;
}

/** The collection has changed since the batch before: going on would repeat or skip clippings. */
const NO_MORE: Found = { results: [] };

async function find(
  question: Question,
  first: number,
  services: Services,
  { locale }: BotContext,
): Promise<Found> {
  const { buttons } = locale;
  if (question.text === '')
    return { results: [], button: buttons.inlineEmpty(services.answerer.summary(0).articles) };
  const shared = await sharedClipping(question.text, services, locale);
  if (shared) return { results: [resultOf(shared)] };
  const { answer, clippings } = await checkedAnswer(question, { top: BATCH, notes: false }, services, locale);
  if (answer.status === 'refused') return { results: [], button: buttons.inlineNothing };
  // Possible answers are too few for a second batch, so it can only be that of what answered when the first was made.
  if (answer.status === 'possible')
    return first === 0 ? { results: clippings.map((one) => resultOf(one, locale.inlinePossible)) } : NO_MORE;
  const shown = first === 0 ? clippings : await further(question, first, clippings, services, locale);
  const next = first + BATCH;
  const results = shown.map((one) => resultOf(one));
  return shown.length === BATCH && next < MAX_RESULTS ? { results, next } : { results };
}

/**
 * The clippings from `first` on. The more are asked for, the better they are ranked, perhaps in another order, so
 * what stands in the first batch is left out rather than counted off.
 */
async function further(
  question: Question,
  first: number,
  firstBatch: readonly SendableClipping[],
  services: Services,
  locale: Locale,
): Promise<readonly SendableClipping[]> {
  const shown = new Set(firstBatch.map(({ clipping }) => clipping.citation.id));
  const more = { top: MAX_RESULTS, notes: false };
  const { answer, clippings } = await checkedAnswer(question, more, services, locale);
  // What was offered as an answer is not gone on with as something else.
  if (answer.status !== 'answered') return [];
  const rest = clippings.filter(({ clipping }) => !shown.has(clipping.citation.id));
  return rest.slice(first - BATCH, first);
}

/**
 * The title says what it is from, the description what it says: the excerpt is why one chooses it.
 * @param describe what is said of the excerpt; by default nothing
 */
function resultOf(
  { clipping, message }: SendableClipping,
  describe = (excerpt: string): string => excerpt,
): InlineQueryResultArticle {
  return {
    type: 'article',
    id: clipping.citation.id,
    title: title(clipping.citation.title),
    description: describe(clipping.excerpt.replace(/\s+/gu, ' ')),
    input_message_content: inlineContent(message),
  };
}
