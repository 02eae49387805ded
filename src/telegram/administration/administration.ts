import { Composer, InputFile } from 'grammy';
import { send } from '../calls/send.js';
import type { BotContext } from '../context.js';
import { plainReply, type Reply } from '../replies/reply.js';
import type { Services } from '../replies/services.js';
import { commandReply, publishCommandsFor } from '../surfaces/commands.js';
import { type Command, commandIn, textOf } from '../surfaces/message-text.js';
import { OFFICE_COMMANDS, type OfficeCommand } from '../wording/office.js';
import { decodeOfficeButton, encodeOfficeButton } from './buttons.js';
import type { OfficeTools } from './office.js';
import { followReply, Pressing } from './pressing.js';
import { inboxReply, receive } from './receiving.js';
import { faultsReport, reloadReport, statsReport, unansweredReport } from './reports.js';

/**
 * What administrators may do in their private chats. To everybody else none of it exists: they get what anybody gets for a
 * command that is not known.
 */
export function administration(services: Services, tools: OfficeTools): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const { adminIds } = tools.office;
  const isAdmin = (ctx: BotContext): boolean => adminIds.has(ctx.from?.id ?? 0);
  const desk = composer.chatType('private').filter(isAdmin);
  const pressing = new Pressing(tools, services.log);

  desk.on('message').filter(isForUs, async (ctx) => {
    const content = textOf(ctx.message);
    // A document may well be sent with `/add` written below it.
    const command = content && !isMaterial(ctx.message) ? commandIn(content) : undefined;
    if (command?.name === 'stats') return sendStats(ctx, tools);
    const reply = command
      ? await replyToCommand(command, ctx, services, tools)
      : await receive(ctx, tools, services.log);
    await send(ctx, reply, ctx.message.message_id);
  });

  desk.on('callback_query:data', async (ctx, next) => {
    const button = decodeOfficeButton(ctx.callbackQuery.data);
    if (!button) return next();
    const notice = await pressing.press(button, ctx);
    await ctx.answerCallbackQuery(notice === undefined ? {} : { text: notice });
  });
  return composer;
}

/** Documents, forwarded messages, and the commands; everything else an administrator sends is a question like others. */
function isForUs({ message }: { readonly message: NonNullable<BotContext['message']> }): boolean {
  if (isMaterial(message)) return true;
  const content = textOf(message);
  const name = content && commandIn(content)?.name;
  return name !== undefined && (isOfficeCommand(name) || isWidened(name));
}

/** Whether a message is something to take in, whatever is written with it. */
function isMaterial({ document, forward_origin }: NonNullable<BotContext['message']>): boolean {
  return document !== undefined || forward_origin !== undefined;
}

/** Everybody's commands that tell administrators more, or do more for them. */
const WIDENED = ['help', 'start', 'about'] as const;
type Widened = (typeof WIDENED)[number];

function isWidened(name: string): name is Widened {
  return (WIDENED as readonly string[]).includes(name);
}

function isOfficeCommand(name: string): name is OfficeCommand {
  return (OFFICE_COMMANDS as readonly string[]).includes(name);
}

async function replyToCommand(
  command: Command,
  ctx: BotContext,
  services: Services,
  tools: OfficeTools,
): Promise<Reply> {
  const { office } = tools;
  const words = ctx.locale.office;
  switch (command.name as Exclude<OfficeCommand, 'stats'> | Widened) {
    case 'unanswered':
      return unansweredReport(office, words);
    case 'faults':
      return faultsReport(office, words);
    case 'reload':
      return reloadReport(office, words);
    case 'add':
      return plainReply(office.inbox ? words.howToAdd(office.shelf.endings) : words.noInbox);
    case 'remove':
      return inboxReply(office.inbox, words);
    case 'follow':
      return followReply(tools, ctx);
    case 'pause':
      office.pause.set(true);
      return plainReply(words.paused);
    case 'resume':
      office.pause.set(false);
      return plainReply(words.resumed);
    case 'broadcast':
      return broadcastReply(command.argument, ctx, tools);
    case 'about': {
      const about = await commandReply(command, ctx, services);
      return plainReply(`${about.message.text}\n\n${words.survey(office.shelf.survey())}`);
    }
    case 'help':
      return helpReply(command, ctx, services);
    case 'start':
      // Before its first message no menu could be set for this chat.
      void publishCommandsFor(ctx.api, [ctx.from?.id ?? 0]).catch(() => {});
      return commandReply(command, ctx, services);
  }
}

async function helpReply(command: Command, ctx: BotContext, services: Services): Promise<Reply> {
  const { office } = ctx.locale;
  const help = await commandReply(command, ctx, services);
  const commands = OFFICE_COMMANDS.map((name) => `/${name} ${office.commands[name]}`);
  return plainReply(`${help.message.text}\n\n${office.help(commands)}`);
}

function broadcastReply(text: string, { locale }: BotContext, { subscribers }: OfficeTools): Reply {
  const words = locale.office;
  if (text === '') return plainReply(words.howToBroadcast);
  const chats = new Set(subscribers()).size;
  if (chats === 0) return plainReply(words.noSubscribers);
  const callback_data = encodeOfficeButton({ kind: 'broadcast', chats });
  return {
    ...plainReply(words.confirmBroadcast(chats)),
    keyboard: { inline_keyboard: [[{ text: words.sendButton(chats), callback_data }]] },
  };
}

async function sendStats(ctx: BotContext, { office }: OfficeTools): Promise<void> {
  const { caption, picture } = statsReport(office, ctx.locale.office);
  await ctx.api.sendPhoto(ctx.chatId as number, new InputFile(picture, 'stats.png'), { caption });
}
