import { Bot, type BotError, GrammyError, HttpError } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { administration } from './administration/administration.js';
import { countingChats } from './administration/counting-chats.js';
import { downloadFrom } from './administration/download.js';
import type { Office } from './administration/office.js';
import { pausing } from './administration/pause.js';
import { Wishes } from './alerts/wishes.js';
import { followingMigration } from './calls/migration.js';
import { repeated } from './calls/repeated.js';
import { livePosts } from './channels/live-posts.js';
import { type Collections, routedAnswerer, withCollection } from './collections/routed.js';
import { useCommand } from './collections/use.js';
import { type BotContext, withLocale } from './context.js';
import { Judgements } from './feedback/judgements.js';
import { ShownAnswers } from './feedback/shown-answers.js';
import { measuredAnswerer, type OnAsked } from './measuring/measured-answerer.js';
import { measuredCalls, measuredUpdates } from './measuring/measured-calls.js';
import { type Measures, measuringAll, type Surface } from './measuring/measures.js';
import { offerRows } from './replies/offer-rows.js';
import type { Forget, Services } from './replies/services.js';
import { toldRows } from './replies/told-rows.js';
import { type BotApiServer, clientOptions } from './server.js';
import { type Access, onlyAllowed } from './surfaces/access.js';
import { alerts, alertsUpkeep } from './surfaces/alerts.js';
import { businessAccounts } from './surfaces/business.js';
import { EditedAnswers } from './surfaces/edited.js';
import { feedback } from './surfaces/feedback.js';
import { groupChat } from './surfaces/group.js';
import { guestMode } from './surfaces/guest.js';
import { inlineMode } from './surfaces/inline.js';
import { sayLeftOut } from './surfaces/left-out.js';
import { navigation, unknownPresses } from './surfaces/navigation.js';
import { privateChat } from './surfaces/private.js';
import { type Limits, limitQuestions } from './surfaces/question-limits.js';
import { suggesting } from './surfaces/suggesting.js';
import { RecentThreads } from './threads/recent-threads.js';
import { InlineDebounce } from './updates/inline-debounce.js';

/** What a bot is made of. */
export interface BotOptions extends Pick<Services, 'answerer' | 'log' | 'adminIds'>, BotApiServer {
  /** The parts that chats can be bound to, and which are; absent: all ask the whole. */
  readonly collections?: Collections | undefined;
  readonly token: string;
  /** Who is answered; absent: everyone. */
  readonly access?: Access | undefined;
  /** How much is answered a minute; absent: all. */
  readonly limits?: Limits | undefined;
  /** What getMe said, so that the bot need not ask again. */
  readonly me: UserFromGetMe;
  /** Takes what the bot does, as counts; absent: nobody does. */
  readonly measures?: Measures | undefined;
  /** What administrators work with; absent: there is nothing for them. */
  readonly office?: Office | undefined;
  /** Chats that have subscribed to alerts; absent: none. */
  readonly subscribers?: (() => readonly number[]) | undefined;
  /** Each deletes what a store keeps of a chat. */
  readonly forgetters?: readonly Forget[] | undefined;
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
  /** Whether what is kept outlasts the process; default no. */
  readonly onDisk?: boolean;
  /** The time in milliseconds; default the system's. */
  readonly now?: () => number;
}

/** Nobody is shut out. */
export const EVERYONE: Access = { allowed: new Set(), blocked: new Set() };
const NO_LIMITS: Limits = { perPerson: 0, perChat: 0, exempt: new Set() };

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

/** The bot with all its surfaces. It makes no call before it is given an update. */
export function createBot(options: BotOptions): Bot<BotContext> {
  const { token, apiRoot, me, office, collections, access = EVERYONE, limits = NO_LIMITS } = options;
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
    const download = downloadFrom(apiRoot, token);
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
  return bot;
}

/** What the surfaces of such a bot work with. */
export function servicesOf(options: BotOptions): Services {
  const { me, log, office, collections, adminIds = new Set() } = options;
  const { onDisk = false, keepQuestions = false } = options;
  const forgetChat: Forget | undefined = collections && (async (chat) => collections.bindings.forget(chat));
  const answerer = collections ? routedAnswerer(collections.parts) : options.answerer;
  return {
    answerer,
    log,
    adminIds,
    username: me.username,
    inline: me.supports_inline_queries,
    furtherRows: [offerRows(answerer), toldRows],
    measures: measuringAll(compact([options.measures, office?.counts, office?.failures])),
    privacy: { onDisk, questions: keepQuestions || office?.unanswered !== undefined },
    hasFolders: () => (collections?.parts.names().length ?? 0) > 0,
    forgetters: compact([forgetChat, ...(options.forgetters ?? [])]),
  };
}

function compact<T>(all: readonly (T | undefined)[]): T[] {
  return all.filter((one) => one !== undefined);
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
