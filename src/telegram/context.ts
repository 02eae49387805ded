import type { Context, MiddlewareFn } from 'grammy';
import { localeFor } from './locale-for.js';
import { type Me, textOf } from './surfaces/message-text.js';
import type { Locale } from './wording/locale.js';

/** grammY's context with the locale in which this update is answered. */
export type BotContext = Context & { locale: Locale };

/** Gives each update its locale. Who speaks as a chat has no language but that in which they ask. */
export function withLocale(): MiddlewareFn<BotContext> {
  return (ctx, next) => {
    const language = ctx.senderChat === undefined ? ctx.from?.language_code : undefined;
    ctx.locale = localeFor(language, askedIn(ctx));
    return next();
  };
}

/** What the update asks, or what the message replied to that has the button. */
function askedIn({ inlineQuery, callbackQuery, msg }: Context): string | undefined {
  if (inlineQuery) return inlineQuery.query;
  const asking = callbackQuery ? msg?.reply_to_message : msg;
  return asking && textOf(asking)?.text;
}

/** The bot itself, as questions and addresses need it. */
export function meOf({ me }: BotContext): Me {
  return { id: me.id, username: me.username };
}
