import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../context.js';

/**
 * Passes on what comes from a user or a chat that may be answered. In groups the others meet silence, elsewhere a
 * word that says why.
 * @param allowed ids of users and chats; empty: everyone
 */
export function onlyAllowed(allowed: ReadonlySet<number>): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    if (allowed.size === 0 || senders(ctx).some((id) => allowed.has(id))) return next();
    const { locale } = ctx;
    if (ctx.inlineQuery) {
      const button = { text: locale.buttons.inlineNotAllowed, start_parameter: 'start' };
      await ctx.answerInlineQuery([], { button, is_personal: true, cache_time: 60 });
    } else if (ctx.callbackQuery) {
      await ctx.answerCallbackQuery({ text: locale.notAllowed(ctx.callbackQuery.from.id) });
    } else if (ctx.message && ctx.chat?.type === 'private') {
      await ctx.reply(locale.notAllowed(ctx.message.from.id));
    }
  };
}

/** Who is behind an update. For one who speaks as a chat, `from` is a placeholder that all such share. */
function senders(ctx: BotContext): number[] {
  const speaker = ctx.senderChat?.id ?? ctx.from?.id;
  return [speaker, ctx.chat?.id].filter((id) => id !== undefined);
}
