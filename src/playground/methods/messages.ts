import type { Message } from '@grammyjs/types';
import { cleanText, isEmpty, LONGEST_MESSAGE } from '../limits/text.js';
import { badRequest } from '../refusal.js';
import { findEntities } from '../world/entities.js';
import { type Room, shown } from '../world/room.js';
import type { Draft } from '../world/world.js';
import type { Args, Context, Handlers } from './handler.js';
import { ownMessage, roomFor } from './targets.js';

export const messageMethods = {
  sendMessage({ backend }: Context, args: Args<'sendMessage'>) {
    const room = roomFor(backend, args.chat_id);
    const draft = {
      from: backend.bot,
      ...topic(room, args.message_thread_id),
      ...textContent(args),
      ...('reply_markup' in args && args.reply_markup ? { reply_markup: args.reply_markup } : {}),
    };
    const replyTo = args.reply_parameters?.message_id;
    return shown(
      room,
      backend.world.post(room, draft as Draft, { author: 'bot', replyTo }),
    ) as Message.TextMessage;
  },

  editMessageText({ backend }: Context, args: Args<'editMessageText'>) {
    const room = roomFor(backend, args.chat_id ?? 0);
    const stored = ownMessage(room, args.message_id ?? 0, 'edit');
    const { text: _, entities: __, reply_markup: ___, ...rest } = stored.message;
    const message = { ...rest, ...textContent(args as Args<'sendMessage'>), edit_date: backend.world.date };
    if (args.reply_markup) Object.assign(message, { reply_markup: args.reply_markup });
    return backend.world.replace(room, stored, message as Message) as never;
  },
} satisfies Handlers;

function topic(room: Room, id: number | undefined): Partial<Message> {
  if (id === undefined) return {};
  if (!room.topics.has(id)) throw badRequest('message thread not found');
  return { message_thread_id: id, is_topic_message: true };
}

function textContent({
  text,
  entities = [],
}: Pick<Args<'sendMessage'>, 'text' | 'entities'>): Partial<Message> {
  const cleaned = cleanText(text, entities);
  if (isEmpty(cleaned.text)) throw badRequest('message text is empty');
  if (cleaned.text.length > LONGEST_MESSAGE) throw badRequest('message is too long');
  const all = findEntities(cleaned.text, cleaned.entities);
  return { text: cleaned.text, ...(all.length > 0 ? { entities: all } : {}) };
}
