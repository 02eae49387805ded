import type { Model } from '../features/model.js';
import { PASSAGE_FEATURES } from '../features/passage-features.js';
import type { Gathered } from '../retrieving/retrieve.js';

/**
 * Least probability that the best passage answers the question. Chosen so that of questions about the collection
 * itself 95 of 100 are answered, and of questions about another one 95 of 100 refused; `npm run eval` measures both.
 */
export const LEAST_CONFIDENCE = 0.7;

/** Passages of the largest collection that the threshold was chosen on; in a larger one, nothing is added. */
const LARGE = 1000;
/**
 * What is added to the log-odds for each time that a collection is 2.7 times smaller than that. A small collection is
 * asked about little else than what it is about, and in it a question has few words to be found by. Chosen on everyday
 * questions kept apart, in collections of 25 articles: 8 of 10 answered, half of the near misses refused.
 */
const LENIENCE = 0.32;

/**
 * How sure it is that a passage answers the question.
 * @param row of `CONFIDENCE_FEATURES`
 * @param passages how many the collection has
 * @returns a probability, 0 to 1
 */
export function confidenceOf(model: Model, row: Float32Array, passages: number): number {
  const lenience = LENIENCE * Math.max(0, Math.log(LARGE / Math.max(1, passages)));
  return 1 / (1 + Math.exp(-model.score(row) - lenience));
}

/** More words than this are a sentence, whatever it asks. */
const MOST_KEYWORDS = 4;
const WORDS_MISSING = PASSAGE_FEATURES.indexOf('words missing');

/**
 * Whether nothing is asked, only words are named (游泳馆 开放时间), and a passage or its title has them all as they are
 * written: then it is what is looked for.
 * @param row of `PASSAGE_FEATURES`
 */
export function holdsKeywords({ question }: Pick<Gathered, 'question'>, row: Float32Array): boolean {
  const { asking, kind, content } = question;
  return !asking && kind === 'other' && content.length <= MOST_KEYWORDS && row[WORDS_MISSING] === 0;
}
