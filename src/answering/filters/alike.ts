import { fold } from '../../language/fold.js';

/** How much of each text is compared, in UTF-16 units. */
const COMPARED_UNITS = 4_000;
/**
 * Least share of pairs of characters for two texts to be one text in two versions. Two notices of one office about different
 * matters have 0.44 in common, greeting and close; the same with other dates and hours 0.86.
 */
const LEAST_COMMON = 0.6;
const PAIR = /^[\p{L}\p{N}]{2}$/u;

/** Whether two texts are so much alike that one has been made of the other. */
export function areAlike(one: string, other: string): boolean {
  const [pairs, others] = [pairsIn(one), pairsIn(other)];
  const common = [...pairs].filter((pair) => others.has(pair)).length;
  return common > 0 && 2 * common >= (pairs.size + others.size) * LEAST_COMMON;
}

/** The pairs of letters, figures and characters that stand side by side. */
function pairsIn(text: string): ReadonlySet<string> {
  const folded = fold(text.slice(0, COMPARED_UNITS));
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < folded.length; at++) {
    const pair = folded.slice(at, at + 2);
    if (PAIR.test(pair)) pairs.add(pair);
  }
  return pairs;
}
