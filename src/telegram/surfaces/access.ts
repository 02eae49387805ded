import type { MiddlewareFn } from 'grammy';
import type { Access } from '../access.js';
import type { BotContext } from '../context.js';
import { decline } from './decline.js';
import { chatOf, speakerOf } from './speaker.js';

/**
 * Passes on what comes from a user or a chat that may be answered. Those who are not among the allowed meet silence in
 * groups, elsewhere a word that says why; the blocked meet silence everywhere.
 */
export function onlyAllowed({ allowed, blocked }: Access): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const senders = [speakerOf(ctx), chatOf(ctx)].filter((id) => id !== undefined);
    if (senders.some((id) => blocked.has(id))) return decline(ctx);
    if (allowed.size === 0 || senders.some((id) => allowed.has(id))) return next();
    const { locale } = ctx;
    // Buttons and inline results are one person's, also in a group.
    if (ctx.inlineQuery || ctx.callbackQuery || (ctx.message && ctx.chat?.type === 'private')) {
      const text = locale.notAllowed(ctx.from?.id ?? 0);
      await decline(ctx, { text, inline: locale.buttons.inlineNotAllowed });
    }
  };
}
