import { GrammyError } from 'grammy';
import type { ForceReply, InlineKeyboardMarkup, Message } from 'grammy/types';
import type { BotContext } from '../context.js';
import type { PostQuotation } from '../replies/post-quotation.js';
import type { Reply } from '../replies/reply.js';

/**
 * Replies in the chat and topic of the update.
 * @param to the message that holds the question; when it is gone the answer is sent all the same
 */
export async function send(ctx: BotContext, reply: Reply, to?: number): Promise<Message> {
  const { message } = reply;
  const markup = markupOf(reply, ctx);
  return ctx.api.sendMessage(ctx.chatId as number, message.text, {
    entities: message.entities,
    link_preview_options: { is_disabled: true },
    ...threadOf(ctx),
    ...(to !== undefined && { reply_parameters: { message_id: to, allow_sending_without_reply: true } }),
    ...(markup && { reply_markup: markup }),
  });
}

/** The topic of the update. General has an id, too, and so have threads of comments, but a send that names these fails. */
export function threadOf({ msg }: BotContext): { readonly message_thread_id?: number } {
  const thread = msg?.is_topic_message ? msg.message_thread_id : undefined;
  return thread === undefined ? {} : { message_thread_id: thread };
}

/** Where something is asked back, the field opens as a reply, for nobody but whoever is replied to. */
function markupOf(
  { keyboard, asksBack }: Reply,
  { locale }: BotContext,
): InlineKeyboardMarkup | ForceReply | undefined {
  if (!asksBack) return keyboard;
  return { force_reply: true, selective: true, input_field_placeholder: locale.told.questionField };
}

/**
 * Sends a message below Telegram's own quotation of a post; where the quote is not to the letter the post's, as with text in
 * bold, below the beginning of the post.
 * @returns whether Telegram took it: it refuses where the post is gone, or the bot cannot see it
 */
export async function sendQuoting(ctx: BotContext, quotation: PostQuotation): Promise<boolean> {
  const { quote, position, ...rest } = quotation;
  return (
    (await sendBelowPost(ctx, rest, { quote, quote_position: position })) || sendBelowPost(ctx, rest, {})
  );
}

async function sendBelowPost(
  ctx: BotContext,
  { post, message }: Pick<PostQuotation, 'post' | 'message'>,
  quoted: { readonly quote?: string; readonly quote_position?: number },
): Promise<boolean> {
  try {
    await ctx.api.sendMessage(ctx.chatId as number, message.text, {
      entities: message.entities,
      link_preview_options: { is_disabled: true },
      ...threadOf(ctx),
      reply_parameters: { chat_id: post.chat, message_id: post.message, ...quoted },
    });
    return true;
  } catch (error) {
    if (error instanceof GrammyError && REFUSALS.has(error.error_code)) return false;
    throw error;
  }
}

/** Codes with which the server refuses a call for what it asks, and not for its rate or a fault of its own. */
const REFUSALS: ReadonlySet<number> = new Set([400, 403]);

/**
 * Puts another reply in the place of an earlier one.
 * @param messageId that of the earlier one; where that is the message of a pressed button which one person sees, it is found
 *   by itself
 */
export async function replace(
  ctx: BotContext,
  messageId: number,
  { message, keyboard }: Reply,
): Promise<void> {
  const chat = ctx.chatId as number;
  const options = {
    entities: message.entities,
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  };
  const seen = pressedBySome(ctx);
  await orAsItIs(
    seen
      ? ctx.api.raw.editEphemeralMessageText({ chat_id: chat, ...seen, text: message.text, ...options })
      : ctx.api.editMessageText(chat, messageId, message.text, options),
  );
}

/** Puts other buttons under the message of the button that was pressed; none takes them away. */
export async function showKeyboard(ctx: BotContext, keyboard: InlineKeyboardMarkup): Promise<void> {
  const chat = ctx.chatId as number;
  const seen = pressedBySome(ctx);
  const messageId = ctx.callbackQuery?.message?.message_id;
  if (seen)
    await orAsItIs(
      ctx.api.raw.editEphemeralMessageReplyMarkup({ chat_id: chat, ...seen, reply_markup: keyboard }),
    );
  else if (messageId !== undefined)
    await orAsItIs(ctx.api.editMessageReplyMarkup(chat, messageId, { reply_markup: keyboard }));
}

/** How the message of a pressed button is named that one person alone sees; `undefined` for any other. */
function pressedBySome({ callbackQuery }: BotContext): EphemeralName | undefined {
  const shown = callbackQuery?.message;
  if (!shown || !('ephemeral_message_id' in shown) || shown.ephemeral_message_id === undefined)
    return undefined;
  return { receiver_user_id: callbackQuery.from.id, ephemeral_message_id: shown.ephemeral_message_id };
}

/** What names a message that one person alone sees, besides its chat. */
export interface EphemeralName {
  readonly receiver_user_id: number;
  readonly ephemeral_message_id: number;
}

/** A second press of the same button, or an edit that changed nothing: what is wanted stands there already. */
export async function orAsItIs(edit: Promise<unknown>): Promise<void> {
  try {
    await edit;
  } catch (error) {
    if (!isNotModified(error)) throw error;
  }
}

function isNotModified(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes('message is not modified');
}
