import type { Chat, Message, User } from '@grammyjs/types';
import { PlaygroundError } from '../api-error.js';
import type { Backend } from '../backend.js';
import { idOf } from '../store/chat-store.js';
import type { Room } from '../store/stored-chat.js';
import type { SayOptions } from '../user-api.js';

/** Users in whose name Telegram shows messages that a chat sent (Bot API, Message.from: "a fake sender user"). */
const ANONYMOUS: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};
const CHANNEL: User = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };
const TELEGRAM: User = { id: 777_000, is_bot: false, first_name: 'Telegram' };

/** In whose name the message stands. */
export function sender({ world }: Backend, room: Room, author: User, options: SayOptions): Partial<Message> {
  if (room.chat.type === 'channel') return { sender_chat: room.chat };
  if (options.senderChat === undefined) return { from: author };
  const chat = idOf(options.senderChat) === room.chat.id ? room.chat : world.room(options.senderChat).chat;
  if (options.automaticForward) return { from: TELEGRAM, sender_chat: chat, ...forwarded(chat, world.date) };
  return { from: chat.id === room.chat.id ? ANONYMOUS : CHANNEL, sender_chat: chat };
}

function forwarded(chat: Chat, date: number): Partial<Message> {
  if (chat.type !== 'channel')
    throw new PlaygroundError('Only posts of a channel are forwarded automatically.');
  return { is_automatic_forward: true, forward_origin: { type: 'channel', date, chat, message_id: 1 } };
}
