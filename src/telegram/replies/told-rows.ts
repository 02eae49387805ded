import type { InlineKeyboardButton } from 'grammy/types';
import { encodeToldData, type ToldData } from '../rendering/told-data.js';
import type { Locale } from '../wording/locale.js';
import type { FurtherRows } from './keyboard.js';

/** What is told beneath a message: `FurtherRows`. The nearest passages were not offered as an answer, so nobody judges them. */
export const toldRows: FurtherRows = (beneath, locale) =>
  beneath.answer.status === 'refused' || beneath.kind === 'refusal'
    ? wishRows(locale)
    : judgementRows(beneath.clipping.citation.id, locale);

/** Under a refusal: to be told when there is an answer. */
export function wishRows({ told }: Locale): InlineKeyboardButton[][] {
  return [[button(told.wish, { wish: 'begin' })]];
}

/**
 * Under an answer: what one thinks of it.
 * @param passage the passage that is shown
 */
export function judgementRows(passage: string, { told: { judge } }: Locale): InlineKeyboardButton[][] {
  return [
    [
      button(judge.useful, { judge: 'useful', id: passage }),
      button(judge.wrong, { judge: 'wrong', id: passage }),
      button(judge.typo, { judge: 'typo', id: passage }),
    ],
  ];
}

/** A button that asks for this. */
export function button(text: string, data: ToldData): InlineKeyboardButton.CallbackButton {
  return { text, callback_data: encodeToldData(data) };
}
