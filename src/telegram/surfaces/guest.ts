import { Composer } from 'grammy';
import type { InlineQueryResultArticle, Message } from 'grammy/types';
import { inlineContent } from '../calls/send.js';
import { type BotContext, meOf } from '../context.js';
import type { Sendable } from '../rendering/sendable.js';
import { plainReply, replyTo } from '../replies/reply.js';
import type { Desk } from '../replies/services.js';
import { questionIn } from './message-text.js';

/**
 * Guest mode: a mention in a chat that the bot is not in, answered once. There are no buttons, because a press
 * would come without the question; the title's link leads to the text around.
 */
export function guestMode(desk: Desk): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('guest_message', async (ctx) => {
    const question = guestQuestion(ctx.guestMessage, ctx);
    const { words, username } = ctx.voice;
    const { message } =
      question === '' ? plainReply(words.howToAsk(username)) : await replyTo(question, desk, ctx.voice);
    await ctx.answerGuestQuery(guestResult(message));
  });
  return composer;
}

/** What the mention says or, when it says nothing more, what the message says that it replies to. */
function guestQuestion(message: Message, ctx: BotContext): string {
  const me = meOf(ctx);
  const own = questionIn(message, me);
  return own !== '' || !message.reply_to_message ? own : questionIn(message.reply_to_message, me);
}

function guestResult(message: Sendable): InlineQueryResultArticle {
  return {
    type: 'article',
    id: 'answer',
    // Required, but nobody chooses among guest answers, so nobody sees it.
    title: '剪报',
    input_message_content: inlineContent(message),
  };
}
