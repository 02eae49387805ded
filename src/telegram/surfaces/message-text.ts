import type { Message, MessageEntity, User } from 'grammy/types';

/** A message's words with their entities: its text, or the caption of what it shows. */
export interface Said {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

type Sayable = Pick<Message, 'text' | 'entities' | 'caption' | 'caption_entities'>;

/** The bot, as getMe describes it. */
export type Me = Pick<User, 'id'> & { readonly username: string };

/** What a message says, or `undefined` when it has no words at all. */
export function saidIn(message: Sayable): Said | undefined {
  if (message.text !== undefined) return { text: message.text, entities: message.entities ?? [] };
  if (message.caption !== undefined) {
    return { text: message.caption, entities: message.caption_entities ?? [] };
  }
  return undefined;
}

/**
 * The question that a message asks: what it says without mentions of the bot and without a leading `/ask`. Empty
 * when nothing remains. The same text gives the same question wherever it is read, so a button finds it again in
 * the message that its own replies to.
 */
export function questionIn(message: Sayable, me: Me): string {
  const { text, entities } = saidIn(message) ?? { text: '', entities: [] };
  let question = '';
  let at = 0;
  for (const entity of entities) {
    if (entity.offset < at) continue;
    if (!isMentionOf(me, entity, text) && !isAskCommand(entity, text, me)) continue;
    question += text.slice(at, entity.offset);
    at = entity.offset + entity.length;
  }
  return (question + text.slice(at)).trim();
}

/** Whether the entity mentions the bot, by username (in any case of letters) or as a link to its account. */
export function isMentionOf(me: Me, entity: MessageEntity, text: string): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id;
  return entity.type === 'mention' && sameName(written(entity, text).slice(1), me.username);
}

/** A command at the beginning of a message: its name and the bot that it names, if any; both in lower case. */
export interface Command {
  readonly name: string;
  readonly bot: string | undefined;
  /** What follows it. */
  readonly argument: string;
}

/** The command that a text begins with, if it does. */
export function commandIn({ text, entities }: Said): Command | undefined {
  const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (!entity) return undefined;
  const [name = '', bot] = written(entity, text).slice(1).toLowerCase().split('@');
  return { name, bot, argument: text.slice(entity.length).trim() };
}

/** Whether two usernames are the same, which Telegram decides without regard to case. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function isAskCommand(entity: MessageEntity, text: string, me: Me): boolean {
  if (entity.type !== 'bot_command' || entity.offset !== 0) return false;
  const [name, bot] = written(entity, text).slice(1).toLowerCase().split('@');
  return name === 'ask' && (bot === undefined || sameName(bot, me.username));
}

function written({ offset, length }: MessageEntity, text: string): string {
  return text.slice(offset, offset + length);
}
