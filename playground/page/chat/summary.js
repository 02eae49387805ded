/** @import { Message } from '@grammyjs/types' */
/** @import { Context } from '../state/context.js' */

/** Longest preview in characters; the styles cut it at the line's end anyway. */
const PREVIEW = 160;

/**
 * A message in one line: its text, or what it is.
 * @param {Message} message
 * @param {Context} context
 */
export function preview(message, context) {
  const text = message.text ?? message.caption;
  return text === undefined ? attachmentName(message, context) : text.replace(/\s+/gu, ' ').slice(0, PREVIEW);
}

/**
 * What is attached to a message: the name of a file, or a word for its kind.
 * @param {Message} message
 * @param {Context} context
 */
export function attachmentName(message, { labels }) {
  const kinds = /** @type {const} */ (['photo', 'document', 'voice', 'sticker']);
  const kind = kinds.find((name) => message[name] !== undefined);
  return message.document?.file_name ?? labels.attachments[kind ?? 'other'];
}

/**
 * What a service message says; `undefined` for what people and bots say.
 * @param {Message} message
 * @param {Context} context
 */
export function serviceText(message, { labels, store }) {
  const { service } = labels;
  const [joined] = message.new_chat_members ?? [];
  if (joined) return service.joined(store.nameOf(joined));
  if (message.left_chat_member) return service.left(store.nameOf(message.left_chat_member));
  if (message.migrate_to_chat_id ?? message.migrate_from_chat_id) return service.migrated;
  if (message.forum_topic_created) return service.topicCreated(topicName(message, store));
  return isSaid(message) ? undefined : service.other;
}

/** A topic goes by its present name. @param {Message} message @param {Context['store']} store */
function topicName({ chat, message_thread_id, forum_topic_created }, store) {
  const topic = store.chats.get(chat.id)?.topics.find((one) => one.message_thread_id === message_thread_id);
  return topic?.name ?? forum_topic_created?.name ?? '';
}

/** @param {Message} message */
function isSaid({ text, caption, photo, document, voice, sticker, audio, video, animation }) {
  return [text, caption, photo, document, voice, sticker, audio, video, animation].some(
    (content) => content !== undefined,
  );
}
