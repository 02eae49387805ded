import type { Passage } from '../../corpus/article.js';
import { headingsAt, leadAt } from '../../corpus/surroundings.js';
import { fold } from '../../language/fold.js';
import type { Range } from '../../language/range.js';
import type { RankedPassage } from '../ranking/rank.js';
import { blockWith } from '../retrieving/labelled.js';
import type { QueryTerm } from '../retrieving/query-terms.js';
import type { Retrieved } from '../retrieving/retrieve.js';
import type { WindowText } from './encode.js';
import { barredRows } from './table-rows.js';
import { type Window, windowsOfPassage } from './windows.js';

/** A window that may be read for a question. */
export interface ChosenWindow {
  readonly passage: Passage;
  /** The passage's place in the ranking before reading, from 0. */
  readonly place: number;
  /** How far the passage's score lies below the best one's; 0 or less. */
  readonly gap: number;
  /** What it was chosen by, before anything is read: in log-odds, roughly; comparable within one question only. */
  readonly promise: number;
  /** In UTF-16 units of the passage's text. */
  readonly window: Window;
  /** Share (0 to 1) of the weight of the question's terms that stand in the window, as written or by sound. */
  readonly held: number;
  /** The same for the window and its title together. */
  readonly heldOrTitled: number;
  /** What is read. */
  readonly text: WindowText;
}

/** How many passages' windows are considered: 95 of 100 right passages of everyday questions are among the first eight. */
const PASSAGES = 8;
/**
 * What of a window counts besides its passage's score. Of 1,500 everyday questions, 85 of 100 have the right window among
 * the first three so chosen, 90 among the first five (by the terms held alone: 74 and 81).
 */
const [HELD, TITLED] = [4, 1];
/**
 * What each window of a passage falls behind for every better one of the same passage: places are few, and what a passage's best
 * window does not say, its next rarely does. On the worlds for calibration (805 questions) with 0.5 the right passage comes first
 * for 86.3 of 100, with 0 for 85.9, with 2 for 85.8.
 */
const SAME_PASSAGE = 0.5;

/**
 * The windows that are most worth reading, the best first.
 * @param ranked passages, best first
 * @param most how many windows at most
 */
export function chooseWindows(
  retrieved: Retrieved,
  ranked: readonly RankedPassage[],
  most: number,
): ChosenWindow[] {
  const best = ranked[0]?.score ?? 0;
  const all = ranked
    .slice(0, PASSAGES)
    .flatMap((one, place) => weighed(retrieved, one, place, one.score - best));
  return all
    .sort((a, b) => b.promise - a.promise)
    .slice(0, most)
    .map((chosen) => ({ ...chosen, text: textOf(chosen) }));
}

/** How far windows fall behind that are not the one with the labelled part, which the question names; as `gap`. */
const BESIDE_LABEL = 2;

function covers({ start, end }: Range, at: number): boolean {
  return start <= at && at < end;
}

type Weighed = Omit<ChosenWindow, 'text'>;

function weighed(
  { queryTerms, views, labelled }: Retrieved,
  { candidate: { passage } }: RankedPassage,
  place: number,
  gap: number,
): Weighed[] {
  const { terms, inTitle } = views.of(passage);
  const total = sum(queryTerms, () => true) || 1;
  const block = labelled && blockWith(passage, labelled.label);
  const windows = windowsOfPassage(passage).map((window) => {
    const here = (_: unknown, term: number): boolean =>
      (terms.places[term] as readonly Range[]).some(
        ({ start, end }) => start >= window.start && end <= window.end,
      );
    const labelledHere = block && covers(window, block.start - passage.start);
    const behind = gap - (block && !labelledHere ? BESIDE_LABEL : 0);
    const held = sum(queryTerms, here) / total;
    const heldOrTitled = sum(queryTerms, (one, term) => inTitle[term] || here(one, term)) / total;
    const promise = behind + HELD * held + TITLED * heldOrTitled;
    return { passage, place, gap: behind, promise, window, held, heldOrTitled };
  });
  return windows
    .sort((a, b) => b.promise - a.promise)
    .map((one, better) => ({ ...one, promise: one.promise - SAME_PASSAGE * better }));
}

function sum(
  terms: readonly QueryTerm[],
  counts: (term: QueryTerm, index: number) => boolean | undefined,
): number {
  return terms.reduce((total, term, index) => total + (counts(term, index) ? term.weight : 0), 0);
}

/** Headings that are read in front of a window: the innermost two tell most, and there is little room. */
const HEADINGS = 2;

/**
 * What is read of a window: folded, with what it is not understood without in front, as the reader learned it: the title, the
 * headings above it, a table's header, the line that introduces a list, the question of an answer.
 */
function textOf({ passage: { article, text, start }, window }: Weighed): WindowText {
  const at = start + window.start;
  const lead = leadAt(article, at);
  const context = [
    article.title,
    ...headingsAt(article, at).slice(-HEADINGS),
    window.header,
    lead === undefined || lead.end > at ? '' : article.text.slice(lead.start, lead.end),
  ];
  return {
    context: fold(context.filter((part) => part !== '').join('：')),
    text: fold(
      window.isRows
        ? barredRows(article, { start: at, end: start + window.end }).text
        : text.slice(window.start, window.end),
    ),
  };
}
