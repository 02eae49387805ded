import { Bot, type BotError, GrammyError, HttpError } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { Wishes } from './alerts/wishes.js';
import { followingMigration } from './calls/migration.js';
import { repeated } from './calls/repeated.js';
import { type Collections, routedAnswerer, withCollection } from './collections/routed.js';
import { useCommand } from './collections/use.js';
import { type BotContext, withLocale } from './context.js';
import { Judgements } from './feedback/judgements.js';
import { ShownAnswers } from './feedback/shown-answers.js';
import type { Services } from './replies/services.js';
import { type BotApiServer, clientOptions } from './server.js';
import { onlyAllowed } from './surfaces/access.js';
import { alerts, alertsUpkeep } from './surfaces/alerts.js';
import { businessAccounts } from './surfaces/business.js';
import { EditedAnswers } from './surfaces/edited.js';
import { feedback } from './surfaces/feedback.js';
import { groupChat } from './surfaces/group.js';
import { guestMode } from './surfaces/guest.js';
import { inlineMode } from './surfaces/inline.js';
import { sayLeftOut } from './surfaces/left-out.js';
import { navigation } from './surfaces/navigation.js';
import { privateChat } from './surfaces/private.js';
import { InlineDebounce } from './updates/inline-debounce.js';

/** What a bot is made of. */
export interface BotOptions extends Omit<Services, 'username'>, BotApiServer {
  /** The parts that chats can be bound to, and which are; absent: all ask the whole. */
  readonly collections?: Collections;
  readonly token: string;
  /** Ids of users and chats that are answered; empty: everyone. */
  readonly allowedIds: ReadonlySet<number>;
  /** What getMe said, so that the bot need not ask again. */
  readonly me: UserFromGetMe;
  /** Knows which inline queries are outdated; absent: none are. */
  readonly typed?: InlineDebounce;
  /** Updates that are not to be answered, since too many came; absent: all are. */
  readonly leftOut?: WeakSet<Update>;
  /** What chats want to be told; default: nothing yet, and nothing is kept. */
  readonly wishes?: Wishes;
  /** What people think of answers; default: nothing yet, and nothing is kept. */
  readonly judgements?: Judgements;
  /** Whether what was asked is kept with what people think of the answer; default no. */
  readonly keepQuestions?: boolean;
}

/** The updates that the bot handles; Telegram need not send others. */
export const HANDLED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'guest_message',
  'my_chat_member',
  'message_reaction',
  'business_connection',
] as const;

/** The bot with all its surfaces. It makes no call before it is given an update. */
export function createBot(options: BotOptions): Bot<BotContext> {
  const { token, allowedIds, me, collections, log, keepQuestions = false } = options;
  const { typed = new InlineDebounce(), leftOut = new WeakSet() } = options;
  const { wishes = new Wishes(), judgements = new Judgements() } = options;
  const answerer = collections ? routedAnswerer(collections.parts) : options.answerer;
  const services: Services = { answerer, log, username: me.username };
  const bot = new Bot<BotContext>(token, { client: clientOptions(options), botInfo: me });
  bot.api.config.use(repeated(), followingMigration());

  bot.use(withLocale());
  bot.use(alertsUpkeep(wishes));
  bot.use(onlyAllowed(allowedIds));
  if (collections) bot.use(withCollection(collections.bindings));
  bot.use(sayLeftOut(leftOut));

  const answers = new EditedAnswers();
  const shown = new ShownAnswers(keepQuestions);
  bot.api.config.use(shown.watching());
  bot.use(alerts(wishes), feedback(services, { judgements, shown, keepQuestions }), businessAccounts());
  bot.use(guestMode(services), inlineMode(services, typed), navigation(services));
  if (collections) bot.use(useCommand(collections));
  bot.use(privateChat(services, answers), groupChat(services, answers));

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
