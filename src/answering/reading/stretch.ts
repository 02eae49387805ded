import type { Range } from '../../language/range.js';

/** Longest stretch in word pieces; the model is measured with it (`lab/reader/measure.py`). */
export const LONGEST = 40;

/** Where in a window the answer stands, if it stands there, and how sure that is. */
export interface BestStretch {
  /** In UTF-16 units of the window's text; `undefined` where the window has no piece to point at. */
  readonly stretch: Range | undefined;
  /** How far its sum of start and end logit lies above that of “no answer here”; −Infinity without a stretch. */
  readonly lead: number;
  /** Its probability (0 to 1) among all stretches that are allowed and “no answer here”; 0 without a stretch. */
  readonly share: number;
  /** How far its sum lies above that of the best stretch apart from it; Infinity where there is none. */
  readonly rival: number;
}

/**
 * The best stretch of one window: at most `LONGEST` pieces, start logit of its first and end logit of its last piece
 * together the highest. Of equals the first, and of those the shortest.
 * @param start logits of one input, as the model gives them; the first is that of “no answer here”
 * @param end as `start`
 * @param first where in them the window's text begins
 * @param places of the text's pieces, in UTF-16 units
 */
export function bestStretch(
  start: Float32Array,
  end: Float32Array,
  first: number,
  places: readonly Range[],
): BestStretch {
  const starts = start.subarray(first, first + places.length);
  const ends = end.subarray(first, first + places.length);
  const none = (start[0] as number) + (end[0] as number);
  const best = highest(starts, ends, 0, places.length);
  if (best === undefined)
    return { stretch: undefined, lead: Number.NEGATIVE_INFINITY, share: 0, rival: Infinity };
  const before = highest(starts, ends, 0, best.from)?.sum ?? Number.NEGATIVE_INFINITY;
  const after = highest(starts, ends, best.to + 1, places.length)?.sum ?? Number.NEGATIVE_INFINITY;
  return {
    stretch: { start: (places[best.from] as Range).start, end: (places[best.to] as Range).end },
    lead: best.sum - none,
    share: shareOf(best.sum, none, starts, ends),
    rival: best.sum - Math.max(before, after),
  };
}

/** The best stretch within the pieces from `low` up to, not including, `high`; `to` is its last piece. */
function highest(
  starts: Float32Array,
  ends: Float32Array,
  low: number,
  high: number,
): { from: number; to: number; sum: number } | undefined {
  let best: { from: number; to: number; sum: number } | undefined;
  let sum = Number.NEGATIVE_INFINITY;
  for (let from = low; from < high; from++) {
    const beyond = Math.min(high, from + LONGEST);
    for (let to = from; to < beyond; to++) {
      const here = (starts[from] as number) + (ends[to] as number);
      if (here <= sum) continue;
      sum = here;
      best = { from, to, sum };
    }
  }
  return best;
}

/** Softmax of the best sum among all that are allowed, reckoned from the highest so that nothing overflows. */
function shareOf(best: number, none: number, starts: Float32Array, ends: Float32Array): number {
  const top = Math.max(best, none);
  let total = Math.exp(none - top);
  for (let from = 0; from < starts.length; from++) {
    const beyond = Math.min(starts.length, from + LONGEST);
    for (let to = from; to < beyond; to++) {
      total += Math.exp((starts[from] as number) + (ends[to] as number) - top);
    }
  }
  return Math.exp(best - top) / total;
}
