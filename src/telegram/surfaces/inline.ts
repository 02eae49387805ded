import { Composer } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import type { Question } from '../../answering/question.js';
import type { BotContext } from '../context.js';
import { pause } from '../deadline.js';
import { checkedAnswer, type SendableClipping } from '../replies/checked-answer.js';
import { clippingResult, completionResults, exampleResults } from '../replies/inline-results.js';
import type { Services } from '../replies/services.js';
import { sharedClipping } from '../replies/shared-clipping.js';
import type { InlineDebounce } from '../updates/inline-debounce.js';
import type { Locale } from '../wording/locale.js';
import { cacheSeconds, decodeOffset, encodeOffset, Freshness } from './inline-cache.js';
import { inlineQuestion } from './question.js';

/** Results in one answer: what a phone shows without scrolling, so that a keystroke costs no more than it shows. */
const BATCH = 6;
/** The most that Telegram takes for one query: https://core.telegram.org/bots/api#answerinlinequery */
const MAX_RESULTS = 50;
/** An answer later than about 10 s fails at the server, and a query may have waited for its turn; milliseconds. */
const DEADLINE_MS = 7_000;
/** Whoever opens the field is not kept waiting while examples are looked for; the next time they are there. Milliseconds. */
const EXAMPLES_MS = 1_000;

/** What inline mode works with. */
interface InlineTools {
  /** Answers what is typed. */
  readonly typing: Services;
  /** Answers the examples, which nobody has asked: they are not to be counted. */
  readonly offering: Services;
}

/**
 * Inline mode: clippings in any chat.
 * @param tools.typed knows which queries are outdated; see `Typing` for when a query gets here
 */
export function inlineMode({
  typed,
  ...tools
}: InlineTools & { readonly typed: InlineDebounce }): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const freshness = new Freshness();
  // What is sent goes into chats where no button leads back.
  const citing: InlineTools = {
    typing: { ...tools.typing, back: true },
    offering: { ...tools.offering, back: true },
  };

  composer.on('inline_query', async (ctx) => {
    const { from, query, offset } = ctx.inlineQuery;
    const question = inlineQuestion(ctx.inlineQuery);
    const isOutdated = () => typed.isOutdated(from.id, ctx.update.update_id, query);
    const begun = performance.now();
    if (isOutdated()) return;
    const { version } = citing.typing.answerer;
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
  { typing: services, offering }: InlineTools,
  { locale }: BotContext,
): Promise<Found> {
  if (question.text === '') return offersFor(offering, locale);
  const shared = await sharedClipping(question.text, services, locale);
  if (shared) return { results: [clippingResult(shared)] };
  const { answer, clippings } = await checkedAnswer(question, { top: BATCH, notes: false }, services, locale);
  const offered = first === 0 ? await completionResults(question.text, services, locale) : [];
  // Nothing is found for sure: what is typed may be on its way to something else.
  if (answer.status === 'refused') return { results: offered, button: locale.buttons.inlineNothing };
  // Possible answers are too few for a second batch, so it can only be that of what answered when the first was made.
  if (answer.status === 'possible') {
    const possible = clippings.map((one) => clippingResult(one, locale.inlinePossible));
    return first === 0 ? { results: [...offered, ...possible] } : NO_MORE;
  }
  const shown = first === 0 ? clippings : await further(question, first, clippings, services, locale);
  const next = first + BATCH;
  const results = [...shown.map((one) => clippingResult(one)), ...offered];
  return shown.length === BATCH && next < MAX_RESULTS ? { results, next } : { results };
}

/** Nothing is typed yet: questions that are answered, so far as they are known. */
async function offersFor(services: Services, locale: Locale): Promise<Found> {
  const button = locale.buttons.inlineEmpty(services.answerer.summary(0).articles);
  const examples = exampleResults(services, locale).catch((error: unknown) => {
    services.log.warn({ err: error }, 'no examples could be offered');
    return [];
  });
  const results = await Promise.race([examples, pause(EXAMPLES_MS).then(() => [])]);
  return { results, button };
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
