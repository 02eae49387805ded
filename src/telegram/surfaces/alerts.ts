import { Composer } from 'grammy';
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { DAYS, MOST_HERE, type Wishes } from '../alerts/wishes.js';
import { replace, send, showKeyboard } from '../calls/send.js';
import { type BotContext, meOf } from '../context.js';
import { decodeToldData, encodeToldData, type WishData } from '../rendering/told-data.js';
import { plainReply, type Reply } from '../replies/reply.js';
import { button } from '../replies/told-rows.js';
import type { Locale } from '../wording/locale.js';
import { shorten } from '../wording/shorten.js';
import { isCommandForUs } from './addressing.js';
import { wholeQuestion } from './question.js';

/** Longest question on a button, in UTF-16 units; phones show less. */
const NAMED_UNITS = 40;

/**
 * Being told later: the button under a refusal, the list of what a chat waits for, and what ends it. A chat waits for what
 * was asked in it, whoever taps; no update can name another chat than its own.
 */
export function alerts(wishes: Wishes): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('callback_query:data', async (ctx, next) => {
    const data = decodeToldData(ctx.callbackQuery.data);
    if (!data || !('wish' in data)) return next();
    await ctx.answerCallbackQuery({ text: await onTap(data, ctx, wishes) });
  });
  composer.on('message').filter(
    (ctx) => isCommandForUs(ctx.message, 'alerts', meOf(ctx)),
    async (ctx) => {
      await send(ctx, listOf(ctx.chat.id, wishes, ctx.locale), ctx.message.message_id);
    },
  );
  return composer;
}

/**
 * Lets go of the wishes of chats that the bot is put out of, and follows groups that become supergroups. It comes before
 * whatever asks who may be answered: forgetting is for everybody.
 */
export function alertsUpkeep(wishes: Wishes): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on('my_chat_member', (ctx, next) => {
    const { status } = ctx.myChatMember.new_chat_member;
    if (status === 'kicked' || status === 'left') wishes.forgetChat(ctx.chat.id);
    return next();
  });
  composer.on('message:migrate_to_chat_id', (ctx, next) => {
    wishes.moveChat(ctx.chat.id, ctx.message.migrate_to_chat_id);
    return next();
  });
  return composer;
}

/** Does what the button asks for; gives what to tell whoever tapped it. */
async function onTap(data: WishData, ctx: BotContext, wishes: Wishes): Promise<string> {
  const { told, questionGone } = ctx.locale;
  // A message sent inline belongs to no chat that the bot could write to.
  const chat = ctx.chat?.id;
  if (chat === undefined) return questionGone;
  switch (data.wish) {
    case 'begin':
      return begin(chat, ctx, wishes);
    case 'end': {
      const ended = wishes.end(data.id, chat);
      await exchange(data, button(told.wish, { wish: 'begin' }), ctx);
      return ended ? told.unwished : told.gone;
    }
    case 'end-all': {
      const count = wishes.forgetChat(chat);
      await exchange(data, undefined, ctx);
      return told.stopped(count);
    }
    case 'drop': {
      const ended = wishes.end(data.id, chat);
      const list = ctx.callbackQuery?.message;
      if (list) await replace(ctx, list.message_id, listOf(chat, wishes, ctx.locale));
      return ended ? told.unwished : told.gone;
    }
  }
}

async function begin(chat: number, ctx: BotContext, wishes: Wishes): Promise<string> {
  const { told, questionGone, tag } = ctx.locale;
  const shown = ctx.callbackQuery?.message;
  if (!shown || shown.date === 0 || !('reply_to_message' in shown) || !shown.reply_to_message)
    return questionGone;
  const original = shown.reply_to_message;
  const question = wholeQuestion(original, shown, meOf(ctx));
  if (question === '') return questionGone;
  const { is_topic_message, message_thread_id: thread } = original;
  const wished = wishes.add({
    chat,
    question,
    language: tag,
    message: original.message_id,
    ...(is_topic_message && thread !== undefined && { thread }),
  });
  switch (wished.kind) {
    case 'too-many-here':
      return told.tooManyHere(MOST_HERE);
    case 'too-many':
      return told.tooMany;
    case 'noted':
    case 'known':
      await exchange({ wish: 'begin' }, button(told.unwish, { wish: 'end', id: wished.id }), ctx);
      return told.wished(DAYS);
  }
}

/** Puts a button in the place of the one that was tapped, or takes it away; the others stay. */
async function exchange(
  tapped: WishData,
  instead: InlineKeyboardButton | undefined,
  ctx: BotContext,
): Promise<void> {
  const shown = ctx.callbackQuery?.message;
  const rows = shown && 'reply_markup' in shown ? shown.reply_markup?.inline_keyboard : undefined;
  if (!shown || !rows) return;
  const data = encodeToldData(tapped);
  const isTapped = (one: InlineKeyboardButton): boolean =>
    'callback_data' in one && one.callback_data === data;
  if (!rows.flat().some(isTapped)) return;
  const kept = rows.map((row) => row.flatMap((one) => (isTapped(one) ? (instead ? [instead] : []) : [one])));
  await showKeyboard(ctx, { inline_keyboard: kept.filter((row) => row.length > 0) });
}

/** What a chat waits for, each with a button that ends it. */
function listOf(chat: number, wishes: Wishes, { told }: Locale): Reply {
  const here = wishes.of(chat);
  if (here.length === 0) return plainReply(told.listEmpty);
  const keyboard: InlineKeyboardMarkup = {
    inline_keyboard: here.map(([id, { question }]) => [
      button(told.end(shorten(question.replace(/\s+/gu, ' '), NAMED_UNITS)), { wish: 'drop', id }),
    ]),
  };
  return { ...plainReply(told.list(here.length, DAYS)), keyboard };
}
