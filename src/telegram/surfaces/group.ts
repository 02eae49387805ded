import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { send } from '../calls/send.js';
import { type BotContext, meOf } from '../context.js';
import { askingBack, type Reply, replyTo } from '../replies/reply.js';
import type { Services } from '../replies/services.js';
import { addressOf } from './addressing.js';
import { commandReply } from './commands.js';
import type { EditedAnswers } from './edited.js';
import { GroupRefusals } from './group-refusal.js';

/** Groups and supergroups: an answer to those who turn to the bot, silence otherwise. */
export function groupChat(services: Services, answers: EditedAnswers): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const chat = composer.chatType(['group', 'supergroup']);
  const refusals = new GroupRefusals();
  chat.use(refusals.upkeep);

  chat.on('message', async (ctx) => {
    const answer = await groupReply(ctx.message, ctx, services);
    if (!answer) return;
    const isRefusal = answer.reply.outcome === 'refused';
    const sent = await (isRefusal
      ? refusals.send(ctx, answer.reply, answer.to)
      : send(ctx, answer.reply, answer.to));
    answers.remember(ctx.message, sent);
  });

  chat.on('edited_message', (ctx) =>
    answers.revise(ctx, ctx.editedMessage, async () => {
      const answer = await groupReply(ctx.editedMessage, ctx, services);
      return answer?.reply;
    }),
  );
  return composer;
}

/** What to say and to which message, or nothing when the message is not for the bot. */
async function groupReply(
  message: Message,
  ctx: BotContext,
  services: Services,
): Promise<{ readonly reply: Reply; readonly to: number } | undefined> {
  const address = addressOf(message, meOf(ctx));
  switch (address.kind) {
    case 'none':
      return undefined;
    case 'question':
      return {
        reply: await replyTo(address.question, services, ctx.locale),
        to: address.message.message_id,
      };
    case 'command':
      return { reply: await commandReply(address.command, ctx, services), to: message.message_id };
    case 'empty':
      return { reply: askingBack(ctx.locale.howToAsk(services.username)), to: message.message_id };
  }
}
