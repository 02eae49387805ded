import { Composer } from 'grammy';
import type { MaybeInaccessibleMessage } from 'grammy/types';
import type { Question } from '../../answering/question.js';
import { replace } from '../calls/send.js';
import { type BotContext, meOf } from '../context.js';
import { type CallbackData, decodeCallbackData } from '../rendering/callback-data.js';
import { clippingReply, contextReply, type Reply } from '../replies/reply.js';
import type { Services } from '../replies/services.js';
import { answeredQuestion } from './question.js';

/**
 * The buttons under an answer. Nothing is kept for them: the question stands in the message that the answer replies
 * to, the passage in the button, so they work after any restart.
 */
export function navigation(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('callback_query:data', async (ctx) => {
    const data = decodeCallbackData(ctx.callbackQuery.data);
    const notification = data ? await show(data, ctx, services) : undefined;
    await ctx.answerCallbackQuery(notification === undefined ? {} : { text: notification });
  });
  // A press must always be answered, or the button keeps spinning.
  composer.on('callback_query', (ctx) => ctx.answerCallbackQuery());
  return composer;
}

/** Shows what the button asks for; gives what to tell the reader when that is no longer possible. */
async function show(data: CallbackData, ctx: BotContext, services: Services): Promise<string | undefined> {
  const { locale } = ctx;
  const answer = ctx.callbackQuery?.message;
  // Too old a message arrives without its content, and a date of 0.
  const original =
    answer && answer.date !== 0 && 'reply_to_message' in answer ? answer.reply_to_message : undefined;
  const question =
    original && answer && 'text' in answer ? answeredQuestion(original, answer, meOf(ctx)) : undefined;
  if (!answer || !question || question.text === '') return locale.questionGone;
  const reply = await replyFor(data, question, ctx, services);
  if (!reply) return locale.passageGone;
  if (!isShown(reply, answer)) await replace(ctx, answer.message_id, reply);
  return undefined;
}

/** The place in the pager leads to where one is already; the server would refuse such an edit. */
function isShown({ message, keyboard }: Reply, shown: MaybeInaccessibleMessage): boolean {
  if (!('text' in shown) || shown.text !== message.text) return false;
  return JSON.stringify(shown.reply_markup?.inline_keyboard) === JSON.stringify(keyboard?.inline_keyboard);
}

function replyFor(
  data: CallbackData,
  question: Question,
  ctx: BotContext,
  services: Services,
): Promise<Reply | undefined> {
  const make = data.show === 'context' ? contextReply : clippingReply;
  return make(question, data.id, services, ctx.locale);
}
