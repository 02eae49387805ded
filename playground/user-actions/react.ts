import type { ReactionTypeEmoji } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import { MOST_REACTIONS } from '../limits/limits.js';
import { PlaygroundError } from '../playground-error.js';
import type { MessageRef, Ref } from '../user-api.js';

/**
 * Puts reactions of a person on a message in the place of those they had there; none takes these away. In groups the bot is
 * told only as an administrator (Bot API, Update.message_reaction).
 */
export function react(
  backend: Backend,
  chatRef: Ref,
  message: MessageRef,
  from: Ref,
  emoji: readonly ReactionTypeEmoji['emoji'][],
): void {
  const chat = backend.store.chat(chatRef);
  const user = backend.store.user(from);
  const { message_id } = backend.store.message(chat, message).message;
  if (!chat.members.has(user.id))
    throw new PlaygroundError(`User ${user.id} is not in chat ${chat.info.id}.`);
  const most = user.is_premium ? MOST_REACTIONS.premium : MOST_REACTIONS.everybody;
  if (emoji.length > most)
    throw new PlaygroundError(`User ${user.id} may put ${most} of them on a message at most.`);
  const old_reaction = [...(chat.reactions.get(message_id)?.get(user.id) ?? [])];
  const new_reaction = emoji.map((one) => ({ type: 'emoji' as const, emoji: one }));
  backend.store.putReactions(chat, message_id, user.id, new_reaction);
  if (chat.info.type !== 'private' && chat.bot !== 'administrator') return;
  const { date } = backend.store;
  backend.updates.push('message_reaction', {
    ...{ chat: chat.info, message_id, user, date, old_reaction, new_reaction },
  });
}
