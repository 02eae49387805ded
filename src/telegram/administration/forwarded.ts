import type { Message, MessageOrigin } from 'grammy/types';
import { dayOf } from '../../language/dates.js';
import { standingText, textOf } from '../surfaces/message-text.js';
import { beginning } from '../wording/shorten.js';

/** Characters of a message's beginning that name its file. */
const NAME_UNITS = 24;

/** A message that was forwarded, as a file of the collection. */
export interface ForwardedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What an object of a JSONL file states of an article; see docs/articles.md. */
export interface ArticleLine {
  readonly id?: string;
  readonly publication?: string;
  readonly date: string;
  readonly url?: string;
  readonly text: string;
}

/**
 * A forwarded message as a file of one article; `undefined` for one without text.
 * @param timeZone what its date counts by
 */
export function forwardedFile(message: Message, timeZone: string): ForwardedFile | undefined {
  const { forward_origin: origin } = message;
  const sent = textOf(message);
  const text = sent && standingText(sent).trim();
  if (!origin || !text) return undefined;
  const date = dayOf(new Date(origin.date * 1000), timeZone);
  const publication = publicationOf(origin);
  const url = urlOf(origin);
  const line: ArticleLine = { ...(publication && { publication }), date, ...(url && { url }), text };
  const words = beginning(text.replace(/\s+/gu, ' '), NAME_UNITS);
  return { name: `${date} ${words}.jsonl`, content: Buffer.from(`${JSON.stringify(line)}\n`) };
}

/** The address of a post: of a public channel by its name, else one that its members can open. */
export function postUrl(
  chat: { readonly id: number; readonly username?: string | undefined },
  post: number,
): string {
  if (chat.username !== undefined) return `https://t.me/${chat.username}/${post}`;
  // The ids of channels have -100 before the number that addresses them.
  return `https://t.me/c/${String(chat.id).replace(/^-100/, '')}/${post}`;
}

/** Of people only what they publish by themselves is named: a channel or a group. */
function publicationOf(origin: MessageOrigin): string | undefined {
  if (origin.type === 'channel') return origin.chat.title;
  return origin.type === 'chat' && 'title' in origin.sender_chat ? origin.sender_chat.title : undefined;
}

function urlOf(origin: MessageOrigin): string | undefined {
  return origin.type === 'channel' ? postUrl(origin.chat, origin.message_id) : undefined;
}
