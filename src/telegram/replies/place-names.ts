import type { Clipping } from '../../answering/answer.js';
import { citedDate, oneLine, title } from '../wording/cited-facts.js';
import type { Locale } from '../wording/locale.js';
import { shorten } from '../wording/shorten.js';

/** What a button of a phone's width shows, in UTF-16 units of mostly Chinese: the title, and the words of an excerpt. */
const TITLE_UNITS = 16;
const EXCERPT_UNITS = 20;
const DATE_UNITS = 16;

/**
 * What the button to each of some clippings is called: title and date; where another has the same, the words that it quotes, as
 * the title would not tell them apart.
 */
export function placeNames(clippings: readonly Clipping[], locale: Locale): string[] {
  const names = clippings.map(({ citation }) => {
    const date = citedDate(citation, locale);
    const name = title(citation.title, TITLE_UNITS);
    return date === undefined ? name : `${name} ${shorten(oneLine(date), DATE_UNITS)}`;
  });
  return names.map((name, i) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : (words(clippings[i]) ?? name),
  );
}

/** What an excerpt says, from the answer on where one is marked. */
function words(clipping: Clipping | undefined): string | undefined {
  if (!clipping) return undefined;
  const { excerpt, answer, highlights } = clipping;
  const text = oneLine(excerpt.slice(answer?.start ?? highlights[0]?.start ?? 0).replace(/^…+/, ''));
  return text === '' ? undefined : shorten(text, EXCERPT_UNITS);
}
