import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Answer } from '../../answering/answer.js';
import type { Question } from '../../answering/question.js';
import { type CallbackData, encodeCallbackData } from '../rendering/callback-data.js';
import { type Sendable, seal } from '../rendering/sendable.js';
import { openingLines } from '../threads/opening-lines.js';
import type { Locale } from '../wording/locale.js';
import { named } from '../wording/named.js';
import { refusalOf } from '../wording/refusal.js';
import { smallTalk } from '../wording/small-talk.js';
import { type ClippingOptions, checkedAnswer, type SendableClipping } from './checked-answer.js';
import { contextMessage } from './context-message.js';
import { meantRows, moreRows } from './offer-rows.js';
import type { Services } from './services.js';

/** How many clippings an answer can be paged through, each with what its article lacks. */
const PAGED: ClippingOptions = { top: 5, notes: true };

/** A message with the buttons beneath it. */
export interface Reply {
  readonly message: Sendable;
  readonly keyboard?: InlineKeyboardMarkup;
}

/** A message without quotation or buttons. */
export function plainReply(text: string): Reply {
  return { message: seal({ text, entities: [] }) };
}

/** What to say to a question: the best clipping, or a refusal, or a friendly word. */
export async function replyTo(question: Question, services: Services, locale: Locale): Promise<Reply> {
  const { answer, clippings } = await checkedAnswer(question, PAGED, services, locale);
  if (answer.status !== 'refused') {
    const shown = showing(0, answer, clippings, locale) ?? plainReply(locale.refusal([]));
    return answer.status === 'possible'
      ? withRows(shown, await meantRows(question, services, locale))
      : shown;
  }
  if (answer.reason === 'greeting') return plainReply(smallTalk(question.text, locale));
  if (answer.reason === 'empty') return plainReply(locale.empty);
  const meant = await meantRows(question, services, locale);
  const refusal = plainReply(
    [
      ...openingLines(question, answer, locale),
      refusalOf(question.text, named(answer.missing), services.answerer, locale),
    ].join('\n'),
  );
  const [nearest] = clippings;
  const rows = [
    ...meant,
    ...(nearest ? [[button(locale.buttons.nearest(clippings.length), 'clipping', nearest)]] : []),
  ];
  return rows.length > 0 ? { ...refusal, keyboard: { inline_keyboard: rows } } : refusal;
}

/** A reply with further rows of buttons below its own. */
function withRows(reply: Reply, rows: InlineKeyboardButton[][]): Reply {
  if (rows.length === 0) return reply;
  return { ...reply, keyboard: { inline_keyboard: [...(reply.keyboard?.inline_keyboard ?? []), ...rows] } };
}

/** The clipping of this passage among those for the question, or `undefined` when it is no longer one of them. */
export async function clippingReply(
  question: Question,
  id: string,
  services: Services,
  locale: Locale,
): Promise<Reply | undefined> {
  const { answer, clippings } = await checkedAnswer(question, PAGED, services, locale);
  return showing(indexOf(id, clippings), answer, clippings, locale);
}

/** The text around a clipping, with a way back to it; `undefined` when the passage is no longer held. */
export async function contextReply(
  question: Question,
  id: string,
  services: Services,
  locale: Locale,
): Promise<Reply | undefined> {
  const { answer, clippings } = await checkedAnswer(question, PAGED, services, locale);
  const shown = clippings[indexOf(id, clippings)];
  const above = openingLines(question, answer, locale);
  const message = await contextMessage(id, shown?.clipping, services, locale, above);
  if (!message || !shown) return message && { message };
  return { message, keyboard: { inline_keyboard: [[button(locale.buttons.back, 'clipping', shown)]] } };
}

/** The clipping at a place among others, with the buttons that lead to them and to its context. */
function showing(
  index: number,
  { status }: Answer,
  clippings: readonly SendableClipping[],
  locale: Locale,
): Reply | undefined {
  const shown = clippings[index];
  if (!shown) return undefined;
  const rows: InlineKeyboardButton[][] = [[button(locale.buttons.context, 'context', shown)]];
  if (clippings.length > 1) rows.unshift(pager(index, clippings));
  if (status === 'answered') rows.push(...moreRows(shown.clipping.citation.id, locale));
  return { message: shown.message, keyboard: { inline_keyboard: rows } };
}

/** `‹ 2/3 ›`; past either end it goes on at the other, so that the buttons keep their places under the thumb. */
function pager(index: number, clippings: readonly SendableClipping[]) {
  const count = clippings.length;
  const at = (place: number): SendableClipping => clippings[(place + count) % count] as SendableClipping;
  return [
    button('‹', 'clipping', at(index - 1)),
    button(`${index + 1}/${count}`, 'clipping', at(index)),
    button('›', 'clipping', at(index + 1)),
  ];
}

function button(text: string, show: CallbackData['show'], { clipping }: SendableClipping) {
  return { text, callback_data: encodeCallbackData({ show, id: clipping.citation.id }) };
}

function indexOf(id: string, clippings: readonly SendableClipping[]): number {
  return clippings.findIndex(({ clipping }) => clipping.citation.id === id);
}
