import type { Chat, ForumTopic, Message } from '@grammyjs/types';
import { PlaygroundError } from '../api-error.js';
import type { Backend } from '../backend.js';
import { START_PARAMETER } from '../limits/limits.js';
import type { GuestOutcome, Ref, SayOptions } from '../user-api.js';
import { fromFirstMember, postServiceMessage } from './membership.js';
import { queueGuestMessage } from './message-updates.js';
import { postMessage, sendMessage } from './messages.js';

/** One of the six colours that Telegram gives to topics (Bot API, createForumTopic). */
const TOPIC_COLOR = 0x6fb9f0;

/** Opens a deep link to the bot and presses Start. */
export function startBot(backend: Backend, from: Ref, payload?: string): Message {
  if (payload !== undefined && !START_PARAMETER.test(payload)) {
    throw new PlaygroundError('A payload is 1 to 64 of A-Z, a-z, 0-9, _ and -.');
  }
  const user = backend.store.user(from);
  return sendMessage(backend, user, user, payload === undefined ? '/start' : `/start ${payload}`);
}

/** Mentions the bot in a chat without it and waits for its answer. */
export function mentionAsGuest(
  backend: Backend,
  chatRef: Ref,
  from: Ref,
  text: string,
  options?: SayOptions,
): Promise<GuestOutcome> {
  if (!backend.settings.guestQueries) throw new PlaygroundError('Guest mode is off.');
  if (backend.store.chat(chatRef).bot !== 'absent')
    throw new PlaygroundError('The bot is a member of the chat.');
  const { chat, stored } = postMessage(backend, chatRef, from, text, options);
  return queueGuestMessage(backend, chat, stored);
}

export function addTopic(backend: Backend, chatRef: Ref, name: string): ForumTopic {
  const chat = backend.store.chat(chatRef);
  if (!chat.info.is_forum) throw new PlaygroundError(`Chat ${chat.info.id} has no topics.`);
  const created = { name, icon_color: TOPIC_COLOR };
  // The topic's id is that of the service message that made it, so the message comes first.
  const id = chat.lastMessageId + 1;
  const topic: ForumTopic = { message_thread_id: id, ...created };
  chat.topics.set(id, topic);
  postServiceMessage(backend, chat, {
    ...fromFirstMember(backend, chat),
    message_thread_id: id,
    is_topic_message: true,
    forum_topic_created: created,
  });
  backend.store.recordChange(chat);
  return topic;
}

/** Turns a basic group into a supergroup. */
export function migrateGroup(backend: Backend, chatRef: Ref): Chat {
  const { store } = backend;
  const old = store.chat(chatRef);
  if (old.info.type !== 'group') throw new PlaygroundError(`Chat ${old.info.id} is no basic group.`);
  if (old.migratedTo !== undefined) throw new PlaygroundError(`The chat has become ${old.migratedTo}.`);
  const { title } = old.info;
  const fresh = store.addGroup({ title, type: 'supergroup', members: [...old.members], bot: old.bot });
  const who = fromFirstMember(backend, old);
  postServiceMessage(backend, old, { ...who, migrate_to_chat_id: fresh.info.id });
  old.migratedTo = fresh.info.id;
  store.recordChange(old);
  postServiceMessage(backend, fresh, { ...who, migrate_from_chat_id: old.info.id });
  return fresh.info;
}
