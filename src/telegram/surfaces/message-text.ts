import type { Message, MessageEntity, User } from 'grammy/types';

/** A message's text with its entities, or the caption of what it shows with those of the caption. */
export interface MessageText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** What may hold text: a message, or the one that it replies to. */
export type Textual = Pick<Message, 'text' | 'entities' | 'caption' | 'caption_entities'>;

/** The bot, as getMe describes it. */
export type Me = Pick<User, 'id'> & { readonly username: string };

/** The text or caption of a message; `undefined` when it has neither. */
export function textOf(message: Textual): MessageText | undefined {
  if (message.text !== undefined) return { text: message.text, entities: message.entities ?? [] };
  if (message.caption !== undefined) {
    return { text: message.caption, entities: message.caption_entities ?? [] };
  }
  return undefined;
}

/** A text less what its author has struck out: that holds no longer, as in exports of chats. */
export function standingText({ text, entities }: MessageText): string {
  let standing = '';
  let at = 0;
  const struckOut = entities.filter(({ type }) => type === 'strikethrough');
  for (const { offset, length } of struckOut.sort((a, b) => a.offset - b.offset)) {
    standing += text.slice(at, offset);
    at = Math.max(at, offset + length);
  }
  return standing + text.slice(at);
}

/** Whether the entity mentions the bot, by username (in any case of letters) or as a link to its account. */
export function isMentionOf(me: Me, entity: MessageEntity, text: string): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id;
  return entity.type === 'mention' && sameName(entityText(entity, text).slice(1), me.username);
}

/** A command at the beginning of a message: its name and the bot that it names, if any; both in lower case. */
export interface Command {
  readonly name: string;
  readonly bot: string | undefined;
  /** What follows it. */
  readonly argument: string;
}

/** The command that a text begins with, if it does. */
export function commandIn({ text, entities }: MessageText): Command | undefined {
  const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (!entity) return undefined;
  return { ...nameOfCommand(entityText(entity, text)), argument: text.slice(entity.length).trim() };
}

/** Name and bot of a command such as `/ask@jianbao_bot`, both in lower case. */
export function nameOfCommand(command: string): Pick<Command, 'name' | 'bot'> {
  const [name = '', bot] = command.slice(1).toLowerCase().split('@');
  return { name, bot };
}

/** Whether two usernames are the same, which Telegram decides without regard to case. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The characters that an entity covers. */
export function entityText({ offset, length }: MessageEntity, text: string): string {
  return text.slice(offset, offset + length);
}
