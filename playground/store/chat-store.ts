import type { Chat, Message, ReactionTypeEmoji, User } from '@grammyjs/types';
import type { EventLog } from '../event-log.js';
import { PlaygroundError } from '../playground-error.js';
import type { ForcedReply, GroupOptions, MessageRef, Ref, UserProfile } from '../user-api.js';
import { reactionsTo } from './reactions.js';
import {
  chatHead,
  messageView,
  newChat,
  newPrivateChat,
  privateChat,
  type StoredChat,
  type StoredMessage,
} from './stored-chat.js';

/** A message before it has an id, a date and a place. */
export type MessageDraft = Omit<Message, 'message_id' | 'date' | 'chat'>;

/** How a message is kept: who wrote it, what it replies to (`message_id`), how the bot addresses it, whom it asks back. */
export interface PostOptions {
  readonly author: StoredMessage['author'];
  readonly replyTo?: number | undefined;
  readonly inlineId?: string | undefined;
  readonly forcedReply?: ForcedReply | undefined;
}

/** Ids look like Telegram's: users small and positive, groups negative, supergroups below -10^12. */
const FIRST_USER = 100_001;
const FIRST_GROUP = -4_000_001;
const FIRST_SUPERGROUP = -1_002_000_000_001;

/** Who is there and what has been said: users, chats, messages. Every change of it is recorded as an event. */
export class ChatStore {
  readonly users = new Map<number, User>();
  readonly chats = new Map<number, StoredChat>();
  /** Messages that the bot addresses by `inline_message_id`. */
  readonly inlineMessages = new Map<string, { readonly chat: StoredChat; readonly stored: StoredMessage }>();
  readonly #events: EventLog;
  readonly #now: () => number;
  #nextUser = FIRST_USER;
  #nextGroup = FIRST_GROUP;
  #nextSupergroup = FIRST_SUPERGROUP;
  /** Private chats and basic groups share one count of messages, as they do for an account of Telegram. */
  #lastMessageId = 0;

  /** @param now the clock, milliseconds since 1970 */
  constructor(events: EventLog, now: () => number) {
    this.#events = events;
    this.#now = now;
  }

