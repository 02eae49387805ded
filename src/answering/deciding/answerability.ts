import { answerabilityFeatures } from '../features/answerability-features.js';
import type { Model } from '../features/model.js';
import { PASSAGE_FEATURES } from '../features/passage-features.js';
import type { RankedPassage } from '../ranking/rank.js';
import type { Retrieved } from '../retrieving/retrieve.js';
import { LEAST_PROBABILITY } from './decide.js';

/** How likely it is that a passage answers the question at all. */
export interface Answerability {
  /** What the model says: a probability, 0 to 1. */
  readonly model: number;
  /** What is added to its log-odds because the collection is small; 0 or more. */
  readonly lenience: number;
  /** Whether nothing is asked and the passage has all the words that are named. */
  readonly keywords: boolean;
  /** The probability (0 to 1) with all of it taken into account. */
  readonly score: number;
  /** Its row of `ANSWERABILITY_FEATURES`. */
  readonly row: Float32Array;
}

/** Passages of the largest collection that the threshold was chosen on; in a larger one, nothing is added. */
const LARGE = 1000;
/**
 * What is added to the log-odds for each time that a collection is 2.7 times smaller than that. A small collection is
 * asked about little else than what it is about, and in it a question has few words to be found by. Chosen on everyday
 * questions kept apart, in collections of 25 articles: 8 of 10 answered, half of the near misses refused.
 */
const LENIENCE = 0.32;

/**
 * How likely a passage answers the question.
 * @param next score in the ranking of the best other passage, or `undefined` where there is none
 */
export function answerabilityOf(
  retrieved: Retrieved,
  passage: RankedPassage,
  next: number | undefined,
  model: Model,
): Answerability {
  const { evidence, row: passageRow } = passage.weighed();
  const row = answerabilityFeatures(retrieved, evidence, passage.score, next);
  const logOdds = model.score(row);
  const lenience = LENIENCE * Math.max(0, Math.log(LARGE / Math.max(1, retrieved.passages)));
  const likely = probabilityOf(logOdds + lenience);
  const keywords = holdsKeywords(retrieved, passageRow);
  const score = keywords ? Math.max(likely, LEAST_PROBABILITY) : likely;
  return { model: probabilityOf(logOdds), lenience, keywords, score, row };
}

function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** More words than this are a sentence, whatever it asks. */
const MOST_KEYWORDS = 4;
const WORDS_MISSING = PASSAGE_FEATURES.indexOf('words missing');

/**
 * Whether nothing is asked, only words are named (游泳馆 开放时间), and a passage or its title has them all as they are
 * written: then it is what is looked for.
 * @param row of `PASSAGE_FEATURES`
 */
function holdsKeywords({ question }: Pick<Retrieved, 'question'>, row: Float32Array): boolean {
  const { asking, kind, content } = question;
  return !asking && kind === 'other' && content.length <= MOST_KEYWORDS && row[WORDS_MISSING] === 0;
}
