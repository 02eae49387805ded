import type { Answer, Clipping } from '../../answering/answer.js';
import type { Question } from '../../answering/question.js';
import type { View } from '../rendering/callback-data.js';
import { channelPost } from '../rendering/channel-post.js';
import { title } from '../wording/cited-facts.js';
import type { Locale } from '../wording/locale.js';
import { asking, chips, passingOn } from './buttons.js';
import type { Beneath, KeyboardGroups, Row } from './keyboard.js';
import { placeNames } from './place-names.js';
import type { Services } from './services.js';

/** Of passages that do not answer for sure, so many are offered. */
const MOST_NEAREST = 3;
/** Longest title of a newer article on its button, in UTF-16 units. */
const NEWER_UNITS = 18;

/** A clipping among others, in the order in which they are shown. */
export interface ShownClipping {
  readonly question: Question;
  readonly view: View;
  readonly answer: Answer;
  readonly clippings: readonly Clipping[];
  readonly index: number;
  /** Whether the others are listed by name. */
  readonly open: boolean;
}

/** The buttons beneath a clipping. */
export function clippingKeyboard(shown: ShownClipping, services: Services, locale: Locale): KeyboardGroups {
  const { question, view, answer, clippings, index, open } = shown;
  const clipping = clippings[index] as Clipping;
  const { id } = clipping.citation;
  const { buttons } = locale.reading;
  const article = asking(buttons.article, { show: 'article', id, view });
  const post = channelPost(clipping.citation.url)
    ? [asking(buttons.quotePost, { show: 'post', id, view })]
    : [];
  // A single other place is named at once: turning pages to it would tell less.
  const listed = open || answer.status !== 'answered' || clippings.length === 2;
  return {
    pager: listed ? [] : pager(shown, locale),
    places: [...(listed ? otherPlaces(shown, locale) : []), ...newer(clipping, view, locale)],
    listing: open ? listing(shown, locale) : [],
    chips: open ? [] : chips(answer, view),
    onward: open ? [] : [article, ...post, ...passingOn(clipping.citation, question.text, services, locale)],
  };
}

/** A row for each passage, named by title and date. */
export function placeButtons(clippings: readonly Clipping[], view: View, locale: Locale): Row {
  const names = placeNames(clippings, locale);
  return clippings
    .map(({ citation }, i) => asking(names[i] as string, { show: 'clipping', id: citation.id, view }))
    .slice(0, MOST_NEAREST);
}

/** What other features add beneath a message. */
export async function rowsOfOthers(
  beneath: Beneath,
  { furtherRows = [] }: Services,
  locale: Locale,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const further of furtherRows) rows.push(...(await further(beneath, locale)));
  return rows;
}

/**
 * `‹ 另有 4 处 ›`, then `‹ 2/5 ›`; past either end it goes on at the other, so that the buttons keep their places under the thumb.
 * The middle lists the places by name.
 */
function pager({ answer, clippings, index, view }: ShownClipping, { reading }: Locale): Row {
  const count = clippings.length;
  if (count < 2) return [];
  const at = (place: number) => (clippings[(place + count) % count] as Clipping).citation.id;
  // Of words that stand in more places than are shown, the count of all stands above.
  const counted = index === 0 && (answer.places ?? 0) <= count;
  const middle = counted ? reading.buttons.others(count - 1) : `${index + 1}/${count}`;
  return [
    asking('‹', { show: 'clipping', id: at(index - 1), view }),
    asking(middle, { show: 'list', id: at(index), view }),
    asking('›', { show: 'clipping', id: at(index + 1), view }),
  ];
}

function otherPlaces({ clippings, index, view }: ShownClipping, locale: Locale): Row {
  const names = placeNames(clippings, locale);
  return clippings.flatMap(({ citation }, i) =>
    i === index ? [] : asking(names[i] as string, { show: 'clipping', id: citation.id, view }),
  );
}

/** How the list is ordered, where there are dates to order it by, and a way to fold it. */
function listing({ clippings, index, view }: ShownClipping, { reading: { buttons } }: Locale): Row {
  const { id } = (clippings[index] as Clipping).citation;
  const dated = new Set(clippings.map(({ citation }) => citation.when)).size > 1;
  const turned: View = { ...view, newestFirst: !view.newestFirst };
  const order = asking(view.newestFirst ? buttons.bestFirst : buttons.newestFirst, {
    show: 'list',
    id,
    view: turned,
  });
  return [...(dated ? [order] : []), asking(buttons.fold, { show: 'clipping', id, view })];
}

function newer({ newer: other }: Clipping, view: View, { reading }: Locale): Row {
  if (!other) return [];
  const name = reading.buttons.newer(title(other.title, NEWER_UNITS));
  return [asking(name, { show: 'article', id: other.id, view })];
}
