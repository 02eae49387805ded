import type { InlineKeyboardButton } from 'grammy/types';
import type { Answerer } from '../../answering/answer.js';
import type { Question } from '../../answering/question.js';
import { decodeOffer, encodeOffer, markOf } from '../rendering/offer-data.js';
import type { Locale } from '../wording/locale.js';
import { shorten } from '../wording/shorten.js';
import type { FurtherRows } from './keyboard.js';

/** How many questions of an article are offered. */
export const MOST_OFFERED = 3;
/** Longest text of a button in UTF-16 units; a phone shows less. */
const BUTTON_UNITS = 60;

type Rows = InlineKeyboardButton[][];

/**
 * What is offered beneath a message: more of an article that answers, and what may have been meant where nothing does.
 * @param answerer what may have been meant is asked of it
 */
export function offerRows(answerer: Answerer): FurtherRows {
  return (beneath, locale) => {
    if (beneath.kind === 'clipping' && beneath.answer.status === 'answered')
      return moreRows(beneath.clipping.citation.id, locale);
    return meantRows(beneath.question, answerer, locale);
  };
}

/** The button under an answer that offers more of its article. What it offers is found when it is pressed, so no answer waits for it. */
function moreRows(passage: string, { suggesting }: Locale): Rows {
  return [[{ text: suggesting.more, callback_data: encodeOffer({ offer: 'more', passage }) }]];
}

/** The questions that it offers, one a row. */
export function questionRows(passage: string, questions: readonly string[]): Rows {
  return questions.map((question) => [
    {
      text: shorten(question, BUTTON_UNITS),
      callback_data: encodeOffer({ offer: 'ask', passage, question: markOf(question) }),
    },
  ]);
}

/** What may have been meant by a question that was not answered, one a row; none where nothing is near. */
async function meantRows(question: Question, answerer: Answerer, { suggesting }: Locale): Promise<Rows> {
  const meant = await answerer.meant(question);
  return meant.map((one) => [
    {
      text: suggesting.meant(shorten(one, BUTTON_UNITS)),
      callback_data: encodeOffer({ offer: 'meant', question: markOf(one) }),
    },
  ]);
}

/** The keyboard with other rows in the place of the button that offers more of an article. */
export function opened(keyboard: readonly (readonly InlineKeyboardButton[])[], rows: Rows): Rows {
  return keyboard.flatMap((row) => (row.some(offersMore) ? rows : [[...row]]));
}

function offersMore(button: InlineKeyboardButton): boolean {
  return 'callback_data' in button && decodeOffer(button.callback_data)?.offer === 'more';
}
