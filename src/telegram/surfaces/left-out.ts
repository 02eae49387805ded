import type { MiddlewareFn } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import type { BotContext } from '../context.js';
import { laneOf } from '../updates/lane.js';
import { BACKLOG } from '../updates/schedule.js';
import { addressOf } from './addressing.js';

/**
 * Says in the chat of an update that it and others were left out, since too many came; of a press, to whoever pressed alone.
 * All else was left out in silence.
 * @param updates those that were left out; they go no further
 */
export function sayLeftOut(updates: WeakSet<Update>): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    if (!updates.has(ctx.update)) return next();
    const { message, locale } = ctx;
    if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text: locale.delivery.pressSkipped });
    if (!message) return;
    await ctx.api.sendMessage(message.chat.id, locale.delivery.skipped(BACKLOG), {
      ...(message.is_topic_message &&
        message.message_thread_id !== undefined && { message_thread_id: message.message_thread_id }),
    });
  };
}

/**
 * The chat in which an update has its turn. What people say among themselves waits for nothing and is never left out, since
 * nothing is said to it.
 */
export function turnOf(update: Update, me: UserFromGetMe): number | undefined {
  const { message } = update;
  const inGroup = message?.chat.type === 'group' || message?.chat.type === 'supergroup';
  if (message && inGroup && addressOf(message, me).kind === 'none') return undefined;
  return laneOf(update);
}
