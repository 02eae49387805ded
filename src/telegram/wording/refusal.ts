import type { Answerer } from '../../answering/answer.js';
import type { Locale } from './locale.js';

const HAN = /\p{Script=Han}/u;
/** How many titles are looked at for the language of the collection. */
const TITLES = 20;

/**
 * What to say to a question that finds no answer. Where it has words, yet none in Chinese, and the articles are in
 * Chinese, that is the likeliest reason, and is told.
 * @param missing the question's words that no article has, perhaps none
 */
export function refusalOf(
  question: string,
  missing: readonly string[],
  answerer: Pick<Answerer, 'summary'>,
  locale: Locale,
): string {
  const refusal = locale.refusal(missing);
  const foreign = /\p{L}/u.test(question) && !HAN.test(question);
  const isChinese = foreign && answerer.summary(TITLES).titles.some((title) => HAN.test(title));
  return isChinese ? `${refusal}\n${locale.askInChinese}` : refusal;
}
