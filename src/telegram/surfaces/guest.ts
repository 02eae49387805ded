import { Composer } from 'grammy';
import type { InlineQueryResultArticle } from 'grammy/types';
import { type BotContext, meOf } from '../context.js';
import { inlineContent } from '../rendering/inline-content.js';
import type { Sendable } from '../rendering/sendable.js';
import { plainReply, replyTo } from '../replies/reply.js';
import type { Services } from '../replies/services.js';
import { questionBehind } from './question.js';

/**
 * Guest mode: a mention in a chat that the bot is not in, answered once. There are no buttons, because a press
 * would come without the question; the title's link leads to the text around.
 */
export function guestMode(services: Services): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('guest_message', async (ctx) => {
    const { guestMessage, locale } = ctx;
    const asked = questionBehind(guestMessage, guestMessage.reply_to_message, meOf(ctx));
    const { message } = asked
      ? await replyTo(asked.question, { ...services, back: true }, locale)
      : plainReply(locale.howToAsk(services.username));
    await ctx.answerGuestQuery(guestResult(message));
  });
  return composer;
}

/** A message as a guest says it. */
export function guestResult(message: Sendable): InlineQueryResultArticle {
  return {
    type: 'article',
    id: 'answer',
    // Required, but nobody chooses among guest answers, so nobody sees it.
    title: '剪报',
    input_message_content: inlineContent(message),
  };
}
