import type { Passage } from '../../corpus/article.js';
import type { Range } from '../../language/range.js';
import type { RankedPassage } from '../ranking/rank.js';
import { namesOtherNumber } from '../retrieving/identifying-numbers.js';
import type { Retrieved } from '../retrieving/retrieve.js';
import { askedAsWritten } from './asked-as-written.js';
import { type ChosenWindow, chooseWindows } from './choose-windows.js';
import { ReadingError } from './model.js';
import type { Reader, Reading, ReadOptions } from './reading.js';
import { withoutAdded } from './table-rows.js';

/** A window with what was read in it. */
export interface ReadWindow extends ChosenWindow {
  readonly reading: Reading;
  /** What it is ranked by among the windows of its question: in log-odds, roughly. */
  readonly worth: number;
}

/** Why nothing was read. */
export type Unread = 'off' | 'busy' | 'failed';

export type WindowsRead =
  /** The best first; none where no passage was found. */
  | { readonly kind: 'read'; readonly windows: readonly ReadWindow[] }
  | { readonly kind: 'unread'; readonly why: Unread };

/**
 * How many windows are read, where none of them ends the reading. On the worlds for calibration (1,985 questions, 80 worlds in one
 * index) the right article comes first for 86 of 100 with three, 88 with four and no more with five to eight.
 */
const USUAL_WINDOWS = 4;
/**
 * How many are read at most: so many where the usual ones all say that they do not answer, the best of them of a worth below
 * `HOPELESS`. The right passage comes first for 86.7 of 100 then, for 86.3 without (805 questions of the worlds for calibration,
 * 2.15 and 2.04 windows each); with six no more.
 */
export const MOST_WINDOWS = 5;
const HOPELESS = -2;
/** A lead of a stretch over none beyond this says no more. */
const FARTHEST_LEAD = 8;
/** What a point of lead, and a point of the ranking before reading, count beside a point of the logit (conditional logit). */
const [LEAD, GAP] = [0.3, 0.7];
/**
 * How far a window falls behind, in log-odds, whose article speaks of other numbers than the question names (the 15 of iPhone
 * 15, 27路): more than the reader's answers to likely windows lie apart. Such an article is possible at best.
 */
const OTHER = 6;
/**
 * Reading ends when the best window so far is worth `SURE`, or less by as much as the next promises less than the first, but never
 * below `SURE_AT_LEAST`. On the worlds for calibration (805 questions, 295 near misses) 2.1 windows are read of a question that
 * has an answer, and as many right passages come first as with 2.4 where `SURE` stands alone; 43 of 100 come to a fourth window, not 57.
 */
const [SURE, SURE_AT_LEAST] = [3, 1];

/** Whether those read so far, the best of this worth, are enough. */
function isEnough(best: number, read: number, chosen: readonly ChosenWindow[]): boolean {
  const [first, next] = [chosen[0], chosen[read]];
  if (!first || !next) return true;
  if (best >= Math.max(SURE_AT_LEAST, SURE + next.promise - first.promise)) return true;
  return read >= USUAL_WINDOWS && best >= HOPELESS;
}

/**
 * Reads the windows of the first passages.
 * @param reader absent where it is turned off or could not be opened
 * @param ranked passages, best first
 * @param options whether only where nobody else waits to have something read, and how long it may wait
 */
export async function readWindows(
  reader: Reader | undefined,
  retrieved: Retrieved,
  ranked: readonly RankedPassage[],
  { spare = false, patience }: Pick<ReadOptions, 'spare' | 'patience'> = {},
): Promise<WindowsRead> {
  if (!reader) return { kind: 'unread', why: 'off' };
  const chosen = chooseWindows(retrieved, ranked, MOST_WINDOWS);
  if (chosen.length === 0) return { kind: 'read', windows: [] };
  const others = chosen.map((window) => namesOtherNumber(retrieved.numbers, window));
  const worth = (reading: Reading, place: number): number =>
    reading.answers +
    LEAD * Math.max(-FARTHEST_LEAD, Math.min(FARTHEST_LEAD, reading.lead)) +
    GAP * (chosen[place] as ChosenWindow).gap -
    (others[place] ? OTHER : 0);
  try {
    const outcome = await reader.read(
      askedAsWritten(retrieved, ranked),
      chosen.map(({ text }) => text),
      {
        spare,
        ...(patience && { patience }),
        enough: (soFar) => isEnough(Math.max(...soFar.map(worth)), soFar.length, chosen),
      },
    );
    if (outcome.kind === 'busy') return { kind: 'unread', why: 'busy' };
    const windows = outcome.readings.map((reading, place) => ({
      ...(chosen[place] as ChosenWindow),
      reading,
      worth: worth(reading, place),
    }));
    return { kind: 'read', windows: windows.sort((a, b) => b.worth - a.worth) };
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    return { kind: 'unread', why: 'failed' };
  }
}

/** The passages in their order after reading: those that were read by their best window, then the others as they were. */
export function inReadOrder(
  ranked: readonly RankedPassage[],
  windows: readonly ReadWindow[],
): readonly RankedPassage[] {
  const places = [...new Set(windows.map(({ place }) => place))];
  return [
    ...places.map((place) => ranked[place] as RankedPassage),
    ...ranked.filter((_, place) => !places.includes(place)),
  ];
}

/** The best window of a passage. */
export function bestWindowOf(windows: readonly ReadWindow[], passage: Passage): ReadWindow | undefined {
  return windows.find((window) => window.passage === passage);
}

/** Where a window's stretch stands in its passage, UTF-16 units. */
export function stretchInPassage({
  passage: { article, start },
  window,
  reading: { stretch },
}: Pick<ReadWindow, 'passage' | 'window' | 'reading'>): Range | undefined {
  if (!stretch) return undefined;
  const at = start + window.start;
  const own = withoutAdded(article, { start: at + stretch.start, end: at + stretch.end });
  return { start: own.start - start, end: own.end - start };
}
