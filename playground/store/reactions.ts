import type { ReactionTypeEmoji } from '@grammyjs/types';
import type { MessageReactions } from '../user-api.js';
import type { StoredChat } from './stored-chat.js';

/** The reactions to a message, as they are seen beneath it. */
export function reactionsTo({ reactions }: Pick<StoredChat, 'reactions'>, message: number): MessageReactions {
  const users = new Map<ReactionTypeEmoji['emoji'], number[]>();
  for (const [user, given] of reactions.get(message) ?? []) {
    for (const { emoji } of given) users.set(emoji, [...(users.get(emoji) ?? []), user]);
  }
  return { message, reactions: [...users].map(([emoji, from]) => ({ emoji, users: from })) };
}

/** The reactions to all messages that have any. */
export function allReactions(chat: Pick<StoredChat, 'reactions'>): MessageReactions[] {
  const all = [...chat.reactions.keys()].map((message) => reactionsTo(chat, message));
  return all.filter(({ reactions }) => reactions.length > 0);
}
