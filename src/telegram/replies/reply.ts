import type { InlineKeyboardMarkup } from 'grammy/types';
import { encodePress } from '../rendering/callback-data.js';
import { type Sendable, seal } from '../rendering/sendable.js';
import { named } from '../wording/named.js';
import { refusalOf } from '../wording/refusal.js';
import { smallTalk } from '../wording/small-talk.js';
import { type CheckedAnswer, checkedAnswer, type Page, type Wanted } from './clippings.js';
import { contextMessage } from './context-message.js';
import type { Desk, Voice } from './services.js';

/** How many clippings an answer can be paged through, each with what its article lacks. */
const WANTED_TYPES: Wanted = { top: 5, notes: true };

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
export async function replyTo(question: string, desk: Desk, voice: Voice): Promise<Reply> {
  const { answer, pages } = await checkedAnswer(question, WANTED_TYPES, desk, voice);
  if (answer.status === 'answered') return pageAt(0, pages, voice) ?? plainReply(voice.words.refusal([]));
  if (answer.reason === 'greeting') return plainReply(smallTalk(question, voice.words));
  if (answer.reason === 'empty') return plainReply(voice.words.empty);
  const refusal = plainReply(refusalOf(question, named(answer.missing), desk.answerer, voice.words));
  const [nearest] = pages;
  if (!nearest) return refusal;
  return {
    ...refusal,
    keyboard: { inline_keyboard: [[button(voice.words.buttons.nearest(pages.length), 'page', nearest)]] },
  };
}

/** The clipping of this passage among those for the question, or `undefined` when it is no longer one of them. */
export async function pageReply(
  question: string,
  id: string,
  desk: Desk,
  voice: Voice,
): Promise<Reply | undefined> {
  const { pages } = await checkedAnswer(question, WANTED_TYPES, desk, voice);
  return pageAt(indexOf(id, pages), pages, voice);
}

/** The text around a clipping, with a way back to it; `undefined` when the passage is no longer held. */
export async function contextReply(
  question: string,
  id: string,
  desk: Desk,
  voice: Voice,
): Promise<Reply | undefined> {
  const { pages } = await checkedAnswer(question, WANTED_TYPES, desk, voice);
  const page = pages[indexOf(id, pages)];
  const message = await contextMessage(id, page?.clipping, desk, voice);
  if (!message || !page) return message && { message };
  return { message, keyboard: { inline_keyboard: [[button(voice.words.buttons.back, 'page', page)]] } };
}

function pageAt(index: number, pages: CheckedAnswer['pages'], { words }: Voice): Reply | undefined {
  const page = pages[index];
  if (!page) return undefined;
  const rows = [[button(words.buttons.context, 'context', page)]];
  if (pages.length > 1) rows.unshift(pager(index, pages));
  return { message: page.message, keyboard: { inline_keyboard: rows } };
}

/** `‹ 2/3 ›`; past either end it goes on at the other, so that the buttons keep their places under the thumb. */
function pager(index: number, pages: readonly Page[]) {
  const at = (place: number): Page => pages[(place + pages.length) % pages.length] as Page;
  return [
    button('‹', 'page', at(index - 1)),
    button(`${index + 1}/${pages.length}`, 'page', at(index)),
    button('›', 'page', at(index + 1)),
  ];
}

function button(text: string, show: 'page' | 'context', { clipping }: Page) {
  return { text, callback_data: encodePress({ show, id: clipping.citation.id }) };
}

function indexOf(id: string, pages: readonly Page[]): number {
  return pages.findIndex(({ clipping }) => clipping.citation.id === id);
}
