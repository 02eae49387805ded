import type { ReactionTypeEmoji } from '@grammyjs/types';
import type { MessageReactions } from '../user-api.js';

/** What people have put on the messages of a chat: by `message_id`, then by person. */
export type Reactions = Map<number, Map<number, readonly ReactionTypeEmoji[]>>;

/** The reactions to a message, as they are seen beneath it. */
export function reactionsTo(all: Reactions, message: number): MessageReactions {
  const users = new Map<ReactionTypeEmoji['emoji'], number[]>();
  for (const [user, given] of all.get(message) ?? []) {
    for (const { emoji } of given) users.set(emoji, [...(users.get(emoji) ?? []), user]);
  }
  return { message, reactions: [...users].map(([emoji, from]) => ({ emoji, users: from })) };
}

/** The reactions to all messages that have any. */
export function allReactions(all: Reactions): MessageReactions[] {
  const views = [...all.keys()].map((message) => reactionsTo(all, message));
  return views.filter(({ reactions }) => reactions.length > 0);
}
