import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../context.js';
import { decline } from './decline.js';
import { chatOf, speakerOf } from './speaker.js';

/** Ids of users and chats. */
export interface Access {
  /** Who is answered; empty: everyone. */
  readonly allowed: ReadonlySet<number>;
  /** Who is not, even where they are among the allowed, or in a chat that is. */
  readonly blocked: ReadonlySet<number>;
}

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
