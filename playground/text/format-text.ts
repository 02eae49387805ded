import type { MessageEntity } from '@grammyjs/types';
import { ApiError, badRequest } from '../api-error.js';
import { MOST_TEXT_BYTES } from '../limits/limits.js';
import { cleanText, type FormattedText, isEmpty } from './clean-text.js';
import { addFoundEntities, limitEntities, nestEntities } from './entity-nesting.js';
import { findEntities } from './find-entities.js';

/** Text as it comes with a call. */
export interface GivenText {
  readonly text: string;
  readonly entities?: readonly MessageEntity[] | undefined;
  readonly parse_mode?: string | undefined;
}

/** Entities that Telegram finds by itself and does not take from bots (Bot API server, get_text_entity_type). */
const FOUND_ONLY: ReadonlySet<string> = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
]);

/**
 * Makes a message's text of what a bot gave, as the server does: cleaned, with entities put in order, and with those
 * that the server finds. Refuses what is empty.
 * @param longest UTF-16 units. The server counts characters; a text that keeps to units keeps to either.
 * @param tooLong the error's description
 */
export function formatText(given: GivenText, longest: number, tooLong: string): FormattedText {
  const { text, entities } = formatCaption(given, longest, tooLong);
  if (isEmpty(text)) throw badRequest('text must be non-empty');
  return { text, entities };
}

/** The same for a caption, which may be empty. */
export function formatCaption(given: GivenText, longest: number, tooLong: string): FormattedText {
  // Offsets of a parsed text would be counted here by rules of our own; bots that are tried here send entities.
  if (given.parse_mode)
    throw new ApiError(501, 'Not Implemented: parse_mode is not played here, send entities');
  if (Buffer.byteLength(given.text) > MOST_TEXT_BYTES) throw badRequest('text is too long');
  const taken = (given.entities ?? []).filter(isTaken);
  const { text, entities } = cleanText(given.text, taken);
  if (text.length > longest) throw badRequest(tooLong);
  return { text, entities: addFoundEntities(limitEntities(nestEntities(entities)), findEntities(text)) };
}

/** Links to nowhere are left out too (TDLib, get_message_entities). */
function isTaken(entity: MessageEntity): boolean {
  if (!Number.isInteger(entity.offset) || !Number.isInteger(entity.length)) {
    throw badRequest(
      `can't parse MessageEntity: Field "${Number.isInteger(entity.offset) ? 'length' : 'offset'}" must be a valid Integer`,
    );
  }
  if (entity.type === 'text_link') return isLink(entity.url);
  return !FOUND_ONLY.has(entity.type);
}

/** Whether an address can be opened: HTTP(S) with a host, or one of Telegram's own. A scheme may be left out. */
export function isLink(url: string): boolean {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(url) ? url : `http://${url}`;
  if (!URL.canParse(withScheme)) return false;
  const { protocol, hostname } = new URL(withScheme);
  if (protocol === 'tg:' || protocol === 'ton:') return true;
  return /^https?:$/.test(protocol) && (hostname === 'localhost' || /[.:]/.test(hostname));
}
