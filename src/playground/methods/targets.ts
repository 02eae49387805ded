import type { Backend } from '../backend.js';
import { badRequest, forbidden, Refusal } from '../refusal.js';
import type { Room, Stored } from '../world/room.js';

/** The chat that a call names. Refuses one that does not exist, or that the bot may not enter. */
export function roomFor(backend: Backend, chatId: number | string): Room {
  const room = find(backend, chatId);
  if (!room) throw badRequest('chat not found');
  if (room.migratedTo !== undefined) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: room.migratedTo,
    });
  }
  if (room.chat.type === 'private') checkPrivate(room);
  else if (room.bot === 'absent') throw forbidden(`bot is not a member of the ${room.chat.type} chat`);
  return room;
}

/** A message that the bot wrote and may therefore change. */
export function ownMessage(room: Room, messageId: number, purpose: 'edit' | 'delete'): Stored {
  const stored = room.messages.get(messageId);
  if (!stored) throw badRequest(`message to ${purpose} not found`);
  if (stored.author !== 'bot')
    throw badRequest(`message can't be ${purpose}${purpose === 'edit' ? 'ed' : 'd'}`);
  return stored;
}

function find({ world }: Backend, chatId: number | string): Room | undefined {
  if (typeof chatId === 'number') return world.rooms.get(chatId);
  if (/^-?\d+$/.test(chatId)) return world.rooms.get(Number(chatId));
  const name = chatId.replace(/^@/, '').toLowerCase();
  return [...world.rooms.values()].find(
    ({ chat }) => chat.type !== 'private' && chat.username?.toLowerCase() === name,
  );
}

function checkPrivate(room: Room): void {
  if (room.blocked) throw forbidden('bot was blocked by the user');
  if (!room.started) throw forbidden("bot can't initiate conversation with a user");
}
