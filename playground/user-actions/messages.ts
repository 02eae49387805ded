import type { Message, MessageEntity, User } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import { LONGEST_CAPTION, LONGEST_MESSAGE, START_PARAMETER } from '../limits/limits.js';
import { PlaygroundError } from '../playground-error.js';
import type { MessageDraft } from '../store/chat-store.js';
import type { Files } from '../store/files.js';
import type { StoredChat, StoredMessage } from '../store/stored-chat.js';
import { cleanText, isEmpty } from '../text/clean-text.js';
import { addFoundEntities } from '../text/entity-nesting.js';
import { findEntities } from '../text/find-entities.js';
import type { Attachment, MessageRef, Ref, SayOptions } from '../user-api.js';
import { attached, attachedFile } from './attachment.js';
import { destinationOf } from './destination.js';
import { queueEdit, queueMessage } from './message-updates.js';
import { sender } from './sender.js';

/** Says something in a chat; the bot gets it if the chat and its privacy mode let it through. */
export function sendMessage(
  backend: Backend,
  chatRef: Ref,
  from: Ref,
  text: string,
  options: SayOptions = {},
): Message {
  const { chat, stored } = postMessage(backend, chatRef, from, text, options);
  return queueMessage(backend, chat, stored);
}

/** Opens a deep link to the bot and presses Start. */
export function startBot(backend: Backend, from: Ref, payload?: string): Message {
  if (payload !== undefined && !START_PARAMETER.test(payload)) {
    throw new PlaygroundError('A payload is 1 to 64 of A-Z, a-z, 0-9, _ and -.');
  }
  const user = backend.store.user(from);
  return sendMessage(backend, user, user, payload === undefined ? '/start' : `/start ${payload}`);
}

/** Puts what a person says into the chat, without telling the bot. */
export function postMessage(
  backend: Backend,
  chatRef: Ref,
  from: Ref,
  text: string,
  options: SayOptions = {},
): { readonly chat: StoredChat; readonly stored: StoredMessage } {
  const { store } = backend;
  const chat = store.chat(chatRef);
  const author = store.user(from);
  checkMayWrite(chat, author);
  const { thread, replyTo } = destinationOf(backend, chat, options);
  const draft = {
    ...sender(backend, chat, author, options),
    ...thread,
    ...quotation(chat, replyTo, options.quote),
    ...content(backend, text, options),
    ...(options.forwardOrigin && { forward_origin: options.forwardOrigin }),
  };
  const stored = store.post(chat, draft as MessageDraft, { author: 'person', replyTo });
  if (chat.info.type === 'private') chat.started = true;
  return { chat, stored };
}

/** Changes a message that a person wrote. */
export function editMessage(backend: Backend, chatRef: Ref, message: MessageRef, text: string): Message {
  const chat = backend.store.chat(chatRef);
  const stored = messageOfPerson(backend, chat, message);
  const { text: _, entities: __, caption: ___, caption_entities: ____, ...rest } = stored.message;
  const hasCaption = stored.message.text === undefined;
  const changed = {
    ...rest,
    ...(hasCaption ? caption(text, []) : written(text, [])),
    edit_date: backend.store.date,
  };
  backend.store.replace(chat, stored, changed as Message);
  return queueEdit(backend, chat, stored);
}

/** Deletes a message that a person wrote; bots are not told of it. */
export function deleteMessage(backend: Backend, chatRef: Ref, message: MessageRef): void {
  const chat = backend.store.chat(chatRef);
  const { message_id } = backend.store.message(chat, message).message;
  backend.store.remove(chat, [message_id]);
}

function messageOfPerson(backend: Backend, chat: StoredChat, message: MessageRef): StoredMessage {
  const stored = backend.store.message(chat, message);
  if (stored.author !== 'person') throw new PlaygroundError('A person can change only what a person wrote.');
  return stored;
}

function checkMayWrite(chat: StoredChat, author: User): void {
  if (chat.migratedTo !== undefined) throw new PlaygroundError(`The chat has become ${chat.migratedTo}.`);
  if (!chat.members.has(author.id))
    throw new PlaygroundError(`User ${author.id} is not in chat ${chat.info.id}.`);
  if (chat.blocked) throw new PlaygroundError('The person has blocked the bot.');
}

function quotation(
  chat: StoredChat,
  replyTo: number | undefined,
  quote: string | undefined,
): Partial<Message> {
  if (quote === undefined) return {};
  const target = replyTo === undefined ? undefined : chat.messages.get(replyTo)?.message;
  const position = (target?.text ?? target?.caption ?? '').indexOf(quote);
  if (position < 0) throw new PlaygroundError('The quote is not in the message replied to.');
  return { quote: { text: quote, position, is_manual: true } };
}

function content(
  { files }: Backend,
  text: string,
  { attachment, file, entities = [] }: SayOptions,
): Partial<Message> {
  if (file) return { ...attachedFile(files, file), ...caption(text, entities) };
  return attachment ? captioned(files, attachment, text, entities) : written(text, entities);
}

function captioned(
  files: Files,
  attachment: Attachment,
  text: string,
  entities: readonly MessageEntity[],
): Partial<Message> {
  return { ...attached(files, attachment), ...(attachment === 'sticker' ? {} : caption(text, entities)) };
}

function written(text: string, given: readonly MessageEntity[]): Partial<Message> {
  const formatted = format(text, given, LONGEST_MESSAGE);
  if (isEmpty(formatted.text)) throw new PlaygroundError('An empty message cannot be sent.');
  return { text: formatted.text, ...(formatted.entities.length > 0 ? { entities: formatted.entities } : {}) };
}

function caption(text: string, given: readonly MessageEntity[]): Partial<Message> {
  const { text: line, entities } = format(text, given, LONGEST_CAPTION);
  if (line === '') return {};
  return { caption: line, ...(entities.length > 0 ? { caption_entities: entities } : {}) };
}

function format(text: string, given: readonly MessageEntity[], longest: number) {
  const cleaned = cleanText(text, given);
  if (cleaned.text.length > longest)
    throw new PlaygroundError(`A text holds ${longest} UTF-16 units at most.`);
  return { text: cleaned.text, entities: addFoundEntities(cleaned.entities, findEntities(cleaned.text)) };
}
