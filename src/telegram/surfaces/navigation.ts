import { Composer } from 'grammy';
import type { MaybeInaccessibleMessage } from 'grammy/types';
import { replace } from '../calls/send.js';
import { type BotContext, meOf } from '../context.js';
import { decodePress, type Press } from '../rendering/callback-data.js';
import { contextReply, pageReply, type Reply } from '../replies/reply.js';
import type { Desk } from '../replies/services.js';
import { questionIn } from './message-text.js';

/**
 * The buttons under an answer. Nothing is kept for them: the question stands in the message that the answer replies
 * to, the passage in the button, so they work after any restart.
 */
export function navigation(desk: Desk): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('callback_query:data', async (ctx) => {
    const press = decodePress(ctx.callbackQuery.data);
    const notice = press ? await turnTo(press, ctx, desk) : undefined;
    await ctx.answerCallbackQuery(notice === undefined ? {} : { text: notice });
  });
  // A press must always be answered, or the button keeps spinning.
  composer.on('callback_query', (ctx) => ctx.answerCallbackQuery());
  return composer;
}

/** Shows what the press asks for; gives what to tell the reader when that is no longer possible. */
async function turnTo(press: Press, ctx: BotContext, desk: Desk): Promise<string | undefined> {
  const { words } = ctx.voice;
  const answer = ctx.callbackQuery?.message;
  // Too old a message arrives without its content, and a date of 0.
  const original =
    answer && answer.date !== 0 && 'reply_to_message' in answer ? answer.reply_to_message : undefined;
  const question = original ? questionIn(original, meOf(ctx)) : '';
  if (!answer || question === '') return words.questionGone;
  const reply = await replyFor(press, question, ctx, desk);
  if (!reply) return words.passageGone;
  if (!isShown(reply, answer)) await replace(ctx, answer.message_id, reply);
  return undefined;
}

/** The place in the pager leads to where one is already; the server would refuse such an edit. */
function isShown({ message, keyboard }: Reply, shown: MaybeInaccessibleMessage): boolean {
  if (!('text' in shown) || shown.text !== message.text) return false;
  return JSON.stringify(shown.reply_markup?.inline_keyboard) === JSON.stringify(keyboard?.inline_keyboard);
}

function replyFor(press: Press, question: string, ctx: BotContext, desk: Desk): Promise<Reply | undefined> {
  const make = press.show === 'context' ? contextReply : pageReply;
  return make(question, press.id, desk, ctx.voice);
}
