import type { Message } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import { GUEST_MESSAGE_KEPT_MS } from '../limits/limits.js';
import { routeTo } from '../store/privacy-mode.js';
import { messageView, type StoredChat, type StoredMessage } from '../store/stored-chat.js';
import type { GuestOutcome } from '../user-api.js';

/** Queues a new message for the bot, if it may see it; gives the message as the chat shows it. */
export function queueMessage(backend: Backend, chat: StoredChat, stored: StoredMessage): Message {
  const message = messageView(chat, stored);
  const route = routeTo(backend.bot, backend.settings, chat, stored);
  if (route === 'message') backend.updates.push(isPost(chat) ? 'channel_post' : 'message', message as never);
  if (route === 'guest') void queueGuestMessage(backend, chat, stored);
  return message;
}

/** Queues the new version of a message for the bot, if it may see it. */
export function queueEdit(backend: Backend, chat: StoredChat, stored: StoredMessage): Message {
  const message = messageView(chat, stored);
  if (routeTo(backend.bot, backend.settings, chat, stored) === 'message') {
    backend.updates.push(isPost(chat) ? 'edited_channel_post' : 'edited_message', message as never);
  }
  return message;
}

/** Queues a guest message and waits for the bot's answer, which is posted where the bot was mentioned. */
export async function queueGuestMessage(
  backend: Backend,
  chat: StoredChat,
  stored: StoredMessage,
): Promise<GuestOutcome> {
  const asked = messageView(chat, stored);
  const { id, answer } = backend.guestQueries.open({ chat, asked });
  backend.updates.push('guest_message', { ...asked, guest_query_id: id } as never, GUEST_MESSAGE_KEPT_MS);
  const message = await answer;
  return message ? { status: 'answered', asked, message } : { status: 'timed-out', asked };
}

const isPost = (chat: StoredChat): boolean => chat.info.type === 'channel';
