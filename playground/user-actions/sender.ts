import type { Chat, Message, User } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import { PlaygroundError } from '../playground-error.js';
import { idOf } from '../store/chat-store.js';
import type { StoredChat } from '../store/stored-chat.js';
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
export function sender(
  { store }: Backend,
  chat: StoredChat,
  author: User,
  options: SayOptions,
): Partial<Message> {
  if (chat.info.type === 'channel') return { sender_chat: chat.info };
  if (options.senderChat === undefined) return { from: author };
  const speaker = idOf(options.senderChat) === chat.info.id ? chat.info : store.chat(options.senderChat).info;
  if (options.automaticForward)
    return { from: TELEGRAM, sender_chat: speaker, ...forwarded(speaker, store.date) };
  return { from: speaker.id === chat.info.id ? ANONYMOUS : CHANNEL, sender_chat: speaker };
}

function forwarded(chat: Chat, date: number): Partial<Message> {
  if (chat.type !== 'channel')
    throw new PlaygroundError('Only posts of a channel are forwarded automatically.');
  return { is_automatic_forward: true, forward_origin: { type: 'channel', date, chat, message_id: 1 } };
}
