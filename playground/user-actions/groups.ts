import type { Chat, ForumTopic, Message } from '@grammyjs/types';
import { PlaygroundError } from '../api-error.js';
import type { Backend } from '../backend.js';
import type { GuestOutcome, Ref, SayOptions } from '../user-api.js';
import { announce, byFirst } from './membership.js';
import { summon } from './message-updates.js';
import { say, utter } from './messages.js';

/** Payload of a deep link (Bot API, "Deep linking"). */
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;
/** One of the six colours that Telegram gives to topics (Bot API, createForumTopic). */
const TOPIC_COLOR = 0x6fb9f0;

/** Opens a deep link to the bot and presses Start. */
export function start(backend: Backend, from: Ref, payload?: string): Message {
  if (payload !== undefined && !PAYLOAD.test(payload)) {
    throw new PlaygroundError('A payload is 1 to 64 of A-Z, a-z, 0-9, _ and -.');
  }
  const user = backend.world.user(from);
  return say(backend, user, user, payload === undefined ? '/start' : `/start ${payload}`);
}

/** Mentions the bot in a chat without it and waits for its answer. */
export function guest(
  backend: Backend,
  chat: Ref,
  from: Ref,
  text: string,
  options?: SayOptions,
): Promise<GuestOutcome> {
  if (!backend.settings.guestQueries) throw new PlaygroundError('Guest mode is off.');
  if (backend.world.room(chat).bot !== 'absent')
    throw new PlaygroundError('The bot is a member of the chat.');
  const { room, stored } = utter(backend, chat, from, text, options);
  return summon(backend, room, stored);
}

export function addTopic(backend: Backend, chat: Ref, name: string): ForumTopic {
  const room = backend.world.room(chat);
  if (!room.chat.is_forum) throw new PlaygroundError(`Chat ${room.chat.id} has no topics.`);
  const created = { name, icon_color: TOPIC_COLOR };
  // The topic's id is that of the service message that made it, so the message comes first.
  const id = room.lastMessageId + 1;
  const topic: ForumTopic = { message_thread_id: id, ...created };
  room.topics.set(id, topic);
  announce(backend, room, {
    ...byFirst(backend, room),
    message_thread_id: id,
    is_topic_message: true,
    forum_topic_created: created,
  });
  backend.world.changed(room);
  return topic;
}

/** Turns a basic group into a supergroup. */
export function migrate(backend: Backend, chat: Ref): Chat {
  const { world } = backend;
  const old = world.room(chat);
  if (old.chat.type !== 'group') throw new PlaygroundError(`Chat ${old.chat.id} is no basic group.`);
  if (old.migratedTo !== undefined) throw new PlaygroundError(`The chat has become ${old.migratedTo}.`);
  const { title } = old.chat;
  const fresh = world.addGroup({ title, type: 'supergroup', members: [...old.members], bot: old.bot });
  const who = byFirst(backend, old);
  announce(backend, old, { ...who, migrate_to_chat_id: fresh.chat.id });
  old.migratedTo = fresh.chat.id;
  world.changed(old);
  announce(backend, fresh, { ...who, migrate_from_chat_id: old.chat.id });
  return fresh.chat;
}
