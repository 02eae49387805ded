import type { Answer, Clipping } from '../../answering/answer.js';
import type { Locale } from './locale.js';
import { named } from './named.js';

/**
 * What stands above a clipping, a line each; nothing where it simply answers.
 * @param notes whether it tells of the question: which of its limits left nothing, which of its words the article lacks
 */
export function labelOf(answer: Answer, clipping: Clipping, notes: boolean, locale: Locale): string[] {
  return [
    ...(notes ? howFound(answer, locale) : []),
    ...howSure(answer.status, notes ? named(clipping.unmentioned) : [], locale),
  ];
}

/** Lines on how an answer was found: word for word, or without limits that left nothing. */
export function howFound(
  { status, filters = [], places = 0, morePlaces = false }: Answer,
  { reading }: Locale,
): string[] {
  if (status === 'refused') return [];
  const phrase = filters.find(({ kind }) => kind === 'phrase');
  if (phrase && places > 0) return [reading.exactly(named([phrase.value]).join(), places, morePlaces)];
  const left = filters.filter(({ leftNothing }) => leftNothing);
  return left.length > 0 ? [reading.leftNothing(left)] : [];
}

function howSure(status: Answer['status'], unmentioned: readonly string[], locale: Locale): string[] {
  switch (status) {
    case 'refused':
      return [locale.nearest];
    case 'possible':
      return [locale.possible(unmentioned)];
    case 'answered':
      return unmentioned.length > 0 ? [locale.unmentioned(unmentioned)] : [];
  }
}

/** The exact words that were asked for and stand nowhere, shortened; `undefined` where it is not so. */
export function wordsNowhere({ filters = [], places }: Answer): string | undefined {
  const phrase = places === 0 ? filters.find(({ kind }) => kind === 'phrase') : undefined;
  return phrase && named([phrase.value]).join();
}
