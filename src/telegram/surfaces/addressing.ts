import type { Message } from 'grammy/types';
import { type Command, commandIn, isMentionOf, type Me, type MessageText, textOf } from './message-text.js';
import { type AskedQuestion, questionBehind } from './question.js';

/** What a message in a group wants of the bot. */
export type Address =
  | ({ readonly kind: 'question' } & AskedQuestion)
  | { readonly kind: 'command'; readonly command: Command }
  /** Addressed, but without a question. */
  | { readonly kind: 'empty' }
  /** Not for us: say nothing. */
  | { readonly kind: 'none' };

const NOT_FOR_US: Address = { kind: 'none' };
const EMPTY: Address = { kind: 'empty' };

/**
 * Whether and how a message in a group addresses the bot: by mention, by a command of its own, or by a reply to one
 * of its messages. Everything else is talk among people, which it leaves alone.
 */
export function addressOf(message: Message, me: Me): Address {
  const content = textOf(message);
  if (!content || !isFromPerson(message)) return NOT_FOR_US;
  const command = commandIn(content);
  if (command && command.name !== 'ask') {
    return command.bot === me.username.toLowerCase() ? { kind: 'command', command } : NOT_FOR_US;
  }
  if (!addresses(content, command, message, me)) return NOT_FOR_US;
  const { reply_to_message: original } = message;
  const asked = questionBehind(message, isReplyToUs(message, me) ? undefined : original, me);
  return asked ? { kind: 'question', ...asked } : EMPTY;
}

/** Whether a message is this command: in groups with the bot's name, since others may have one of the name. */
export function isCommandForUs(message: Message, name: string, me: Me): boolean {
  const content = textOf(message);
  const command = content && commandIn(content);
  if (command?.name !== name || !isFromPerson(message)) return false;
  const isNamed = command.bot === me.username.toLowerCase();
  return isNamed || (command.bot === undefined && message.chat.type === 'private');
}

function addresses(content: MessageText, command: Command | undefined, message: Message, me: Me): boolean {
  if (command?.bot !== undefined) return command.bot === me.username.toLowerCase();
  const bot = firstBotMentioned(content, me);
  if (bot !== 'none') return bot === 'us';
  return command !== undefined || isReplyToUs(message, me);
}

/**
 * Automatic forwards of a linked channel, what was sent through a bot, and other bots' messages ask nothing.
 * Anonymous administrators and channels speak through a placeholder that is a bot, but have `sender_chat`.
 */
function isFromPerson({ from, sender_chat, via_bot, is_automatic_forward }: Message): boolean {
  if (is_automatic_forward || via_bot) return false;
  return sender_chat !== undefined || from?.is_bot === false;
}

/** Whom the message turns to: of several bots the one mentioned first. Bots' usernames end in “bot”. */
function firstBotMentioned({ text, entities }: MessageText, me: Me): 'us' | 'another' | 'none' {
  for (const entity of entities) {
    if (isMentionOf(me, entity, text)) return 'us';
    if (entity.type === 'text_mention' && entity.user.is_bot) return 'another';
    const name = text.slice(entity.offset, entity.offset + entity.length);
    if (entity.type === 'mention' && /bot$/i.test(name)) return 'another';
  }
  return 'none';
}

/** In a topic, a message that replies to nothing has the topic's service message there; that is no reply. */
function isReplyToUs({ reply_to_message: original }: Message, me: Me): boolean {
  return original?.from?.id === me.id && original.forum_topic_created === undefined;
}
