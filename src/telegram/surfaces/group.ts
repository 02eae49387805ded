import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { send } from '../calls/send.js';
import { type BotContext, meOf } from '../context.js';
import { plainReply, type Reply, replyTo } from '../replies/reply.js';
import type { Desk } from '../replies/services.js';
import { addressOf } from './addressing.js';
import { commandReply } from './commands.js';
import type { EditedAnswers } from './edited.js';

/** Groups and supergroups: an answer to those who turn to the bot, silence otherwise. */
export function groupChat(desk: Desk, answers: EditedAnswers): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const chat = composer.chatType(['group', 'supergroup']);

  chat.on('message', async (ctx) => {
    const spoken = await groupReply(ctx.message, ctx, desk);
    if (spoken) answers.remember(ctx.message, await send(ctx, spoken.reply, spoken.to));
  });

  chat.on('edited_message', (ctx) =>
    answers.revise(ctx, ctx.editedMessage, async () => {
      const spoken = await groupReply(ctx.editedMessage, ctx, desk);
      return spoken?.reply;
    }),
  );
  return composer;
}

/** What to say and to which message, or nothing when the message is not for the bot. */
async function groupReply(
  message: Message,
  ctx: BotContext,
  desk: Desk,
): Promise<{ readonly reply: Reply; readonly to: number } | undefined> {
  const address = addressOf(message, meOf(ctx));
  switch (address.kind) {
    case 'none':
      return undefined;
    case 'question':
      return { reply: await replyTo(address.question, desk, ctx.voice), to: address.messageId };
    case 'command':
      return { reply: await commandReply(address.command, ctx, desk), to: message.message_id };
    case 'empty':
      return { reply: plainReply(ctx.voice.words.howToAsk(ctx.voice.username)), to: message.message_id };
  }
}
