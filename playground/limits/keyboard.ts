import type {
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  SwitchInlineQueryChosenChat,
} from '@grammyjs/types';
import { badRequest } from '../api-error.js';
import { isLink } from '../text/format-text.js';
import {
  LONGEST_COPY_TEXT,
  LONGEST_INLINE_QUERY,
  LONGEST_PLACEHOLDER,
  MOST_BUTTONS,
  MOST_CALLBACK_DATA_BYTES,
} from './limits.js';

/** All that `reply_markup` may be. */
export type ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

/**
 * Checks a keyboard.
 * @returns the inline keyboard as the message shows it; absent for the other kinds, and when it has no button
 */
export function checkKeyboard(markup: ReplyMarkup | undefined): InlineKeyboardMarkup | undefined {
  if (markup && 'input_field_placeholder' in markup) checkPlaceholder(markup.input_field_placeholder);
  if (!markup || !('inline_keyboard' in markup)) return undefined;
  const rows = markup.inline_keyboard.filter((row) => row.length > 0);
  const buttons = rows.flat();
  if (buttons.length > MOST_BUTTONS) throw badRequest('reply markup is too long');
  buttons.forEach(checkButton);
  return buttons.length > 0 ? { inline_keyboard: rows } : undefined;
}

function checkPlaceholder(text: string | undefined): void {
  if (text !== undefined && (text === '' || text.length > LONGEST_PLACEHOLDER))
    throw badRequest('INPUT_FIELD_PLACEHOLDER_INVALID');
}

function checkButton(button: InlineKeyboardButton): void {
  if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  if ('callback_data' in button) checkData(button.callback_data);
  if ('url' in button && !isLink(button.url)) {
    throw badRequest(`inline keyboard button URL '${button.url}' is invalid: Wrong HTTP URL`);
  }
  if (
    'copy_text' in button &&
    (button.copy_text.text === '' || button.copy_text.text.length > LONGEST_COPY_TEXT)
  ) {
    throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
  if ('switch_inline_query_chosen_chat' in button) checkChosenChat(button.switch_inline_query_chosen_chat);
}

/** TDLib, TargetDialogTypes: a choice among no kinds of chats is none. */
function checkChosenChat(chosen: SwitchInlineQueryChosenChat): void {
  const { allow_user_chats, allow_bot_chats, allow_group_chats, allow_channel_chats } = chosen;
  if (!allow_user_chats && !allow_bot_chats && !allow_group_chats && !allow_channel_chats) {
    throw badRequest('at least one chat type must be allowed');
  }
  if ((chosen.query ?? '').length > LONGEST_INLINE_QUERY) throw badRequest('BUTTON_DATA_INVALID');
}

function checkData(data: string): void {
  if (data === '') {
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  }
  if (Buffer.byteLength(data) > MOST_CALLBACK_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
}
