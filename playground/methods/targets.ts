import type { Message } from '@grammyjs/types';
import { ApiError, badRequest, forbidden } from '../api-error.js';
import type { Backend } from '../backend.js';
import { DELETABLE_S } from '../limits/limits.js';
import type { StoredChat, StoredMessage } from '../store/stored-chat.js';
import { threadOf } from '../store/threads.js';

/** The chat that a call names, for reading. Refuses one that does not exist. */
export function readableChat(backend: Backend, chatId: number | string): StoredChat {
  const chat = find(backend, chatId);
  if (!chat) throw badRequest('chat not found');
  return chat;
}

/** The chat that a call names, for writing. Refuses one that does not exist, or that the bot may not enter. */
export function writableChat(backend: Backend, chatId: number | string): StoredChat {
  const chat = readableChat(backend, chatId);
  if (chat.migratedTo !== undefined) {
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    });
  }
  if (chat.info.type !== 'private' && chat.bot === 'absent') {
    throw forbidden(`bot is not a member of the ${chat.info.type} chat`);
  }
  if (chat.blocked) throw forbidden('bot was blocked by the user');
  if (chat.info.type === 'private' && !chat.started)
    throw forbidden("bot can't initiate conversation with a user");
  if (chat.info.type === 'channel' && chat.bot !== 'administrator') {
    throw badRequest('need administrator rights in the channel chat');
  }
  return chat;
}

/** A message that the bot wrote and may therefore change. */
export function editableMessage(chat: StoredChat, messageId: number): StoredMessage {
  const stored = chat.messages.get(messageId);
  if (!stored) throw badRequest('message to edit not found');
  if (stored.author !== 'bot') throw badRequest("message can't be edited");
  return stored;
}

/** Refuses a message that is not there, or that the bot may not delete. */
export function checkDeletable({ store }: Backend, chat: StoredChat, messageId: number): void {
  const stored = chat.messages.get(messageId);
  if (!stored) throw badRequest('message to delete not found');
  const mayDeleteAll = chat.bot === 'administrator' || chat.info.type === 'private';
  if (stored.author !== 'bot' && !mayDeleteAll) throw badRequest("message can't be deleted");
  if (store.date - stored.message.date > DELETABLE_S && chat.bot !== 'administrator') {
    throw badRequest("message can't be deleted for everyone");
  }
}

/** Where in the chat a message goes. Refuses a topic that is not there. */
export function threadFields(
  chat: StoredChat,
  topic: number | undefined,
  replyTo: number | undefined,
): Partial<Message> {
  const thread = threadOf(chat, topic, replyTo);
  if (!thread) throw badRequest('message thread not found');
  return thread;
}

function find({ store }: Backend, chatId: number | string): StoredChat | undefined {
  if (typeof chatId === 'number') return store.chats.get(chatId);
  if (/^-?\d+$/.test(chatId)) return store.chats.get(Number(chatId));
  const name = chatId.replace(/^@/, '').toLowerCase();
  // Usernames of users do not name chats here, as they do not in the Bot API.
  return [...store.chats.values()].find(
    ({ info: chat }) => chat.type !== 'private' && chat.username?.toLowerCase() === name,
  );
}
