import { setImmediate } from 'node:timers/promises';
import { Composer } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import { inlineContent } from '../calls/send.js';
import type { BotContext } from '../context.js';
import { checkedAnswer, type Page } from '../replies/clippings.js';
import type { Desk, Voice } from '../replies/services.js';
import { title } from '../wording/cited-facts.js';
import { cacheSeconds, decodeOffset, encodeOffset, Freshness } from './inline-cache.js';
import { Typing } from './inline-debounce.js';

/** Results a page: what a phone shows without scrolling, so that a keystroke costs no more than it shows. */
const PAGE = 6;
/** The most that Telegram takes for one query: https://core.telegram.org/bots/api#answerinlinequery */
const MOST = 50;
/** An answer later than this fails at the server anyway (about 10 s); milliseconds. */
const LATEST_MS = 8_000;

/** Inline mode: clippings while typing, in any chat. */
export function inlineMode(desk: Desk): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const typing = new Typing();
  const freshness = new Freshness();

  composer.on('inline_query', async (ctx) => {
    const { from, query, offset } = ctx.inlineQuery;
    const isOutdated = typing.started(from.id, ctx.update.update_id, query);
    const begun = performance.now();
    // Lets the other keystrokes of the same batch be noted, so that only the last one costs a search.
    await setImmediate();
    if (isOutdated()) return;
    const { version } = desk.answerer;
    const first = decodeOffset(offset, version);
    const found = first === undefined ? NO_MORE : await find(query.trim(), first, desk, ctx);
    if (isOutdated() || performance.now() - begun > LATEST_MS) return;
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
  /** Number of the first result of the next page. */
  readonly next?: number;
  /** Text of the button above the results. */
  readonly button?: string;
}

/** The collection has changed since the page before: going on would repeat or skip clippings. */
const NO_MORE: Found = { results: [] };

async function find(query: string, first: number, desk: Desk, { voice }: BotContext): Promise<Found> {
  const { buttons } = voice.words;
  if (query === '') return { results: [], button: buttons.inlineEmpty(desk.answerer.summary(0).articles) };
  const { answer, pages } = await checkedAnswer(query, { top: PAGE, notes: false }, desk, voice);
  if (answer.status === 'refused') return { results: [], button: buttons.inlineNothing };
  const shown = first === 0 ? pages : await further(query, first, pages, desk, voice);
  const next = first + PAGE;
  const results = shown.map(resultOf);
  return shown.length === PAGE && next < MOST ? { results, next } : { results };
}

/**
 * The clippings from `first` on. The more are asked for, the better they are ranked, perhaps in another order, so
 * what stands on the first page is left out rather than counted off.
 */
async function further(
  query: string,
  first: number,
  firstPage: readonly Page[],
  desk: Desk,
  voice: Voice,
): Promise<readonly Page[]> {
  const shown = new Set(firstPage.map(({ clipping }) => clipping.citation.id));
  const { pages } = await checkedAnswer(query, { top: MOST, notes: false }, desk, voice);
  const rest = pages.filter(({ clipping }) => !shown.has(clipping.citation.id));
  return rest.slice(first - PAGE, first);
}

/** The title says what it is from, the description what it says: the excerpt is why one chooses it. */
function resultOf({ clipping, message }: Page): InlineQueryResultArticle {
  return {
    type: 'article',
    id: clipping.citation.id,
    title: title(clipping.citation.title),
    description: clipping.excerpt.replace(/\s+/gu, ' '),
    input_message_content: inlineContent(message),
  };
}
