import type { Message, MessageEntity, User } from '@grammyjs/types';
import { PlaygroundError } from '../api-error.js';
import type { Backend } from '../backend.js';
import type { Draft } from '../store/chat-store.js';
import type { Files } from '../store/files.js';
import type { Room, Stored } from '../store/stored-chat.js';
import { cleanText, isEmpty, LONGEST_CAPTION, LONGEST_MESSAGE } from '../text/clean-text.js';
import { addFound } from '../text/entity-nesting.js';
import { findEntities } from '../text/find-entities.js';
import type { Attachment, MessageRef, Ref, SayOptions } from '../user-api.js';
import { attached } from './attachment.js';
import { placeOf } from './destination.js';
import { deliver, deliverEdit } from './message-updates.js';
import { sender } from './sender.js';

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
  const { thread, replyTo } = placeOf(backend, room, options);
  const draft = {
    ...sender(backend, room, author, options),
    ...thread,
    ...quotation(room, replyTo, options.quote),
    ...content(backend, text, options),
  };
  const stored = world.post(room, draft as Draft, { author: 'person', replyTo });
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

function quotation(room: Room, replyTo: number | undefined, quote: string | undefined): Partial<Message> {
  if (quote === undefined) return {};
  const target = replyTo === undefined ? undefined : room.messages.get(replyTo)?.message;
  const position = (target?.text ?? target?.caption ?? '').indexOf(quote);
  if (position < 0) throw new PlaygroundError('The quote is not in the message replied to.');
  return { quote: { text: quote, position, is_manual: true } };
}

function content(
  { files }: Backend,
  text: string,
  { attachment, entities = [] }: SayOptions,
): Partial<Message> {
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
  return { text: cleaned.text, entities: addFound(cleaned.entities, findEntities(cleaned.text)) };
}
