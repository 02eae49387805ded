import type { Chat, Message, MessageEntity, User } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import type { Attachment, MessageRef, Ref, SayOptions } from '../people.js';
import { PlaygroundError } from '../refusal.js';
import { addFound } from '../text/arrange.js';
import { cleanText, isEmpty, LONGEST_CAPTION, LONGEST_MESSAGE } from '../text/clean.js';
import { findEntities } from '../text/find.js';
import type { Files } from '../world/files.js';
import type { Room, Stored } from '../world/room.js';
import { type Draft, idOf } from '../world/world.js';
import { attached } from './attachment.js';
import { deliver, deliverEdit } from './deliver.js';

/** Users in whose name Telegram shows messages that a chat sent (Bot API, Message.from: "a fake sender user"). */
const ANONYMOUS: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};
const CHANNEL: User = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' };
const TELEGRAM: User = { id: 777_000, is_bot: false, first_name: 'Telegram' };

/** Says something in a chat; the bot gets it if the chat and its privacy mode let it through. */
export function say(backend: Backend, chat: Ref, from: Ref, text: string, options: SayOptions = {}): Message {
  const { room, stored } = utter(backend, chat, from, text, options);
  return deliver(backend, room, stored);
}

/** Puts what a person says into the chat, without telling the bot. */
export function utter(
  backend: Backend,
  chat: Ref,
  from: Ref,
  text: string,
  options: SayOptions = {},
): { readonly room: Room; readonly stored: Stored } {
  const { world } = backend;
  const room = world.room(chat);
  const author = world.user(from);
  checkMaySpeak(room, author);
  const draft = {
    ...sender(backend, room, author, options),
    ...thread(room, options),
    ...content(backend, text, options),
  };
  const stored = world.post(room, draft as Draft, {
    author: 'person',
    replyTo: replyTarget(backend, room, options),
  });
  if (room.chat.type === 'private') room.started = true;
  return { room, stored };
}

/** Changes a message that a person wrote. */
export function edit(backend: Backend, chat: Ref, message: MessageRef, text: string): Message {
  const room = backend.world.room(chat);
  const stored = ofPerson(backend, room, message);
  const { text: _, entities: __, caption: ___, caption_entities: ____, ...rest } = stored.message;
  const hasCaption = stored.message.text === undefined;
  const changed = {
    ...rest,
    ...(hasCaption ? caption(text, []) : written(text, [])),
    edit_date: backend.world.date,
  };
  backend.world.replace(room, stored, changed as Message);
  return deliverEdit(backend, room, stored);
}

/** Deletes a message that a person wrote; bots are not told of it. */
export function remove(backend: Backend, chat: Ref, message: MessageRef): void {
  const room = backend.world.room(chat);
  const { message_id } = backend.world.stored(room, message).message;
  backend.world.remove(room, [message_id]);
}

function ofPerson(backend: Backend, room: Room, message: MessageRef): Stored {
  const stored = backend.world.stored(room, message);
  if (stored.author !== 'person') throw new PlaygroundError('A person can change only what a person wrote.');
  return stored;
}

function checkMaySpeak(room: Room, author: User): void {
  if (room.migratedTo !== undefined) throw new PlaygroundError(`The chat has become ${room.migratedTo}.`);
  if (!room.members.has(author.id))
    throw new PlaygroundError(`User ${author.id} is not in chat ${room.chat.id}.`);
  if (room.blocked) throw new PlaygroundError('The person has blocked the bot.');
}

/** In whose name the message stands. */
function sender({ world }: Backend, room: Room, author: User, options: SayOptions): Partial<Message> {
  if (room.chat.type === 'channel') return { sender_chat: room.chat };
  if (options.senderChat === undefined) return { from: author };
  const chat = idOf(options.senderChat) === room.chat.id ? room.chat : world.room(options.senderChat).chat;
  if (options.automaticForward) return { from: TELEGRAM, sender_chat: chat, ...forwarded(chat, world.date) };
  return { from: chat.id === room.chat.id ? ANONYMOUS : CHANNEL, sender_chat: chat };
}

function forwarded(chat: Chat, date: number): Partial<Message> {
  if (chat.type !== 'channel')
    throw new PlaygroundError('Only posts of a channel are forwarded automatically.');
  return { is_automatic_forward: true, forward_origin: { type: 'channel', date, chat, message_id: 1 } };
}

/** Topic of a forum; elsewhere a reply in a supergroup names the thread that it belongs to. */
export function thread(
  room: Room,
  { topic, replyTo }: Pick<SayOptions, 'topic' | 'replyTo'>,
): Partial<Message> {
  if (topic !== undefined) {
    if (!room.topics.has(topic))
      throw new PlaygroundError(`There is no topic ${topic} in chat ${room.chat.id}.`);
    return { message_thread_id: topic, is_topic_message: true };
  }
  if (room.chat.type !== 'supergroup' || room.chat.is_forum || replyTo === undefined) return {};
  const id = typeof replyTo === 'number' ? replyTo : replyTo.message_id;
  return { message_thread_id: room.messages.get(id)?.message.message_thread_id ?? id };
}

/** A message in a topic that replies to nothing counts as a reply to the service message that made the topic. */
function replyTarget(backend: Backend, room: Room, { replyTo, topic }: SayOptions): number | undefined {
  return replyTo === undefined ? topic : backend.world.stored(room, replyTo).message.message_id;
}

function content(
  { files }: Backend,
  text: string,
  { attachment, entities = [], quote }: SayOptions,
): Partial<Message> {
  const quoted = quote === undefined ? {} : { quote: { text: quote, position: 0 } };
  return {
    ...quoted,
    ...(attachment ? captioned(files, attachment, text, entities) : written(text, entities)),
  };
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
  return { text: cleaned.text, entities: addFound(cleaned.entities, findEntities(cleaned.text)) };
}
