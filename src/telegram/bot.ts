import { sequentialize } from '@grammyjs/runner';
import { Bot, type BotError, GrammyError, HttpError } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { followingMigration, retrying } from './calls/resilience.js';
import { type BotContext, withLocale } from './context.js';
import type { Services } from './replies/services.js';
import { onlyAllowed } from './surfaces/access.js';
import { EditedAnswers } from './surfaces/edited.js';
import { groupChat } from './surfaces/group.js';
import { guestMode } from './surfaces/guest.js';
import { inlineMode } from './surfaces/inline.js';
import { navigation } from './surfaces/navigation.js';
import { privateChat } from './surfaces/private.js';
import { suggesting } from './surfaces/suggesting.js';
import { RecentThreads } from './threads/recent-threads.js';
import { deduplicate } from './updates/deduplicate.js';

/** What a bot is made of. */
export interface BotOptions extends Omit<Services, 'username'> {
  readonly token: string;
  /** Address of the Bot API server, without a trailing slash. */
  readonly apiRoot: string;
  /** Ids of users and chats that are answered; empty: everyone. */
  readonly allowedIds: ReadonlySet<number>;
  /** What getMe said, so that the bot need not ask again. */
  readonly me: UserFromGetMe;
  /** The time in milliseconds; default the system's. */
  readonly now?: () => number;
}

/** The updates that the bot handles; Telegram need not send others. */
export const HANDLED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'guest_message',
] as const;

/** The bot with all its surfaces. It makes no call before it is given an update. */
export function createBot(options: BotOptions): Bot<BotContext> {
  const { token, apiRoot, allowedIds, me, answerer, log, now } = options;
  const services: Services = { answerer, log, username: me.username };
  const bot = new Bot<BotContext>(token, { client: { apiRoot }, botInfo: me });
  bot.api.config.use(retrying(), followingMigration());

  bot.use(deduplicate());
  // One chat's updates are handled in their order; inline queries belong to no chat and wait for nothing.
  bot.use(sequentialize((ctx) => ctx.chatId?.toString()));
  bot.use(withLocale());
  bot.use(onlyAllowed(allowedIds));

  const answers = new EditedAnswers();
  const threads = new RecentThreads(now);
  bot.use(guestMode(services), inlineMode(services));
  bot.use(suggesting(services, threads), navigation(services));
  bot.use(privateChat(services, answers, threads), groupChat(services, answers));

  bot.catch((failure) => onFailure(failure, services));
  return bot;
}

/** Handles one update, whichever way it came. What goes wrong is noted, so that this rejects only if noting fails. */
export async function handleUpdate(bot: Bot<BotContext>, update: Update): Promise<void> {
  try {
    await bot.handleUpdate(update);
  } catch (error) {
    await bot.errorHandler(error as BotError<BotContext>);
  }
}

/** Notes what went wrong, and says so to whoever waits for an answer. */
async function onFailure({ error, ctx }: BotError<BotContext>, { log }: Services): Promise<void> {
  const update = ctx.update.update_id;
  const byServer = error instanceof GrammyError || error instanceof HttpError;
  if (isTooLate(error)) log.debug({ update }, 'an answer came too late');
  else if (byServer) log.warn({ err: error, update }, 'a call failed');
  else log.error({ err: error, update }, 'an update could not be handled');
  try {
    const text = ctx.locale.failed;
    if (ctx.callbackQuery && !isTooLate(error)) await ctx.answerCallbackQuery({ text });
    // After a refused call another would hardly fare better.
    else if (!byServer && ctx.message && ctx.chat?.type === 'private') await ctx.reply(text);
  } catch (second) {
    log.warn({ err: second, update }, 'a call failed');
  }
}

/** Inline and callback queries expire at the server; nobody waits for these answers any more. */
function isTooLate(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes('query is too old');
}
