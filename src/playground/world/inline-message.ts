import { randomBytes } from 'node:crypto';
import type { InlineKeyboardMarkup, InlineQueryResult, Message } from '@grammyjs/types';
import { cleanText } from '../limits/text.js';
import { PlaygroundError } from '../refusal.js';
import { findEntities } from './entities.js';

/** A message made of an inline result; `inlineId` where the bot can edit it later. */
export interface ResultMessage {
  readonly draft: Partial<Message>;
  readonly inlineId: string | undefined;
}

/** What a chosen result sends. Only results that send a text are played here. */
export function resultMessage(result: InlineQueryResult): ResultMessage {
  const content = 'input_message_content' in result ? result.input_message_content : undefined;
  if (!content || !('message_text' in content)) {
    throw new PlaygroundError(`Results of type ${result.type} without a text are not played here.`);
  }
  const { text, entities: given } = cleanText(content.message_text, content.entities ?? []);
  const entities = findEntities(text, given);
  return {
    draft: {
      text,
      ...(entities.length > 0 ? { entities } : {}),
      ...(content.link_preview_options ? { link_preview_options: content.link_preview_options } : {}),
      ...(result.reply_markup ? { reply_markup: result.reply_markup } : {}),
    },
    inlineId: hasKeyboard(result.reply_markup) ? newInlineId() : undefined,
  };
}

/** Looks like Telegram's: opaque, and no longer than 64 bytes. */
export const newInlineId = (): string => randomBytes(20).toString('base64url');

const hasKeyboard = (markup: InlineKeyboardMarkup | undefined): boolean =>
  (markup?.inline_keyboard.flat().length ?? 0) > 0;
