import { dictionaryCount } from './dictionary.js';

/**
 * How common words are in Chinese at large, by the counts of jieba's dictionary. A small collection tells little of
 * that: there 今年 may be as rare as a name, and its absence says nothing.
 */

/** Words rarer than this (per dictionary corpus) are treated as not known. */
const LEAST_COUNT = 100;
/** Sum of the counts in the dictionary that nodejieba ships, rounded. */
const TOTAL_COUNT = 60_000_000;
/** Words in a passage of 300 characters, about. */
const WORDS_PER_PASSAGE = 180;

/**
 * The share (0 to 1) of passages of 300 characters, of any collection, that can be expected to hold a word.
 * @param term a folded word; 0 for words that are not known to be common
 */
export function backgroundShare(term: string): number {
  const count = dictionaryCount(term);
  return count < LEAST_COUNT ? 0 : 1 - (1 - count / TOTAL_COUNT) ** WORDS_PER_PASSAGE;
}
