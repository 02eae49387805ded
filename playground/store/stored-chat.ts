import type { Chat, ForumTopic, Message, User } from '@grammyjs/types';
import type { BotMembership, ChatHead, ChatView } from '../user-api.js';
import { allReactions, type Reactions } from './reactions.js';

/** A message as it is kept; what it replies to is looked up when it is shown, so that edits are seen there too. */
export interface StoredMessage {
  /** Without `reply_to_message`. */
  message: Message;
  /** Id of the message replied to, in the same chat. */
  readonly replyTo?: number;
  /** Messages sent in inline or guest mode: how the bot addresses them. */
  readonly inlineId?: string;
  readonly author: 'bot' | 'person' | 'via-bot' | 'service';
}

/** A chat with what is in it. */
export interface StoredChat {
  info: Chat;
  readonly members: Set<number>;
  readonly topics: Map<number, ForumTopic>;
  /** By `message_id`, oldest first. */
  readonly messages: Map<number, StoredMessage>;
  /** Messages that one person sees, by `ephemeral_message_id`. */
  readonly ephemeral: Map<number, Message>;
  readonly reactions: Reactions;
  bot: BotMembership;
  /** Private chats: the person has written to the bot, so it may write to them. */
  started: boolean;
  blocked: boolean;
  migratedTo?: number;
  /** Supergroups count their messages by themselves; all other chats share one count. */
  lastMessageId: number;
  lastEphemeralId: number;
}

/** The private chat of a user with the bot, with nothing in it. */
export function newPrivateChat(user: User): StoredChat {
  return { ...newChat(privateChat(user)), members: new Set([user.id]), bot: 'member' };
}

/** A chat with nobody and nothing in it. */
export function newChat(chat: Chat): StoredChat {
  return {
    info: chat,
    members: new Set(),
    topics: new Map(),
    messages: new Map(),
    ephemeral: new Map(),
    reactions: new Map(),
    bot: 'absent',
    started: false,
    blocked: false,
    lastMessageId: 0,
    lastEphemeralId: 0,
  };
}

/** A private chat as the Bot API states it. */
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
export function messageView(chat: StoredChat, stored: Pick<StoredMessage, 'message' | 'replyTo'>): Message {
  const target = stored.replyTo === undefined ? undefined : chat.messages.get(stored.replyTo);
  if (!target) return structuredClone(stored.message);
  return structuredClone({ ...stored.message, reply_to_message: target.message } as Message);
}

/** The chat without what has been said in it. */
export function chatHead(chat: StoredChat): ChatHead {
  return {
    chat: chat.info,
    members: [...chat.members],
    bot: chat.bot,
    topics: [...chat.topics.values()],
    ...(chat.migratedTo === undefined ? {} : { migratedTo: chat.migratedTo }),
    blocked: chat.blocked,
  };
}

/** The chat with all that is seen in it. */
export function chatView(chat: StoredChat): ChatView {
  return {
    ...chatHead(chat),
    messages: [...chat.messages.values()].map((stored) => messageView(chat, stored)),
    ephemeral: [...chat.ephemeral.values()],
    reactions: allReactions(chat.reactions),
  };
}