  /** Unix time in seconds, as the Bot API states dates. */
  get date(): number {
    return Math.floor(this.#now() / 1_000);
  }

  addUser(given: UserProfile = {}): User {
    const id = this.#nextUser++;
    const user: User = { id, is_bot: false, first_name: `User ${id - FIRST_USER + 1}`, ...given };
    this.users.set(id, user);
    this.chats.set(id, newPrivateChat(user));
    this.#events.record({ type: 'user', user });
    this.recordChange(this.chat(id));
    return user;
  }

  changeUser(ref: Ref, changes: UserProfile): User {
    const user: User = { ...this.user(ref), ...changes };
    this.users.set(user.id, user);
    const chat = this.chat(user.id);
    chat.info = privateChat(user);
    this.#events.record({ type: 'user', user });
    this.recordChange(chat);
    return user;
  }

  addGroup(options: GroupOptions): StoredChat {
    const chat = newChat(this.#groupChat(options));
    for (const member of options.members ?? []) chat.members.add(this.user(member).id);
    chat.bot = options.bot ?? 'member';
    this.chats.set(chat.info.id, chat);
    this.recordChange(chat);
    return chat;
  }

  #groupChat({ title, type, username, forum }: GroupOptions): Chat {
    if (type === 'group') {
      if (forum || username) throw new PlaygroundError('Only a supergroup has topics or a username.');
      return { id: this.#nextGroup--, type: 'group', title };
    }
    const names = username === undefined ? {} : { username };
    if (type === 'channel') return { id: this.#nextSupergroup--, type, title, ...names };
    return {
      id: this.#nextSupergroup--,
      type: 'supergroup',
      title,
      ...names,
      ...(forum ? { is_forum: true } : {}),
    };
  }

  /** @throws PlaygroundError when there is no such user */
  user(ref: Ref): User {
    const id = idOf(ref);
    const user = this.users.get(id);
    if (!user) throw new PlaygroundError(`There is no user ${id}.`);
    return user;
  }

  /** @throws PlaygroundError when there is no such chat */
  chat(ref: Ref): StoredChat {
    const id = idOf(ref);
    const chat = this.chats.get(id);
    if (!chat) throw new PlaygroundError(`There is no chat ${id}.`);
    return chat;
  }

  /** @throws PlaygroundError when the chat holds no such message */
  message(chat: StoredChat, ref: MessageRef): StoredMessage {
    const id = typeof ref === 'number' ? ref : ref.message_id;
    const stored = chat.messages.get(id);
    if (!stored) throw new PlaygroundError(`There is no message ${id} in chat ${chat.info.id}.`);
    return stored;
  }

  /** Puts a message into a chat. */
  post(chat: StoredChat, draft: MessageDraft, options: PostOptions): StoredMessage {
    const { author, replyTo, inlineId, forcedReply } = options;
    const message = {
      message_id: this.#nextMessageId(chat),
      date: this.date,
      chat: chat.info,
      ...draft,
    } as Message;
    const stored: StoredMessage = {
      message,
      author,
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(inlineId === undefined ? {} : { inlineId }),
    };
    chat.messages.set(message.message_id, stored);
    if (inlineId !== undefined) this.inlineMessages.set(inlineId, { chat, stored });
    this.#events.record({
      type: 'message',
      chat: chat.info.id,
      message: messageView(chat, stored),
      ...(forcedReply && { forcedReply }),
    });
    return stored;
  }

  /** Puts a new version of a message in its place. */
  replace(chat: StoredChat, stored: StoredMessage, message: Message): Message {
    stored.message = message;
    const view = messageView(chat, stored);
    this.#events.record({ type: 'edited', chat: chat.info.id, message: view });
    return view;
  }

  remove(chat: StoredChat, messageIds: readonly number[]): void {
    for (const id of messageIds) {
      chat.messages.delete(id);
      chat.reactions.delete(id);
    }
    this.#events.record({ type: 'deleted', chat: chat.info.id, messageIds });
  }

  /** Puts a message that one person sees into a chat, or a new version in its place. */
  putEphemeral(chat: StoredChat, message: Message): void {
    chat.ephemeral.set(message.ephemeral_message_id as number, message);
    this.#events.record({ type: 'ephemeral', chat: chat.info.id, message: structuredClone(message) });
  }

  removeEphemeral(chat: StoredChat, ephemeralId: number): void {
    chat.ephemeral.delete(ephemeralId);
    this.#events.record({ type: 'ephemeral-deleted', chat: chat.info.id, ephemeralId });
  }

  /** Puts a person's reactions on a message in the place of those they had there. */
  putReactions(chat: StoredChat, message: number, user: number, given: readonly ReactionTypeEmoji[]): void {
    const byPerson = chat.reactions.get(message) ?? new Map<number, readonly ReactionTypeEmoji[]>();
    // Whoever changes their mind comes last.
    byPerson.delete(user);
    if (given.length > 0) byPerson.set(user, given);
    chat.reactions.set(message, byPerson);
    this.#events.record({
      type: 'reactions',
      chat: chat.info.id,
      reactions: reactionsTo(chat.reactions, message),
    });
  }

  /** Records that a chat has changed in anything but what has been said in it. */
  recordChange(chat: StoredChat): void {
    this.#events.record({ type: 'chat', chat: chatHead(chat) });
  }

  #nextMessageId(chat: StoredChat): number {
    if (chat.info.type === 'supergroup' || chat.info.type === 'channel') return ++chat.lastMessageId;
    return ++this.#lastMessageId;
  }
}

/** The id of a user or chat. */
export const idOf = (ref: Ref): number => (typeof ref === 'number' ? ref : ref.id);
