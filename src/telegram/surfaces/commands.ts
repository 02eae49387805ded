import type { Api } from 'grammy';
import type { BotContext } from '../context.js';
import { passageIn } from '../rendering/deep-link.js';
import { articleReply } from '../replies/article-reply.js';
import { plainReply, type Reply } from '../replies/reply.js';
import type { Services } from '../replies/services.js';
import { en } from '../wording/en.js';
import type { HelpFacts, Locale } from '../wording/locale.js';
import { OFFICE_COMMANDS } from '../wording/office.js';
import { shorten } from '../wording/shorten.js';
import { zh } from '../wording/zh.js';
import type { Command } from './message-text.js';
import { forgetReply, privacyReply } from './privacy.js';

/** How many example questions /start shows, and how many titles /about. */
const EXAMPLES = 3;
const TITLES = 10;
/** Longest title in the list, in UTF-16 units. */
const TITLE_UNITS = 80;

/** What to say to a command other than /ask. */
export async function commandReply(
  { name, argument }: Command,
  ctx: BotContext,
  services: Services,
): Promise<Reply> {
  const { locale } = ctx;
  switch (name) {
    case 'start':
      return startReply(argument, ctx, services);
    case 'help':
      return plainReply(locale.help(services.username, helpFacts(ctx, services)));
    case 'about':
      return plainReply(locale.about(shortTitles(services.answerer.summary(TITLES))));
    case 'privacy':
      return privacyReply(ctx, services);
    case 'forget':
      return forgetReply(ctx, services);
    case 'id':
      return plainReply(idsIn(ctx));
    default:
      return plainReply(locale.unknownCommand);
  }
}

/** The ids that settings take. Who speaks as a chat shows a placeholder's. */
function idsIn({ from, senderChat, chat, locale }: BotContext): string {
  return locale.id.ids(senderChat ? undefined : from?.id, chat?.type === 'private' ? undefined : chat?.id);
}

function helpFacts({ me }: BotContext, { hasFolders }: Services): HelpFacts {
  return { inline: me.supports_inline_queries, folders: hasFolders() };
}

/** The passage that a deep link leads to, or a welcome. */
async function startReply(payload: string, { locale }: BotContext, services: Services): Promise<Reply> {
  const id = passageIn(payload);
  if (id !== undefined) {
    return (await articleReply({ id }, services, locale)) ?? plainReply(locale.passageGone);
  }
  const examples = await services.answerer.examples(EXAMPLES);
  return plainReply(locale.welcome(services.answerer.summary(0).articles, examples));
}

function shortTitles<T extends { readonly titles: readonly string[] }>(summary: T): T {
  return { ...summary, titles: summary.titles.map((text) => shorten(text, TITLE_UNITS)) };
}

/** Fills the menu of commands: Chinese for everybody, English for those whose Telegram is in English. */
export async function publishCommands(api: Api): Promise<void> {
  await api.setMyCommands(menuOf(zh));
  await api.setMyCommands(menuOf(en), { language_code: 'en' });
}

/**
 * Adds the commands of administrators to the menus of their private chats. Where one has never written to the bot, there is
 * no chat yet, and no menu.
 */
export async function publishCommandsFor(api: Api, adminIds: Iterable<number>): Promise<void> {
  for (const chat_id of adminIds) {
    const scope = { type: 'chat' as const, chat_id };
    await api.setMyCommands(officeMenuOf(zh), { scope });
    await api.setMyCommands(officeMenuOf(en), { scope, language_code: 'en' });
  }
}

function officeMenuOf(locale: Locale) {
  const { commands } = locale.office;
  return [
    ...menuOf(locale),
    ...OFFICE_COMMANDS.map((command) => ({ command, description: commands[command] })),
  ];
}

function menuOf({ commands, told }: Locale) {
  const shown = { ...commands, alerts: told.command };
  return (['ask', 'alerts', 'about', 'help', 'privacy'] as const).map((command) => ({
    command,
    description: shown[command],
  }));
}
