import type { InlineQueryResult, InlineQueryResultsButton } from '@grammyjs/types';
import { badRequest } from '../api-error.js';
import { formatText } from '../text/format-text.js';
import { checkKeyboard } from './keyboard.js';
import { LONGEST_MESSAGE, MOST_INLINE_ID_BYTES, MOST_INLINE_RESULTS, START_PARAMETER } from './limits.js';

/** Checks results by themselves and together; errors in Telegram's words (messages.setInlineBotResults). */
export function checkResults(results: readonly InlineQueryResult[]): void {
  if (results.length > MOST_INLINE_RESULTS) throw badRequest('too many inline query results specified');
  results.forEach(checkResult);
  if (new Set(results.map(({ id }) => id)).size < results.length) throw badRequest('RESULT_ID_DUPLICATE');
}

/** Checks one result, with the message that it would send. */
export function checkResult(result: InlineQueryResult): void {
  if (result.id === '') throw badRequest('RESULT_ID_EMPTY');
  if (Buffer.byteLength(result.id) > MOST_INLINE_ID_BYTES) throw badRequest('RESULT_ID_INVALID');
  if (result.type === 'article' && result.title.trim() === '') throw badRequest('ARTICLE_TITLE_EMPTY');
  checkKeyboard(result.reply_markup);
  const content = 'input_message_content' in result ? result.input_message_content : undefined;
  if (!content || !('message_text' in content)) return;
  if (content.message_text === '') throw badRequest("can't parse inline query result: Message text is empty");
  const { message_text: text, entities, parse_mode } = content;
  formatText({ text, entities, parse_mode }, LONGEST_MESSAGE, 'MESSAGE_TOO_LONG');
}

/** Checks the offset that a client sends back to get more results. */
export function checkNextOffset(offset: string): void {
  if (Buffer.byteLength(offset) > MOST_INLINE_ID_BYTES) throw badRequest('NEXT_OFFSET_INVALID');
}

/** Checks the button above the results. */
export function checkResultsButton(button: InlineQueryResultsButton): void {
  if (button.text.trim() === '') throw badRequest('SWITCH_PM_TEXT_EMPTY');
  if ((button.start_parameter === undefined) === (button.web_app === undefined)) {
    throw badRequest(
      "can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field",
    );
  }
  if (button.start_parameter === '') throw badRequest('START_PARAM_EMPTY');
  if (button.start_parameter !== undefined && !START_PARAMETER.test(button.start_parameter)) {
    throw badRequest('START_PARAM_INVALID');
  }
}
