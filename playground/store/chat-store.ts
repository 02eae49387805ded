import type { Chat, Message, User } from '@grammyjs/types';
import { PlaygroundError } from '../api-error.js';
import type { Journal } from '../event-log.js';
import type { GroupOptions, MessageRef, Ref, UserProfile } from '../user-api.js';
import {
  emptyRoom,
  privateChat,
  privateRoom,
  profile,
  type Room,
  type Stored,
  shown,
} from './stored-chat.js';

/** A message before it has an id, a date and a place. */
export type Draft = Omit<Message, 'message_id' | 'date' | 'chat'>;

export interface PostOptions {
  readonly author: Stored['author'];
  readonly replyTo?: number | undefined;
  readonly inlineId?: string | undefined;
}

/** Ids look like Telegram's: users small and positive, groups negative, supergroups below -10^12. */
const FIRST_USER = 100_001;
const FIRST_GROUP = -4_000_001;
const FIRST_SUPERGROUP = -1_002_000_000_001;

/** Who is there and what has been said: users, chats, messages. Every change of it is recorded in the journal. */
export class World {
  readonly users = new Map<number, User>();
  readonly rooms = new Map<number, Room>();
  /** Messages that the bot addresses by `inline_message_id`. */
  readonly inline = new Map<string, { readonly room: Room; readonly stored: Stored }>();
  readonly #journal: Journal;
  readonly #now: () => number;
  #nextUser = FIRST_USER;
  #nextGroup = FIRST_GROUP;
  #nextSupergroup = FIRST_SUPERGROUP;
  /** Private chats and basic groups share one count of messages, as they do for an account of Telegram. */
  #lastMessageId = 0;

  /** @param now the clock, milliseconds since 1970 */
  constructor(journal: Journal, now: () => number) {
    this.#journal = journal;
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
    this.rooms.set(id, privateRoom(user));
    this.#journal.record({ type: 'user', user });
    this.changed(this.room(id));
    return user;
  }

  changeUser(ref: Ref, changes: UserProfile): User {
    const user: User = { ...this.user(ref), ...changes };
    this.users.set(user.id, user);
    const room = this.room(user.id);
    room.chat = privateChat(user);
    this.#journal.record({ type: 'user', user });
    this.changed(room);
    return user;
  }

  addGroup(options: GroupOptions): Room {
    const room = emptyRoom(this.#groupChat(options));
    for (const member of options.members ?? []) room.members.add(this.user(member).id);
    room.bot = options.bot ?? 'member';
    this.rooms.set(room.chat.id, room);
    this.changed(room);
    return room;
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
  room(ref: Ref): Room {
    const id = idOf(ref);
    const room = this.rooms.get(id);
    if (!room) throw new PlaygroundError(`There is no chat ${id}.`);
    return room;
  }

  /** @throws PlaygroundError when the room holds no such message */
  stored(room: Room, ref: MessageRef): Stored {
    const id = typeof ref === 'number' ? ref : ref.message_id;
    const stored = room.messages.get(id);
    if (!stored) throw new PlaygroundError(`There is no message ${id} in chat ${room.chat.id}.`);
    return stored;
  }

  /** Puts a message into a room. */
  post(room: Room, draft: Draft, { author, replyTo, inlineId }: PostOptions): Stored {
    const message = {
      message_id: this.#nextMessageId(room),
      date: this.date,
      chat: room.chat,
      ...draft,
    } as Message;
    const stored: Stored = {
      message,
      author,
      ...(replyTo === undefined ? {} : { replyTo }),
      ...(inlineId === undefined ? {} : { inlineId }),
    };
    room.messages.set(message.message_id, stored);
    if (inlineId !== undefined) this.inline.set(inlineId, { room, stored });
    this.#journal.record({ type: 'message', chat: room.chat.id, message: shown(room, stored) });
    return stored;
  }

  /** Puts a new version of a message in its place. */
  replace(room: Room, stored: Stored, message: Message): Message {
    stored.message = message;
    const view = shown(room, stored);
    this.#journal.record({ type: 'edited', chat: room.chat.id, message: view });
    return view;
  }

  remove(room: Room, messageIds: readonly number[]): void {
    for (const id of messageIds) room.messages.delete(id);
    this.#journal.record({ type: 'deleted', chat: room.chat.id, messageIds });
  }

  /** Records that a room has changed in anything but its messages. */
  changed(room: Room): void {
    this.#journal.record({ type: 'chat', chat: profile(room) });
  }

  #nextMessageId(room: Room): number {
    if (room.chat.type === 'supergroup' || room.chat.type === 'channel') return ++room.lastMessageId;
    return ++this.#lastMessageId;
  }
}

export const idOf = (ref: Ref): number => (typeof ref === 'number' ? ref : ref.id);
