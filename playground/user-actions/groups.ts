import type { Chat, ForumTopic } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import { PlaygroundError } from '../playground-error.js';
import type { Ref } from '../user-api.js';
import { fromFirstMember, postServiceMessage } from './membership.js';

/** One of the six colours that Telegram gives to topics (Bot API, createForumTopic). */
const TOPIC_COLOR = 0x6fb9f0;

/** Adds a topic to a forum, with the service message that begins it. */
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
