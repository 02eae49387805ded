import type { Message, MessageEntity, User } from '@grammyjs/types';
import type { BotSettings } from '../user-api.js';
import type { StoredChat, StoredMessage } from './stored-chat.js';

/**
 * How a message in a chat gets to the bot: as a message, as a guest message (the bot is not there, but mentioned), or
 * not at all. Rules: https://core.telegram.org/bots/features#privacy-mode
 */
export function routeTo(
  bot: User,
  settings: BotSettings,
  chat: StoredChat,
  stored: StoredMessage,
): 'message' | 'guest' | 'none' {
  const { message, author } = stored;
  if (author === 'bot' || isOfOtherBot(message) || chat.migratedTo !== undefined) return 'none';
  if (chat.bot === 'absent') {
    return settings.guestQueries && author === 'person' && mentions(message, bot) ? 'guest' : 'none';
  }
  if (chat.info.type === 'private' || chat.info.type === 'channel') return 'message';
  if (author !== 'person' || chat.bot === 'administrator' || settings.canReadAllGroupMessages)
    return 'message';
  return isMeantFor(bot, settings, chat, stored) ? 'message' : 'none';
}

function isMeantFor(
  bot: User,
  settings: BotSettings,
  chat: StoredChat,
  { message, replyTo }: StoredMessage,
): boolean {
  const target = replyTo === undefined ? undefined : chat.messages.get(replyTo)?.author;
  if (target === 'bot' || target === 'via-bot') return true;
  if (settings.mentionsPassPrivacy && mentions(message, bot)) return true;
  const command = entitiesOf(message).find(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (!command) return false;
  const [, addressee] = covered(message, command).split('@');
  return addressee === undefined ? !otherBotSpokeLast(chat, message) : isName(addressee, bot);
}

/** Whether the message names the user by a mention, or by a text mention. */
function mentions(message: Message, user: User): boolean {
  return entitiesOf(message).some((entity) =>
    entity.type === 'mention'
      ? isName(covered(message, entity).slice(1), user)
      : entity.type === 'text_mention' && entity.user.id === user.id,
  );
}

/** A general command goes to the bot that spoke last in the group; to every bot where none has spoken. */
function otherBotSpokeLast(chat: StoredChat, before: Message): boolean {
  const earlier = [...chat.messages.values()].filter(({ message }) => message.message_id < before.message_id);
  const last = earlier.findLast(({ message, author }) => author === 'bot' || isOfOtherBot(message));
  return last !== undefined && last.author !== 'bot';
}

/** Bots do not see each other's messages. The placeholder that a chat speaks through is no bot in this sense. */
const isOfOtherBot = ({ from, sender_chat }: Message): boolean => from?.is_bot === true && !sender_chat;

const entitiesOf = (message: Message): readonly MessageEntity[] =>
  message.entities ?? message.caption_entities ?? [];

function covered(message: Message, { offset, length }: MessageEntity): string {
  return (message.text ?? message.caption ?? '').slice(offset, offset + length);
}

const isName = (name: string, user: User): boolean => name.toLowerCase() === user.username?.toLowerCase();
