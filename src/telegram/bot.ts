import { Bot, type BotError, GrammyError, HttpError } from 'grammy';
import type { Update } from 'grammy/types';
import { isUnavailable } from '../answering/unavailable.js';
import { administration } from './administration/administration.js';
import { countingChats } from './administration/counting-chats.js';
import { downloadFrom } from './administration/download.js';
import { pausing } from './administration/pause.js';
import { Wishes } from './alerts/wishes.js';
import { type BotOptions, EVERYONE, NO_LIMITS, servicesOf } from './bot-options.js';
import { followingMigration } from './calls/migration.js';
import { repeated } from './calls/repeated.js';
import { livePosts } from './channels/live-posts.js';
import { withCollection } from './collections/routed.js';
import { useCommand } from './collections/use.js';
import { type BotContext, withLocale } from './context.js';
import { Judgements } from './feedback/judgements.js';
import { ShownAnswers } from './feedback/shown-answers.js';
import { measuredAnswerer, type OnAsked } from './measuring/measured-answerer.js';
import { measuredCalls, measuredUpdates } from './measuring/measured-calls.js';
import type { Surface } from './measuring/measures.js';
import type { Forget, Services } from './replies/services.js';
import { clientOptions } from './server.js';
import { onlyAllowed } from './surfaces/access.js';
import { alerts, alertsUpkeep } from './surfaces/alerts.js';
import { businessAccounts } from './surfaces/business.js';
import { decline } from './surfaces/decline.js';
import { EditedAnswers } from './surfaces/edited.js';
import { feedback } from './surfaces/feedback.js';
import { groupChat } from './surfaces/group.js';
import { guestMode } from './surfaces/guest.js';
import { inlineMode } from './surfaces/inline.js';
import { sayLeftOut } from './surfaces/left-out.js';
import { navigation, unknownPresses } from './surfaces/navigation.js';
import { privateChat } from './surfaces/private.js';
import { limitQuestions } from './surfaces/question-limits.js';
import { suggesting } from './surfaces/suggesting.js';
import { RecentThreads } from './threads/recent-threads.js';
import { InlineDebounce } from './updates/inline-debounce.js';

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
  'channel_post',
  'edited_channel_post',
] as const;

/** A bot, and what its surfaces work with. */
export interface CreatedBot {
  readonly bot: Bot<BotContext>;
  readonly services: Services;
}

/** The bot with all its surfaces. It makes no call before it is given an update. */
export function createBot(options: BotOptions): CreatedBot {
  const { token, me, office, collections, access = EVERYONE, limits = NO_LIMITS } = options;
  const { typed = new InlineDebounce(), leftOut = new WeakSet(), keepQuestions = false } = options;
  const { wishes = new Wishes(), judgements = new Judgements() } = options;
  const threads = new RecentThreads(options.now);
  const forgetThread: Forget = async (chat) => threads.forgetChat(chat);
  const services = servicesOf({ ...options, forgetters: [forgetThread, ...(options.forgetters ?? [])] });
  const { answerer, measures } = services;
  const onAsked: OnAsked = ({ text }, outcome) => {
    if (outcome === 'refused') office?.unanswered?.note(text);
  };
  const on = (surface: Surface): Services => ({
    ...services,
    answerer: measuredAnswerer(answerer, surface, measures, onAsked),
  });
  const bot = new Bot<BotContext>(token, { client: clientOptions(options), botInfo: me });
  bot.api.config.use(measuredCalls(measures), repeated(), followingMigration());

  bot.use(measuredUpdates(measures));
  bot.use(withLocale());
  bot.use(alertsUpkeep(wishes));
  if (office) bot.use(livePosts(office, access));
  bot.use(onlyAllowed(access), limitQuestions(limits, measures));
  if (collections) bot.use(withCollection(collections.bindings));
  bot.use(sayLeftOut(leftOut));
  if (office) {
    const { subscribers = () => [] } = options;
    const download = downloadFrom(options, token);
    bot.use(pausing(office.pause, office.adminIds), countingChats(office.counts));
    bot.use(administration(services, { office, download, subscribers }));
  }

  const answers = new EditedAnswers();
  const shown = new ShownAnswers(keepQuestions);
  bot.api.config.use(shown.watching());
  bot.use(alerts(wishes), feedback(services, { judgements, shown, keepQuestions }), businessAccounts());
  bot.use(guestMode(on('guest')), inlineMode({ typing: on('inline'), offering: services, typed }));
  bot.use(suggesting(on('button'), threads), navigation(on('button')));
  if (collections) bot.use(useCommand(collections));
  bot.use(privateChat(on('private'), answers, threads), groupChat(on('group'), answers));
  bot.use(unknownPresses());

  bot.catch((failure) => onFailure(failure, services));
  return { bot, services };
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
  const isAway = isUnavailable(error);
  if (isTooLate(error)) log.debug({ update }, 'an answer came too late');
  else if (byServer) log.warn({ err: error, update }, 'a call failed');
  else if (isAway) log.warn({ update }, `a question could not be answered: ${error.message}`);
  else log.error({ err: error, update }, 'an update could not be handled');
  try {
    const text = ctx.locale.failed;
    if (isAway) await decline(ctx, { ...ctx.locale.unavailable, inlineSeconds: 0 });
    else if (ctx.callbackQuery && !isTooLate(error)) await ctx.answerCallbackQuery({ text });
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
