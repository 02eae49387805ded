import { GrammyError } from 'grammy';
import type { Message } from 'grammy/types';
import type { BotContext } from '../context.js';
import type { Sendable } from '../rendering/sendable.js';
import type { PostQuotation } from '../replies/post-quotation.js';
import type { Reply } from '../replies/reply.js';

/** A message as an inline result carries it. */
export interface InlineContent {
  readonly message_text: string;
  readonly entities: Sendable['entities'];
  readonly link_preview_options: { readonly is_disabled: true };
}

/**
 * Replies in the chat and topic of the update.
 * @param to the message that holds the question; when it is gone the answer is sent all the same
 */
export async function send(ctx: BotContext, { message, keyboard }: Reply, to?: number): Promise<Message> {
  return ctx.api.sendMessage(ctx.chatId as number, message.text, {
    entities: message.entities,
    link_preview_options: { is_disabled: true },
    ...threadOf(ctx),
    ...(to !== undefined && { reply_parameters: { message_id: to, allow_sending_without_reply: true } }),
    ...(keyboard && { reply_markup: keyboard }),
  });
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

/** Puts another reply in the place of an earlier one. */
export async function replace(
  ctx: BotContext,
  messageId: number,
  { message, keyboard }: Reply,
): Promise<void> {
  try {
    await ctx.api.editMessageText(ctx.chatId as number, messageId, message.text, {
      entities: message.entities,
      link_preview_options: { is_disabled: true },
      ...(keyboard && { reply_markup: keyboard }),
    });
  } catch (error) {
    // A second press of the same button, or an edit that changed nothing: what is wanted stands there already.
    if (!isNotModified(error)) throw error;
  }
}

/** The topic of the update. The General topic has an id, too, but a send that names it fails. */
function threadOf(ctx: BotContext): { readonly message_thread_id?: number } {
  const thread = ctx.msg?.is_topic_message ? ctx.msg.message_thread_id : undefined;
  return thread === undefined ? {} : { message_thread_id: thread };
}

/** The message as content of an inline result. */
export function inlineContent({ text, entities }: Sendable): InlineContent {
  return { message_text: text, entities, link_preview_options: { is_disabled: true } };
}

function isNotModified(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes('message is not modified');
}
