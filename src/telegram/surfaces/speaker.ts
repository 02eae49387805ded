import { type BotContext, meOf } from '../context.js';
import { addressOf } from './addressing.js';

/**
 * Who is behind an update. For one who speaks as a chat, `from` is a placeholder that all such share, so it is the chat's id.
 */
export function speakerOf(ctx: BotContext): number | undefined {
  const chat = ctx.guestMessage?.sender_chat ?? ctx.senderChat;
  return chat?.id ?? ctx.guestMessage?.from?.id ?? ctx.from?.id;
}

/** The chat that an update is of, where it is of one. */
export function chatOf(ctx: BotContext): number | undefined {
  return ctx.guestMessage?.chat.id ?? ctx.chat?.id;
}

/** The chat that several people ask in; `undefined` where one is alone with the bot. */
export function sharedChatOf(ctx: BotContext): number | undefined {
  const chat = ctx.guestMessage?.chat ?? ctx.chat;
  return chat === undefined || chat.type === 'private' ? undefined : chat.id;
}

/** Whether an update waits for the bot to say something: talk among people does not, nor does what is being typed. */
export function wantsReply(ctx: BotContext): boolean {
  if (ctx.callbackQuery || ctx.guestMessage) return true;
  const message = ctx.message ?? ctx.editedMessage;
  if (!message) return false;
  return message.chat.type === 'private' || addressOf(message, meOf(ctx)).kind !== 'none';
}
