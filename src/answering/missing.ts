import { dictionaryTag, UNKNOWN_TAG } from '../language/dictionary.js';
import type { Token } from '../language/segment.js';
import { isStopWord } from '../language/stopwords.js';
import { MOST_CLUES } from './clues.js';
import type { Gathered } from './gather.js';

/** Words so common that their absence from a collection is no news are not named as missing. */
const LEAST_MISSING_WEIGHT = 0.6;

type Asked = Pick<Gathered, 'question' | 'clues' | 'documentFrequency'>;

/** The content words that no passage holds, as the question wrote them, rare ones only, each once. */
export function missingWords(asked: Asked): string[] {
  const { question, clues, documentFrequency } = asked;
  const weights = new Map(clues.map(({ term, weight }) => [term, weight]));
  const least = Math.max(...weights.values()) * LEAST_MISSING_WEIGHT;
  const missing = question.content.filter(
    (token) =>
      (documentFrequency.get(token.term) ?? 0) === 0 &&
      (weights.get(token.term) ?? 0) >= least &&
      isWordOfItsOwn(token, documentFrequency),
  );
  return [...new Set(missing.map(({ start, end }) => question.text.slice(start, end)))].slice(0, MOST_CLUES);
}

/** Whether a word says more than its parts: 今天天气 and 篇文章 are words to jieba, yet their parts are what is asked. */
function isWordOfItsOwn({ term, kind }: Token, documentFrequency: ReadonlyMap<string, number>): boolean {
  if (kind !== 'word') return true;
  if (dictionaryTag(term) === UNKNOWN_TAG && GRAMMAR.test(term)) return false;
  const holds = (pair: string): boolean =>
    (documentFrequency.get(pair) ?? 0) > 0 && dictionaryTag(pair) !== UNKNOWN_TAG;
  // How far from the start parts reach that follow one another.
  const reached = [true];
  for (let end = 1; end <= term.length; end++) {
    const single = term.slice(end - 1, end);
    reached[end] =
      (reached[end - 1] === true && (isStopWord(single) || MEASURE.test(dictionaryTag(single)))) ||
      (reached[end - 2] === true && holds(term.slice(end - 2, end)));
  }
  return !reached[term.length];
}

/** What no name has in it, and guessed words often: 能放得, 更久了. */
const GRAMMAR = /[的地得了着过们吗呢吧更很太能会要再就才]/;
/** jieba's tags of measure words. */
const MEASURE = /^q/;
