import type { Message, ReplyParameters } from '@grammyjs/types';
import { badRequest, forbidden, notPlayed, Refusal } from '../api-error.js';
import type { Backend } from '../backend.js';
import type { Room, Stored } from '../store/stored-chat.js';
import { threadOf } from '../store/threads.js';
import { LONGEST_CAPTION } from '../text/clean-text.js';

/** Messages older than this cannot be deleted, in seconds (Bot API, deleteMessage: 48 hours). */
const DELETABLE_S = 48 * 3_600;

/** The chat that a call names, for reading. Refuses one that does not exist. */
export function readableRoom(backend: Backend, chatId: number | string): Room {
  const room = find(backend, chatId);
  if (!room) throw badRequest('chat not found');
  return room;
}

/** The chat that a call names, for writing. Refuses one that does not exist, or that the bot may not enter. */
export function writableRoom(backend: Backend, chatId: number | string): Room {
  const room = readableRoom(backend, chatId);
  if (room.migratedTo !== undefined) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: room.migratedTo,
    });
  }
  if (room.chat.type !== 'private' && room.bot === 'absent') {
    throw forbidden(`bot is not a member of the ${room.chat.type} chat`);
  }
  if (room.blocked) throw forbidden('bot was blocked by the user');
  if (room.chat.type === 'private' && !room.started)
    throw forbidden("bot can't initiate conversation with a user");
  if (room.chat.type === 'channel' && room.bot !== 'administrator') {
    throw badRequest('need administrator rights in the channel chat');
  }
  return room;
}

/** A message that the bot wrote and may therefore change. */
export function editableMessage(room: Room, messageId: number): Stored {
  const stored = room.messages.get(messageId);
  if (!stored) throw badRequest('message to edit not found');
  if (stored.author !== 'bot') throw badRequest("message can't be edited");
  return stored;
}

/** Refuses a message that is not there, or that the bot may not delete. */
export function checkDeletable({ world }: Backend, room: Room, messageId: number): void {
  const stored = room.messages.get(messageId);
  if (!stored) throw badRequest('message to delete not found');
  const mayDeleteAll = room.bot === 'administrator' || room.chat.type === 'private';
  if (stored.author !== 'bot' && !mayDeleteAll) throw badRequest("message can't be deleted");
  if (world.date - stored.message.date > DELETABLE_S && room.bot !== 'administrator') {
    throw badRequest("message can't be deleted for everyone");
  }
}

/** Where in the room a message goes. Refuses a topic that is not there. */
export function place(room: Room, topic: number | undefined, replyTo: number | undefined): Partial<Message> {
  const thread = threadOf(room, topic, replyTo);
  if (!thread) throw badRequest('message thread not found');
  return thread;
}

/** The message to be replied to, with what of it is quoted. */
export function replyTarget(
  room: Room,
  given: ReplyParameters | undefined,
): { readonly replyTo?: number; readonly quote?: Message['quote'] } {
  if (given?.message_id === undefined) return {};
  if (given.chat_id !== undefined && Number(given.chat_id) !== room.chat.id)
    throw notPlayed('a reply in another chat');
  const stored = room.messages.get(given.message_id);
  if (!stored) {
    if (given.allow_sending_without_reply) return {};
    throw badRequest('message to be replied not found');
  }
  const replyTo = given.message_id;
  return given.quote ? { replyTo, quote: quoted(stored, given.quote) } : { replyTo };
}

function quoted({ message }: Stored, quote: string): NonNullable<Message['quote']> {
  const position = (message.text ?? message.caption ?? '').indexOf(quote);
  if (position < 0 || quote.length > LONGEST_CAPTION) throw badRequest('QUOTE_TEXT_INVALID');
  return { text: quote, position, is_manual: true };
}

function find({ world }: Backend, chatId: number | string): Room | undefined {
  if (typeof chatId === 'number') return world.rooms.get(chatId);
  if (/^-?\d+$/.test(chatId)) return world.rooms.get(Number(chatId));
  const name = chatId.replace(/^@/, '').toLowerCase();
  // Usernames of users do not name chats here, as they do not in the Bot API.
  return [...world.rooms.values()].find(
    ({ chat }) => chat.type !== 'private' && chat.username?.toLowerCase() === name,
  );
}
