import type { Message, MessageEntity, ReplyParameters } from '@grammyjs/types';
import { badRequest } from '../api-error.js';
import type { Backend } from '../backend.js';
import { LONGEST_CAPTION } from '../limits/limits.js';
import type { StoredChat } from '../store/stored-chat.js';
import { readableChat } from './targets.js';

/** What a message replies to: a message of its chat, or one of another chat, and what of it is quoted. */
export interface ReplyTarget {
  readonly replyTo?: number;
  readonly external_reply?: Message['external_reply'];
  readonly quote?: Message['quote'];
}

/** Entities that a quote has to have in common with its message (Bot API, ReplyParameters.quote). */
const QUOTED_ENTITIES: ReadonlySet<MessageEntity['type']> = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'custom_emoji',
  'date_time',
]);

/** The message to be replied to, with what of it is quoted. */
export function replyTarget(
  backend: Backend,
  chat: StoredChat,
  given: ReplyParameters | undefined,
): ReplyTarget {
  if (given?.message_id === undefined) return {};
  const other = given.chat_id === undefined ? chat : readableChat(backend, given.chat_id);
  const isOther = other !== chat;
  const isVisible = !isOther || other.bot !== 'absent';
  const message = isVisible ? other.messages.get(given.message_id)?.message : undefined;
  if (!message) {
    if (given.allow_sending_without_reply) return {};
    throw badRequest('message to be replied not found');
  }
  return {
    ...(isOther ? { external_reply: external(other, message) } : { replyTo: given.message_id }),
    ...(given.quote ? { quote: quoted(message, given.quote, given) } : {}),
  };
}

function external({ info }: StoredChat, { message_id, date, from }: Message): Message['external_reply'] {
  const origin =
    info.type === 'channel' || !from
      ? ({ type: 'channel', date, chat: info as never, message_id } as const)
      : ({ type: 'user', date, sender_user: from } as const);
  const isPublic = info.type === 'channel' || info.type === 'supergroup';
  return { origin, ...(isPublic ? { chat: info, message_id } : {}) };
}

/** The quote where it stands in the message; of several places the one nearest to where it was said to be. */
function quoted(
  message: Message,
  quote: string,
  { quote_position = 0, quote_entities = [] }: Pick<ReplyParameters, 'quote_position' | 'quote_entities'>,
): NonNullable<Message['quote']> {
  const text = message.text ?? message.caption ?? '';
  const places: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at);
  const [position] = places.sort((a, b) => Math.abs(a - quote_position) - Math.abs(b - quote_position));
  if (position === undefined || quote.length > LONGEST_CAPTION) throw badRequest('QUOTE_TEXT_INVALID');
  const written = entitiesIn(message.entities ?? message.caption_entities ?? [], position, quote.length);
  const given = entitiesIn(quote_entities, 0, quote.length);
  if (JSON.stringify(written.map(keyOf)) !== JSON.stringify(given.map(keyOf))) {
    throw badRequest('QUOTE_TEXT_INVALID');
  }
  return { text: quote, ...(written.length > 0 ? { entities: written } : {}), position, is_manual: true };
}

/** The entities that count in a stretch of a text, cut to it, in their order. */
function entitiesIn(entities: readonly MessageEntity[], start: number, length: number): MessageEntity[] {
  return entities
    .filter(({ type }) => QUOTED_ENTITIES.has(type))
    .flatMap((entity): MessageEntity[] => {
      const from = Math.max(entity.offset, start);
      const to = Math.min(entity.offset + entity.length, start + length);
      return from < to ? [{ ...entity, offset: from - start, length: to - from }] : [];
    })
    .sort((a, b) => a.offset - b.offset || b.length - a.length || (a.type < b.type ? -1 : 1));
}

const keyOf = ({ type, offset, length }: MessageEntity): string => `${type} ${offset} ${length}`;
