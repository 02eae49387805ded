import type { Range } from '../../language/range.js';
import type { SequenceFinder } from '../../language/sequence-finder.js';
import { unitClass } from '../../language/unit-class.js';
import type { QueryTerm } from '../retrieving/query-terms.js';

/** Where the sentences end, in UTF-16 units; roughly, because this is done for every candidate. */
export function sentenceEnds(units: Uint16Array): number[] {
  const ends: number[] = [];
  for (let i = 0; i < units.length; i++) if (endsSentence(units[i] as number)) ends.push(i + 1);
  ends.push(units.length + 1);
  return ends;
}

const endsSentence = unitClass(/[。\n！？!?]/);

/**
 * The weight of what each sentence holds, everything counted once a sentence.
 * @param ends where the sentences end
 * @param places where each thing stands
 */
export function sentenceWeights(
  ends: readonly number[],
  places: readonly (readonly Range[])[],
  weightOf: (thing: number) => number,
): number[] {
  const weights = new Array<number>(ends.length).fill(0);
  places.forEach((list, thing) => {
    let sentence = 0;
    let counted = -1;
    for (const { start } of list) {
      while ((ends[sentence] as number) <= start) sentence++;
      if (sentence !== counted) weights[sentence] = (weights[sentence] as number) + weightOf(thing);
      counted = sentence;
    }
  });
  return weights;
}

/** UTF-16 units within which query terms count as standing close together. */
const WINDOW = 60;

/** The most weight of different query terms within `WINDOW` units. */
export function bestWindowWeight(
  queryTerms: readonly QueryTerm[],
  places: readonly (readonly Range[])[],
): number {
  const hits: { at: number; queryTerm: number }[] = [];
  places.forEach((list, queryTerm) => {
    for (const { start } of list) hits.push({ at: start, queryTerm });
  });
  hits.sort((a, b) => a.at - b.at);
  const inside = new Uint16Array(queryTerms.length);
  let weight = 0;
  let most = 0;
  let first = 0;
  for (const { at, queryTerm } of hits) {
    if (inside[queryTerm] === 0) weight += (queryTerms[queryTerm] as QueryTerm).weight;
    inside[queryTerm] = (inside[queryTerm] as number) + 1;
    for (let hit = hits[first]; hit && hit.at < at - WINDOW; hit = hits[++first]) {
      inside[hit.queryTerm] = (inside[hit.queryTerm] as number) - 1;
      if (inside[hit.queryTerm] === 0) weight -= (queryTerms[hit.queryTerm] as QueryTerm).weight;
    }
    most = Math.max(most, weight);
  }
  return most;
}

/**
 * The longest run of the question's characters that the passage holds too, as a share of the question.
 * @param backwards finds each unit of the question, the last one first
 */
export function longestRun(backwards: SequenceFinder, units: Uint16Array): number {
  const { length } = backwards.sequences;
  // Of the runs that end with each unit of the question: how long the latest is, and where in the passage it ends.
  const lengths = new Uint16Array(length);
  const ends = new Int32Array(length).fill(-2);
  let longest = 0;
  backwards.find(units, (s, at) => {
    // Since the last unit comes first, what the one before it knows is of the place before.
    const q = length - 1 - s;
    lengths[q] = q > 0 && ends[q - 1] === at - 1 ? (lengths[q - 1] as number) + 1 : 1;
    ends[q] = at;
    longest = Math.max(longest, lengths[q] as number);
  });
  return length === 0 ? 0 : longest / length;
}
