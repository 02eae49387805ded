import { Composer, GrammyError } from 'grammy';
import type { BotContext } from '../context.js';
import { localeFor } from '../locale-for.js';

/**
 * Business accounts: an owner who connects the bot is told once, in their own chat with it, that it does not answer there.
 * What their customers write is not even asked for (`business_message` is not among the updates), since an answer would
 * come in the owner's name.
 */
export function businessAccounts(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('business_connection', async (ctx) => {
    const { is_enabled, user, user_chat_id: chat } = ctx.businessConnection;
    if (!is_enabled) return;
    try {
      await ctx.api.sendMessage(chat, localeFor(user.language_code).told.business);
    } catch (error) {
      // Who has never written to the bot cannot be written to.
      if (!(error instanceof GrammyError) || error.error_code !== 403) throw error;
    }
  });
  return composer;
}
