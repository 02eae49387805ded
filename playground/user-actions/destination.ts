import type { Message } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import { PlaygroundError } from '../playground-error.js';
import type { StoredChat } from '../store/stored-chat.js';
import { threadOf } from '../store/threads.js';
import type { SayOptions } from '../user-api.js';

/** Where in a chat a person's message goes. */
export interface Destination {
  readonly thread: Partial<Message>;
  /** `message_id` of the message that it replies to. */
  readonly replyTo: number | undefined;
}

/** Finds where the options lead. Throws `PlaygroundError` for a topic or a message that is not there. */
export function destinationOf(
  { store }: Backend,
  chat: StoredChat,
  { topic, replyTo }: Pick<SayOptions, 'topic' | 'replyTo'>,
): Destination {
  const target = replyTo === undefined ? undefined : store.message(chat, replyTo).message.message_id;
  const thread = threadOf(chat, topic, target);
  if (!thread) throw new PlaygroundError(`There is no topic ${topic} in chat ${chat.info.id}.`);
  // A message in a topic that replies to nothing counts as a reply to the service message that made the topic.
  return { thread, replyTo: target ?? topic };
}
