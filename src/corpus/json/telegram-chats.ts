import type { Fault } from '../fault.js';
import { failed, found, type ReadOutcome, read } from '../reader.js';
import {
  articlesOfChat,
  isTelegramChat,
  type ListedMessage,
  TELEGRAM_JSON,
} from '../telegram/export-json.js';
import type { Fields } from './field-names.js';
import { parsed } from './parsed.js';
import { isObject } from './records.js';
import { LineCounter, membersOf } from './scan.js';

const EXPORT_AGAIN = { en: 'Export the chat again.', zh: '请重新导出这个聊天。' };
const BROKEN_OFF: Fault = {
  problem: { en: 'The file breaks off in the middle of a message.', zh: '文件在一条消息中间断了。' },
  remedy: EXPORT_AGAIN,
};
const INVALID: Fault = {
  problem: { en: 'The message is not valid JSON.', zh: '这条消息不是正确的 JSON。' },
  remedy: EXPORT_AGAIN,
};

/** A chat of an export: what it tells of itself, and where its list of messages begins, in UTF-16 units. */
export interface ChatPlace {
  readonly fields: Fields;
  readonly messages: number;
}

/** The chats of a Telegram export: the one that the root is, or all that an export of an account lists; else none. */
export function telegramChatsIn(text: string, root: number): ChatPlace[] {
  if (text[root] !== '{') return [];
  const chat = chatAt(text, root);
  if (chat) return [chat];
  const chats = memberNamed(text, root, 'chats', '{');
  const list = chats === undefined ? undefined : memberNamed(text, chats, 'list', '[');
  if (list === undefined) return [];
  return [...membersOf(text, list)].flatMap(({ start }) =>
    text[start] === '{' ? (chatAt(text, start) ?? []) : [],
  );
}

/** Reads the chats, message by message. */
export function* readTelegramChats(
  source: string,
  text: string,
  chats: readonly ChatPlace[],
  encoding: string | undefined,
): Generator<ReadOutcome> {
  const counter = new LineCounter(text);
  for (const { fields, messages } of chats) {
    const listed: ListedMessage[] = [];
    for (const { start, end, whole } of membersOf(text, messages)) {
      const lines = [counter.at(start), counter.at(end)] as const;
      const message = parsed(text.slice(start, end));
      if (isObject(message)) listed.push({ fields: message, lines });
      else yield failed(source, whole ? INVALID : BROKEN_OFF, lines[0]);
    }
    for (const article of articlesOfChat(source, fields, listed)) yield read(article);
  }
  yield found(TELEGRAM_JSON, { encoding });
}

function chatAt(text: string, opening: number): ChatPlace | undefined {
  const fields: Record<string, unknown> = {};
  let messages: number | undefined;
  for (const { key = '', start, end } of membersOf(text, opening)) {
    if (key === 'messages' && text[start] === '[') messages = start;
    else if (key !== '' && text[start] !== '[' && text[start] !== '{')
      fields[key] = parsed(text.slice(start, end));
  }
  return messages !== undefined && isTelegramChat(fields) ? { fields, messages } : undefined;
}

function memberNamed(text: string, opening: number, name: string, bracket: string): number | undefined {
  for (const { key, start } of membersOf(text, opening))
    if (key === name && text[start] === bracket) return start;
  return undefined;
}
