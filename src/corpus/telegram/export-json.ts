import type { Article } from '../article.js';
import type { Chat, Message } from './chat.js';
import { articlesOf } from './threads.js';

/** The type of a piece that its author has withdrawn. */
const STRUCK_OUT = 'strikethrough';

/** What people call the format. */
export const TELEGRAM_JSON = 'Telegram export (JSON)';

/** A JSON object, as it was parsed. */
type Fields = Readonly<Record<string, unknown>>;

/** A value of an export's list of messages, with its first and last line in the file. */
export interface ListedMessage {
  readonly fields: Fields;
  readonly lines: readonly [first: number, last: number];
}

/** Types of chats that only their owners write in. */
const CHANNELS: ReadonlySet<unknown> = new Set(['public_channel', 'private_channel']);
const CHAT_TYPE =
  /^(?:saved_messages|replies|personal_chat|bot_chat|(?:private|public)_(?:group|supergroup|channel))$/;

/** What the Bot API puts before the number of a channel or supergroup. */
const BOT_API_PREFIX = /^-100/;

/** Whether an object with a list of messages is a chat as Telegram Desktop exports it. */
export function isTelegramChat(chat: Fields): boolean {
  return typeof chat.type === 'string' && CHAT_TYPE.test(chat.type) && 'id' in chat;
}

/**
 * The articles of a chat.
 * @param chat what stands beside the list of messages
 */
export function articlesOfChat(source: string, chat: Fields, listed: readonly ListedMessage[]): Article[] {
  return articlesOf(
    source,
    chatOf(chat),
    listed.flatMap((each) => messageOf(each) ?? []),
  );
}

function chatOf({ name, type, id, username }: Fields): Chat {
  const address = addressOf(type, id, username);
  return {
    ...(typeof name === 'string' && name !== '' && { name }),
    isChannel: CHANNELS.has(type),
    ...(address !== undefined && { address }),
  };
}

/** A chat with a name for everybody is known by it; one of members, by its number. Chats of two have no addresses. */
function addressOf(type: unknown, id: unknown, username: unknown): string | undefined {
  if (typeof username === 'string' && /^\w{4,32}$/.test(username)) return `https://t.me/${username}/`;
  const hasAddresses = typeof type === 'string' && /(?:channel|supergroup)$/.test(type);
  if (!hasAddresses || !isNumber(id)) return undefined;
  return `https://t.me/c/${String(id).replace(BOT_API_PREFIX, '')}/`;
}

/** A message that has text; what the service says (“joined the group”) is none. */
function messageOf({ fields, lines }: ListedMessage): Message | undefined {
  const { type, id, date, from, reply_to_message_id: replyTo } = fields;
  const text = textOf(fields.text);
  if (type !== 'message' || !isNumber(id) || text.trim() === '') return undefined;
  return {
    id,
    text,
    lines,
    ...(typeof date === 'string' && { date: date.slice(0, 'yyyy-mm-dd'.length) }),
    ...(typeof from === 'string' && { from }),
    ...(isNumber(replyTo) && { replyTo }),
  };
}

/**
 * A text, or the pieces that it is made of: plain ones, and such with a type (links, bold words) and a text. What is struck out is
 * left away.
 */
function textOf(text: unknown): string {
  const pieces: readonly unknown[] = Array.isArray(text) ? text : [text];
  return pieces
    .map((piece) => (isTyped(piece) ? piece.type !== STRUCK_OUT && piece.text : piece))
    .filter((piece) => typeof piece === 'string')
    .join('');
}

function isTyped(piece: unknown): piece is { readonly type?: unknown; readonly text: unknown } {
  return typeof piece === 'object' && piece !== null && 'text' in piece;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
