import type { Passage } from '../../corpus/article.js';
import { dictionaryCount, dictionaryTag, UNKNOWN_TAG } from '../../language/dictionary.js';
import { fold, unitsOf } from '../../language/fold.js';
import type { QuestionAnalysis } from '../../language/question.js';
import type { Range } from '../../language/range.js';
import type { Token } from '../../language/segment.js';
import { isStopWord } from '../../language/stopwords.js';
import { MOST_QUERY_TERMS } from '../retrieving/query-terms.js';
import type { Retrieved } from '../retrieving/retrieve.js';
import type { TermPlaces } from '../retrieving/term-places.js';

/** Words so common that their absence from a collection is no news are not named as missing. */
const LEAST_MISSING_WEIGHT = 0.6;
/**
 * The same for what one article does not mention, a share (0 to 1) of the heaviest word. At 0.75, 12 of 40 near misses
 * that were answered have such words, and 15 of 233 right answers; of the sets' own questions 2 (CMRC) and 3 (DRCD) of 100.
 */
const LEAST_UNMENTIONED_WEIGHT = 0.75;

type AskedQuestion = Pick<Retrieved, 'question' | 'queryTerms'>;

/** The content words that no passage holds, as the question wrote them, rare ones only, each once. */
export function missingWords(asked: AskedQuestion & Pick<Retrieved, 'documentFrequency'>): string[] {
  const held = (term: string): boolean => (asked.documentFrequency.get(term) ?? 0) > 0;
  return asWritten(
    asked,
    telling(asked, LEAST_MISSING_WEIGHT).filter(
      (token) => token.end - token.start > 1 && !held(token.term) && isWordOfItsOwn(token, held),
    ),
  );
}

/**
 * The names and things of the question that a whole article has in no spelling and no other word, as the question wrote
 * them, each once: what a passage of it may have been taken for an answer without. Rare ones only.
 */
export function unmentionedWords(
  asked: AskedQuestion & Pick<Retrieved, 'finder' | 'views'>,
  passage: Passage,
): string[] {
  const kindAsked = kindOfThing(asked.question);
  // In an English question, it is no news that an article is Chinese.
  const isOfChinese = asked.question.content.filter(({ kind }) => kind === 'latin').length === 1;
  const rare = telling(asked, LEAST_UNMENTIONED_WEIGHT).filter(
    ({ start, end, term, kind }) =>
      end - start > 1 &&
      (kind === 'latin' ? isOfChinese : THING.test(dictionaryTag(term)) && !COUNTED.test(term)) &&
      !kindAsked.includes(term),
  );
  // Mostly the passage has them all, and the rest of the article need not be looked through.
  const inPassage = termsAt(asked, asked.views.of(passage).terms);
  if (rare.every(({ term }) => inPassage.has(term))) return [];
  const { title, text: body } = passage.article;
  const text = fold(`${title}\n${body}`);
  const found = termsAt(asked, asked.finder.locate(unitsOf(text)));
  return asWritten(
    asked,
    rare.filter((token) => !found.has(token.term) && !partsOf(token).some((part) => text.includes(part))),
  );
}

/** The query terms that have a place, as they are written or by sound. */
function termsAt({ queryTerms }: Pick<Retrieved, 'queryTerms'>, { places }: TermPlaces): Set<string> {
  const held = queryTerms.filter((_, t) => (places[t] as readonly Range[]).length > 0);
  return new Set(held.map(({ term }) => term));
}

/**
 * What the question asks about a thing, or the kind of thing that it asks for: who writes of a flower that it is red need
 * not say 颜色. But whose name or price is asked is spoken of, or else something else is.
 */
function kindOfThing({ head = '', kind, folded, asking }: QuestionAnalysis): string {
  const isNamed =
    kind === 'person' ||
    /[叫姓](?:什么|啥)/.test(folded) ||
    (asking && folded.slice(asking.start, asking.end).endsWith('钱'));
  return isNamed ? '' : head;
}

/** jieba's tags of names and things. What is short for something may stand there in full. */
const THING = /^n/;
/** 一针 counts and names nothing. */
const COUNTED = /^[一二三四五六七八九十百千万几两半]/;

/**
 * The words that the question is about, more than the rest.
 * @param share of the weight of the heaviest that they weigh at least, 0 to 1
 */
function telling({ question, queryTerms }: AskedQuestion, share: number): Token[] {
  const weights = new Map(queryTerms.map(({ term, weight }) => [term, weight]));
  const least = Math.max(...weights.values()) * share;
  return question.content.filter(({ term }) => (weights.get(term) ?? 0) >= least);
}

function asWritten({ question }: AskedQuestion, tokens: readonly Token[]): string[] {
  return [...new Set(tokens.map(({ start, end }) => question.text.slice(start, end)))].slice(
    0,
    MOST_QUERY_TERMS,
  );
}

/**
 * Whether a word says more than its parts: 今天天气 and 篇文章 are words to jieba, yet their parts are what is asked.
 * @param held whether what is searched has a word or a pair of characters
 */
function isWordOfItsOwn({ term, kind }: Token, held: (term: string) => boolean): boolean {
  if (kind !== 'word') return true;
  if (dictionaryCount(term) < LEAST_COUNT && GRAMMAR.test(term)) return false;
  // It may stand in a longer word: 自来水 in 自来水公司.
  if (term.length > 2 && pairsOf(term).every(held)) return false;
  const holds = (pair: string): boolean => held(pair) && dictionaryTag(pair) !== UNKNOWN_TAG;
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

/** The words of two characters in a longer one. */
function partsOf({ term, kind }: Token): string[] {
  if (kind !== 'word' || term.length < 3) return [];
  return pairsOf(term).filter((pair) => dictionaryTag(pair) !== UNKNOWN_TAG);
}

function pairsOf(term: string): string[] {
  return Array.from({ length: term.length - 1 }, (_, at) => term.slice(at, at + 2));
}

/** Words that the dictionary counted less often are as good as guessed. */
const LEAST_COUNT = 10;
/** What names seldom have in them, and guessed words often: 能放得, 更久了, 停到. */
const GRAMMAR = /[的地得了着过们吗呢吧更很太能会要再就才到去给带]|来$|^完/;
/** jieba's tags of measure words. */
const MEASURE = /^q/;
