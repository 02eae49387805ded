import { randomBytes } from 'node:crypto';
import type { InlineQueryResult, Message } from '@grammyjs/types';
import { notImplemented } from '../api-error.js';
import { checkKeyboard } from '../limits/keyboard.js';
import { LONGEST_MESSAGE } from '../limits/limits.js';
import { formatText } from '../text/format-text.js';

/** A message made of an inline result; `inlineId` where the bot can edit it later. */
export interface ResultMessage {
  readonly draft: Partial<Message>;
  readonly inlineId: string | undefined;
}

/** What a result sends. Only results that send a text are implemented; others are answered with 501. */
export function resultMessage(result: InlineQueryResult): ResultMessage {
  const content = 'input_message_content' in result ? result.input_message_content : undefined;
  if (!content || !('message_text' in content)) {
    throw notImplemented(`a result of type ${result.type} without a text`);
  }
  const { text, entities } = formatText(
    { text: content.message_text, entities: content.entities },
    LONGEST_MESSAGE,
    'MESSAGE_TOO_LONG',
  );
  const keyboard = checkKeyboard(result.reply_markup);
  return {
    draft: {
      text,
      ...(entities.length > 0 ? { entities: [...entities] } : {}),
      ...(content.link_preview_options ? { link_preview_options: content.link_preview_options } : {}),
      ...(keyboard ? { reply_markup: keyboard } : {}),
    },
    inlineId: keyboard ? newInlineId() : undefined,
  };
}

/** Looks like Telegram's: opaque, and no longer than 64 bytes. */
export const newInlineId = (): string => randomBytes(20).toString('base64url');
