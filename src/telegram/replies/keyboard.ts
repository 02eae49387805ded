import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Answer, Clipping, Refused } from '../../answering/answer.js';
import type { Question } from '../../answering/question.js';
import { cleanText } from '../rendering/clean.js';
import type { Locale } from '../wording/locale.js';

export type Button = InlineKeyboardButton;
export type Row = readonly Button[];

/** What a keyboard stands beneath, for those who add rows to it. */
export type Beneath =
  | {
      readonly kind: 'clipping';
      readonly question: Question;
      readonly answer: Answer;
      readonly clipping: Clipping;
    }
  | { readonly kind: 'refusal'; readonly question: Question; readonly answer: Refused };

/** Rows that a feature adds at the end of a keyboard; it is asked anew whenever the message changes. */
export type FurtherRows = (beneath: Beneath, locale: Locale) => readonly Row[] | Promise<readonly Row[]>;

/** The groups of buttons beneath a message; each is absent where it has no buttons. */
export interface KeyboardGroups {
  /** Leads back to where the reader came from. */
  readonly back?: Row;
  /** Turns to the clipping, or the page, before and after. */
  readonly pager?: Row;
  /** Other places, each with so long a name that it has a row of its own. */
  readonly places?: Row;
  /** Settles how the places are listed. */
  readonly listing?: Row;
  /** The limits of the question, each to be taken away with a tap. */
  readonly chips?: Row;
  /** Reads on, or passes on. */
  readonly onward?: Row;
  /** What other features add. */
  readonly further?: readonly Row[];
}

/** More buttons in a row than this have labels too short to read on a phone. */
const MOST_IN_ROW = 3;
/** So many buttons Telegram takes for one message, as users report; what other features add goes first. */
const MOST_BUTTONS = 100;

/** The one order in which buttons stand beneath a message, three in a row at most; `undefined` where there are none. */
export function keyboardOf(groups: KeyboardGroups): InlineKeyboardMarkup | undefined {
  const { back = [], pager = [], places = [], listing = [], chips = [], onward = [], further = [] } = groups;
  const rows = [
    ...[pager, ...places.map((button) => [button]), listing, chips, onward, ...further].flatMap(broken),
    ...broken(back),
  ];
  let count = 0;
  const kept = rows.filter((row) => {
    count += row.length;
    return count <= MOST_BUTTONS;
  });
  return kept.length > 0 ? { inline_keyboard: kept } : undefined;
}

/** A row, or as many as it takes, about equally long. */
function broken(row: Row): Button[][] {
  if (row.length === 0) return [];
  const size = Math.ceil(row.length / Math.ceil(row.length / MOST_IN_ROW));
  return Array.from({ length: Math.ceil(row.length / size) }, (_, i) =>
    row.slice(i * size, (i + 1) * size).map(labelled),
  );
}

/** A button whose label the server takes: titles and limits may hold what it removes, or nothing else. */
function labelled(button: Button): Button {
  return { ...button, text: cleanText(button.text).trim() || '…' };
}
