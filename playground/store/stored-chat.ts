import type { Chat, ForumTopic, Message, User } from '@grammyjs/types';
import type { BotMembership, ChatView } from '../user-api.js';

/** A message as it is kept; what it replies to is looked up when it is shown, so that edits are seen there too. */
export interface Stored {
  /** Without `reply_to_message`. */
  message: Message;
  /** Id of the message replied to, in the same room. */
  readonly replyTo?: number;
  /** Messages sent in inline or guest mode: how the bot addresses them. */
  readonly inlineId?: string;
  readonly author: 'bot' | 'person' | 'via-bot' | 'service';
}

/** A chat with what is in it. */
export interface Room {
  chat: Chat;
  readonly members: Set<number>;
  readonly topics: Map<number, ForumTopic>;
  /** By `message_id`, oldest first. */
  readonly messages: Map<number, Stored>;
  bot: BotMembership;
  /** Private chats: the person has written to the bot, so it may write to them. */
  started: boolean;
  blocked: boolean;
  migratedTo?: number;
  /** Supergroups count their messages by themselves; all other chats share one count. */
  lastMessageId: number;
}

export function privateRoom(user: User): Room {
  return { ...emptyRoom(privateChat(user)), members: new Set([user.id]), bot: 'member' };
}

export function emptyRoom(chat: Chat): Room {
  return {
    chat,
    members: new Set(),
    topics: new Map(),
    messages: new Map(),
    bot: 'absent',
    started: false,
    blocked: false,
    lastMessageId: 0,
  };
}

export function privateChat(user: User): Chat.PrivateChat {
  return {
    id: user.id,
    type: 'private',
    first_name: user.first_name,
    ...(user.last_name === undefined ? {} : { last_name: user.last_name }),
    ...(user.username === undefined ? {} : { username: user.username }),
  };
}

/** The message with what it replies to, one level deep as in the Bot API. */
export function shown(room: Room, stored: Stored): Message {
  const target = stored.replyTo === undefined ? undefined : room.messages.get(stored.replyTo);
  if (!target) return structuredClone(stored.message);
  return structuredClone({ ...stored.message, reply_to_message: target.message } as Message);
}

/** The room without its messages. */
export function profile(room: Room): Omit<ChatView, 'messages'> {
  return {
    chat: room.chat,
    members: [...room.members],
    bot: room.bot,
    topics: [...room.topics.values()],
    ...(room.migratedTo === undefined ? {} : { migratedTo: room.migratedTo }),
    blocked: room.blocked,
  };
}

export function viewOf(room: Room): ChatView {
  return { ...profile(room), messages: [...room.messages.values()].map((stored) => shown(room, stored)) };
}
