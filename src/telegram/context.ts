import type { Context, MiddlewareFn } from 'grammy';
import type { Voice } from './replies/services.js';
import type { Me } from './surfaces/message-text.js';
import { wordingFor } from './wording/locale.js';

/** grammY's context with the voice in which this update is answered. */
export type BotContext = Context & { voice: Voice };

/** Gives each update its voice. Who speaks as a chat has no language of their own and gets the default. */
export function withVoice(): MiddlewareFn<BotContext> {
  return (ctx, next) => {
    const language = ctx.senderChat === undefined ? ctx.from?.language_code : undefined;
    ctx.voice = { words: wordingFor(language), username: ctx.me.username };
    return next();
  };
}

/** The bot itself, as questions and addresses need it. */
export function meOf({ me }: BotContext): Me {
  return { id: me.id, username: me.username };
}
