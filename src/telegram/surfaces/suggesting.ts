import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { Question } from '../../answering/question.js';
import { send } from '../calls/send.js';
import { type BotContext, meOf } from '../context.js';
import { decodeOffer, markOf, type OfferData } from '../rendering/offer-data.js';
import { MOST_OFFERED, opened, questionRows } from '../replies/offer-rows.js';
import { replyTo } from '../replies/reply.js';
import type { Services } from '../replies/services.js';
import type { RecentThreads } from '../threads/recent-threads.js';
import { answeredQuestion } from './question.js';
import { beforeIn } from './told-before.js';

/**
 * The buttons that offer questions: others that an article answers, and what may have been meant. What they offer is found again
 * when they are pressed, so they work after any restart; what is no longer answered is not asked.
 */
export function suggesting(services: Services, threads: RecentThreads): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('callback_query:data', async (ctx, next) => {
    const data = decodeOffer(ctx.callbackQuery.data);
    if (!data) return next();
    const { message } = ctx.callbackQuery;
    // Too old a message arrives without its content, and a date of 0.
    const shown = message && message.date !== 0 ? (message as Message) : undefined;
    const notification = shown && (await follow(data, shown, ctx, services, threads));
    const text = shown ? notification : ctx.locale.questionGone;
    await ctx.answerCallbackQuery(text === undefined ? {} : { text });
  });
  return composer;
}

/** Does what the button asks for; gives what to tell the reader where that is not possible. */
async function follow(
  data: OfferData,
  shown: Message,
  ctx: BotContext,
  services: Services,
  threads: RecentThreads,
): Promise<string | undefined> {
  const { suggesting: wording } = ctx.locale;
  const offered = await offeredBy(data, shown, ctx, services);
  if (data.offer === 'more') {
    if (offered.length === 0) return wording.noMore;
    const keyboard = shown.reply_markup?.inline_keyboard ?? [];
    const rows = opened(keyboard, questionRows(data.passage, offered));
    await ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: rows } });
    return undefined;
  }
  const text = offered.find((question) => markOf(question) === data.question);
  if (text === undefined) return wording.gone;
  await answerChosen(text, shown, ctx, services, threads);
  return undefined;
}

/** The questions that a button offers, or one of which it is; of an article those that were not just asked. */
async function offeredBy(
  data: OfferData,
  shown: Message,
  ctx: BotContext,
  { answerer }: Services,
): Promise<readonly string[]> {
  const original = shown.reply_to_message;
  const asked = original && answeredQuestion(original, shown, meOf(ctx));
  if (data.offer === 'meant') return asked ? answerer.meant(asked) : [];
  const questions = await answerer.questions(data.passage, MOST_OFFERED + 1);
  return questions.filter((question) => question !== asked?.text).slice(0, MOST_OFFERED);
}

async function answerChosen(
  text: string,
  shown: Message,
  ctx: BotContext,
  services: Services,
  threads: RecentThreads,
): Promise<void> {
  const question: Question = { text, chosen: true };
  const at = threads.now();
  const reply = await replyTo(question, services, ctx.locale);
  const { message_id: answer } = await send(ctx, reply, shown.message_id);
  if (shown.chat.type !== 'private') return;
  threads.note(shown.chat.id, { question: answer, answer, at, text, told: beforeIn(reply.message) });
}
