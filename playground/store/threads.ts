import type { Message } from '@grammyjs/types';
import type { StoredChat } from './stored-chat.js';

/**
 * Which thread a message belongs to: the topic that is named; else that of the message replied to, which outside of
 * forums is where the thread begins if none has. Nothing for the General topic, and where there are no threads.
 * @param replyTo `message_id` of the message replied to
 * @returns `undefined` when the chat has no such topic
 */
export function threadOf(
  chat: StoredChat,
  topic: number | undefined,
  replyTo: number | undefined,
): Pick<Message, 'message_thread_id' | 'is_topic_message'> | undefined {
  if (topic !== undefined) {
    return chat.topics.has(topic) ? { message_thread_id: topic, is_topic_message: true } : undefined;
  }
  const target = replyTo === undefined ? undefined : chat.messages.get(replyTo)?.message;
  if (!target || chat.info.type !== 'supergroup') return {};
  const { message_thread_id, is_topic_message } = target;
  if (message_thread_id === undefined)
    return chat.info.is_forum ? {} : { message_thread_id: target.message_id };
  return { message_thread_id, ...(is_topic_message ? { is_topic_message } : {}) };
}
