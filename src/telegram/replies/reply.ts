import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Answer, Refused } from '../../answering/answer.js';
import type { Question } from '../../answering/question.js';
import { FIRST_VIEW, type View } from '../rendering/callback-data.js';
import { type Sendable, seal } from '../rendering/sendable.js';
import { openingLines } from '../threads/opening-lines.js';
import { wordsNowhere } from '../wording/label.js';
import type { Locale } from '../wording/locale.js';
import { named } from '../wording/named.js';
import { refusalOf } from '../wording/refusal.js';
import { smallTalk } from '../wording/small-talk.js';
import { chips } from './buttons.js';
import { type CheckedAnswer, paged } from './checked-answer.js';
import { clippingKeyboard, placeButtons, rowsOfOthers } from './clipping-keyboard.js';
import { keyboardOf } from './keyboard.js';
import type { Services } from './services.js';

/** A message with the buttons beneath it. */
export interface Reply {
  readonly message: Sendable;
  readonly keyboard?: InlineKeyboardMarkup;
  /** What became of the question; absent where none was answered. */
  readonly outcome?: Answer['status'];
  /** Whether the bot asks something back, so that the next message is to be a reply to this one. */
  readonly asksBack?: boolean;
}

/** A message that asks for a question. */
export function askingBack(text: string): Reply {
  return { ...plainReply(text), asksBack: true };
}

/** A message without quotation or buttons. */
export function plainReply(text: string): Reply {
  return { message: seal({ text, entities: [] }) };
}

/**
 * What to say to a question: the best clipping, or a refusal with the nearest passages a tap away, or a friendly word.
 * @param view how the reader wants it shown
 */
export async function replyTo(
  question: Question,
  services: Services,
  locale: Locale,
  view: View = FIRST_VIEW,
): Promise<Reply> {
  const checked = await paged(question, view, services, locale);
  const { answer } = checked;
  if (answer.status !== 'refused') {
    const first = { question, view, open: false, index: 0 };
    return (
      (await showing(checked, first, services, locale)) ?? {
        ...plainReply(locale.refusal([])),
        outcome: 'refused',
      }
    );
  }
  if (answer.reason === 'greeting') return plainReply(smallTalk(question.text, locale));
  if (answer.reason === 'empty') return plainReply(locale.empty);
  return refusalReply({ ...checked, answer }, { question, view }, services, locale);
}

/** The clipping of this passage among those for the question, or `undefined` when it is no longer one of them. */
export async function clippingReply(
  {
    question,
    id,
    view,
    open,
  }: { readonly question: Question; readonly id: string; readonly view: View; readonly open: boolean },
  services: Services,
  locale: Locale,
): Promise<Reply | undefined> {
  const checked = await paged(question, view, services, locale);
  const index = checked.clippings.findIndex(({ clipping }) => clipping.citation.id === id);
  return showing(checked, { question, view, open, index }, services, locale);
}

/** Which clipping is shown, and whether the others are listed beneath it. */
interface Shown {
  readonly question: Question;
  readonly view: View;
  readonly index: number;
  readonly open: boolean;
}

async function showing(
  { answer, clippings }: CheckedAnswer,
  shown: Shown,
  services: Services,
  locale: Locale,
): Promise<Reply | undefined> {
  const one = clippings[shown.index];
  if (!one) return undefined;
  const { clipping, message } = one;
  const beneath = { kind: 'clipping', question: shown.question, answer, clipping } as const;
  const groups = clippingKeyboard(
    { ...shown, answer, clippings: clippings.map((each) => each.clipping) },
    services,
    locale,
  );
  const further = shown.open ? [] : await rowsOfOthers(beneath, services, locale);
  const keyboard = keyboardOf({ ...groups, further });
  return { message, ...(keyboard && { keyboard }), outcome: answer.status };
}

/** Which words the collection does not have, and what it has that is nearest. */
async function refusalReply(
  { answer, clippings }: CheckedAnswer & { readonly answer: Refused },
  { question, view }: Pick<Shown, 'question' | 'view'>,
  services: Services,
  locale: Locale,
): Promise<Reply> {
  const nowhere = wordsNowhere(answer);
  const refusal = nowhere
    ? locale.reading.nowhere(nowhere)
    : refusalOf(question.text, named(answer.missing), services.answerer, locale);
  const nearest = clippings.map(({ clipping }) => clipping);
  // Where no button leads to them, there is nothing to announce.
  const leads = nearest.length > 0 && !services.back;
  const told = [...openingLines(question, answer, locale), refusal].join('\n');
  const text = leads ? `${told}\n\n${locale.reading.closest}` : told;
  const further = await rowsOfOthers({ kind: 'refusal', question, answer }, services, locale);
  const keyboard = keyboardOf({
    places: placeButtons(nearest, view, locale),
    chips: chips(answer, view),
    further,
  });
  return { ...plainReply(text), ...(keyboard && { keyboard }), outcome: 'refused' };
}
