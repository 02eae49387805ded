import type { ForceReply, Message, MessageEntity } from '@grammyjs/types';
import type { Backend } from '../backend.js';
import type { ReplyMarkup } from '../limits/keyboard.js';
import type { StoredChat } from '../store/stored-chat.js';
import type { ForcedReply } from '../user-api.js';

/**
 * Whose field opens as a reply to a message (Bot API, ForceReply): everybody's; with `selective`, that of those whom its text
 * mentions and of whoever wrote the message that it replies to. In a private chat there is nobody else to ask.
 * @param replyTo `message_id` of that message
 * @returns `undefined` where the message asks nobody back
 */
export function forcedReply(
  backend: Backend,
  chat: StoredChat,
  markup: ReplyMarkup | undefined,
  content: Partial<Message>,
  replyTo: number | undefined,
): ForcedReply | undefined {
  if (!markup || !('force_reply' in markup)) return undefined;
  const { selective, input_field_placeholder: placeholder }: ForceReply = markup as ForceReply;
  const isSelective = selective && chat.info.type !== 'private';
  const chosen = isSelective && new Set([...mentioned(backend, content), authorOf(chat, replyTo)]);
  const from = [...chat.members].filter((member) => !chosen || chosen.has(member));
  return { from, ...(placeholder === undefined ? {} : { placeholder }) };
}

function mentioned({ store }: Backend, { text = '', entities = [] }: Partial<Message>): number[] {
  const users = [...store.users.values()];
  return (entities as readonly MessageEntity[]).flatMap((entity) => {
    if (entity.type === 'text_mention') return entity.user.id;
    if (entity.type !== 'mention') return [];
    const name = text.slice(entity.offset + 1, entity.offset + entity.length).toLowerCase();
    return users.filter(({ username }) => username?.toLowerCase() === name).map(({ id }) => id);
  });
}

function authorOf(chat: StoredChat, message: number | undefined): number | undefined {
  return message === undefined ? undefined : chat.messages.get(message)?.message.from?.id;
}
