import type { BotContext } from '../context.js';
import { plainReply, type Reply } from '../replies/reply.js';
import type { Services } from '../replies/services.js';

/** Tells what is kept. */
export function privacyReply({ locale }: BotContext, { privacy }: Services): Reply {
  return plainReply(locale.privacy.privacy(privacy));
}

/** Deletes what belongs to a chat; in a group for its administrators only. */
export async function forgetReply(ctx: BotContext, { forgetters }: Services): Promise<Reply> {
  const words = ctx.locale.privacy;
  if (!(await maySpeakForChat(ctx))) return plainReply(words.onlyAdministrators);
  for (const forget of forgetters) await forget(ctx.chatId as number);
  return plainReply(words.forgotten);
}

/** Whether somebody may decide for the chat: their own, or a group that they administer, openly or as the group itself. */
async function maySpeakForChat(ctx: BotContext): Promise<boolean> {
  if (ctx.chat?.type === 'private') return true;
  if (ctx.senderChat) return ctx.senderChat.id === ctx.chatId;
  const { status } = await ctx.getAuthor();
  return status === 'creator' || status === 'administrator';
}
