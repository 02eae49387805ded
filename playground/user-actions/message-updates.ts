import type { Message } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import { routeTo } from '../store/privacy-mode.js';
import { type Room, type Stored, shown } from '../store/stored-chat.js';
import type { GuestOutcome } from '../user-api.js';

/** Guest messages that the bot has not fetched are dropped as inline queries are; no document states a time. */
const GUEST_KEPT_MS = 30_000;

/** Queues a new message for the bot, if it may see it; gives the message as the chat shows it. */
export function deliver(backend: Backend, room: Room, stored: Stored): Message {
  const message = shown(room, stored);
  const route = routeTo(backend.bot, backend.settings, room, stored);
  if (route === 'message') backend.updates.push(isPost(room) ? 'channel_post' : 'message', message as never);
  if (route === 'guest') void summon(backend, room, stored);
  return message;
}

/** Queues the new version of a message for the bot, if it may see it. */
export function deliverEdit(backend: Backend, room: Room, stored: Stored): Message {
  const message = shown(room, stored);
  if (routeTo(backend.bot, backend.settings, room, stored) === 'message') {
    backend.updates.push(isPost(room) ? 'edited_channel_post' : 'edited_message', message as never);
  }
  return message;
}

/** Queues a guest message and waits for the bot's answer, which is posted where the bot was mentioned. */
export async function summon(backend: Backend, room: Room, stored: Stored): Promise<GuestOutcome> {
  const asked = shown(room, stored);
  const { id, answer } = backend.guestQueries.open({ room, asked });
  backend.updates.push('guest_message', { ...asked, guest_query_id: id } as never, GUEST_KEPT_MS);
  const message = await answer;
  return message ? { status: 'answered', asked, message } : { status: 'timed-out', asked };
}

const isPost = (room: Room): boolean => room.chat.type === 'channel';
