import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../context.js';
import { chatOf, wantsReply } from '../surfaces/speaker.js';
import type { DayCounts } from './day-counts.js';

/** Counts the chats in which somebody turns to the bot. */
export function countingChats(counts: DayCounts): MiddlewareFn<BotContext> {
  return (ctx, next) => {
    const chat = chatOf(ctx);
    if (chat !== undefined && !ctx.callbackQuery && wantsReply(ctx)) counts.chatAsked(chat);
    return next();
  };
}
