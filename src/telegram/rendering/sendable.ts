import type { MessageEntity } from 'grammy/types';
import { beginning } from '../wording/shorten.js';
import { clean } from './clean.js';
import { concat, type FormattedText } from './formatted-text.js';
import { isVerbatim } from './verbatim.js';

/** Longest message after entities are parsed: https://core.telegram.org/bots/api#sendmessage */
export const MESSAGE_UNITS = 4096;
/** More entities than this the server drops without a word. */
export const MESSAGE_ENTITIES = 100;

declare const sealed: unique symbol;

/**
 * A text that may be sent: within the limits, and every quotation in it checked against its source. Only `seal`
 * makes one, and only these are accepted by what sends, so no quotation goes out unchecked.
 */
export interface Sendable {
  readonly [sealed]: true;
  readonly text: string;
  readonly entities: MessageEntity[];
}

/** Thrown when a quotation has something that its source has not. Nothing of it may be sent. */
export class NotVerbatimError extends Error {
  override readonly name = 'NotVerbatimError';

  constructor(readonly quotations: number) {
    super(
      `A message with ${quotations} quotation(s) does not repeat its sources to the letter and was held back`,
    );
  }
}

/**
 * The one gate to Telegram. Cleans the text as the server would, keeps it within the limits, and checks each
 * block quotation, as it will stand in the chat, against its source.
 * @param sources for each block quotation, in their order, the passage that it quotes
 * @throws NotVerbatimError when a quotation is not of its source, or has none
 */
export function seal(message: FormattedText, sources: readonly string[] = []): Sendable {
  const cleaned = cut(clean(message));
  const quotations = cleaned.entities
    .filter(isQuotation)
    .map(({ offset, length }) => cleaned.text.slice(offset, offset + length));
  const faithful = quotations.every((quotation, index) => isVerbatim(quotation, sources[index] ?? ''));
  if (!faithful || quotations.length !== sources.length) throw new NotVerbatimError(quotations.length);
  return cleaned as Sendable;
}

/**
 * A message under a line of the bot's own. Its quotations stay what they were; what is too long loses its end.
 * @param line plain text
 */
export function headed(line: string, message: Sendable): Sendable {
  return cut(clean(concat(`${line}\n`, message))) as Sendable;
}

function isQuotation({ type }: MessageEntity): boolean {
  return type === 'blockquote' || type === 'expandable_blockquote';
}

function cut({ text, entities }: FormattedText): { text: string; entities: MessageEntity[] } {
  const kept = beginning(text, MESSAGE_UNITS);
  const inside = entities.flatMap((entity): MessageEntity[] => {
    const length = Math.min(entity.offset + entity.length, kept.length) - entity.offset;
    return length > 0 ? [{ ...entity, length }] : [];
  });
  return { text: kept, entities: inside.slice(0, MESSAGE_ENTITIES) };
}
