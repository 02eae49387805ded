import { Composer } from 'grammy';
import type { MaybeInaccessibleMessage, Message } from 'grammy/types';
import type { Question } from '../../answering/question.js';
import { replace, sendQuoting } from '../calls/send.js';
import { type BotContext, meOf } from '../context.js';
import { type CallbackData, decodeCallbackData } from '../rendering/callback-data.js';
import { articleReply } from '../replies/article-reply.js';
import { postQuotation } from '../replies/post-quotation.js';
import { clippingReply, type Reply, replyTo } from '../replies/reply.js';
import type { Services } from '../replies/services.js';
import { citingFor } from './citing.js';
import { commandIn, textOf } from './message-text.js';
import { answeredQuestion } from './question.js';

/**
 * The buttons under an answer. Nothing is kept for them: the question stands in the message that the answer replies
 * to, the passage in the button, so they work after any restart.
 */
export function navigation(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('callback_query:data', async (ctx, next) => {
    const data = decodeCallbackData(ctx.callbackQuery.data);
    if (!data) return next();
    const notification = await show(data, ctx, citingFor(ctx, services));
    await ctx.answerCallbackQuery(notification === undefined ? {} : { text: notification });
  });
  return composer;
}

/** Answers presses that mean nothing here, or the button would keep spinning. It comes after all that know buttons. */
export function unknownPresses(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('callback_query', (ctx) => ctx.answerCallbackQuery());
  return composer;
}

/** Shows what the button asks for; gives what to tell the reader when that is no longer possible. */
async function show(data: CallbackData, ctx: BotContext, services: Services): Promise<string | undefined> {
  const { locale } = ctx;
  const answer = ctx.callbackQuery?.message;
  const question = questionOf(ctx);
  // An article is read without a question, too: a link may have led to it.
  if (!answer || (!question && data.show !== 'article')) return locale.questionGone;
  if (data.show === 'post') return question && quotePost({ ...data, question }, ctx, services);
  const reply = await replyFor(data, question, ctx, services);
  if (!reply) return locale.passageGone;
  if (!isShown(reply, answer)) await replace(ctx, answer.message_id, reply);
  return undefined;
}

/** The question that the message with the button replies to; `undefined` where it is gone, or was none. */
function questionOf(ctx: BotContext): Question | undefined {
  const answer = ctx.callbackQuery?.message;
  // Too old a message arrives without its content, and a date of 0.
  const original =
    answer && answer.date !== 0 && 'reply_to_message' in answer ? answer.reply_to_message : undefined;
  const content = original && textOf(original);
  const command = content && commandIn(content);
  if (!original || (command && command.name !== 'ask')) return undefined;
  const question = answeredQuestion(original, answer as Message, meOf(ctx));
  return question.text === '' ? undefined : question;
}

/** The place in the pager leads to where one is already; the server would refuse such an edit. */
function isShown({ message, keyboard }: Reply, shown: MaybeInaccessibleMessage): boolean {
  if (!('text' in shown) || shown.text !== message.text) return false;
  return JSON.stringify(shown.reply_markup?.inline_keyboard) === JSON.stringify(keyboard?.inline_keyboard);
}

async function replyFor(
  data: Exclude<CallbackData, { readonly show: 'post' }>,
  question: Question | undefined,
  ctx: BotContext,
  services: Services,
): Promise<Reply | undefined> {
  if (data.show === 'article') return articleReply({ ...data, question }, services, ctx.locale);
  if (!question) return undefined;
  if (data.show === 'answer') return replyTo(question, services, ctx.locale, data.view);
  const { id, view } = data;
  return clippingReply({ question, id, view, open: data.show === 'list' }, services, ctx.locale);
}

/** Has Telegram quote the post itself; gives what to tell the reader where it will not. */
async function quotePost(
  asked: { readonly id: string; readonly question: Question } & Pick<CallbackData, 'view'>,
  ctx: BotContext,
  services: Services,
): Promise<string | undefined> {
  const quotation = await postQuotation(asked, services, ctx.locale);
  if (!quotation) return ctx.locale.passageGone;
  return (await sendQuoting(ctx, quotation)) ? undefined : ctx.locale.reading.postUnquotable;
}
