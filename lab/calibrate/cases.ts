import { readFacts, stretchFacts, wordFacts } from '../../src/answering/deciding/facts.js';
import { excerptAround } from '../../src/answering/quoting/excerpt.js';
import { heaviestStretch, worthOfStretches } from '../../src/answering/quoting/focus.js';
import { type RankedPassage, rank, readRanking } from '../../src/answering/ranking/rank.js';
import { readWindows, stretchInPassage } from '../../src/answering/reading/read-windows.js';
import type { Reader } from '../../src/answering/reading/reading.js';
import { type Retrieved, retrieve } from '../../src/answering/retrieving/retrieve.js';
import type { PassageIndex } from '../../src/retrieval/passage-index.js';
import type { Collected } from '../eval/collected.js';
import { matchesAnswer } from '../eval/score.js';
import type { EvalQuestion } from '../eval/set.js';

/** A question with the facts of the passage that reading puts first, and what is true of it. */
export interface AskedCase {
  /** What set asked it. */
  readonly source: string;
  /** Of `READ_FACTS`, `WORD_FACTS` and `STRETCH_FACTS`. */
  readonly read: readonly number[];
  readonly words: readonly number[];
  readonly stretch: readonly number[];
  /** Whether something in the collection answers it. */
  readonly answerable: boolean;
  /** Whether it was asked of the collection that it is about. */
  readonly about: boolean;
  /** Whether the excerpt holds the answer. */
  readonly answers: boolean;
  /** Whether the excerpt that is shown without reading holds the answer. */
  readonly answersUnread: boolean;
  /** Whether the stretch is the answer. */
  readonly stretchIs: boolean;
}

/** UTF-16 units of an excerpt. */
const CHARS = 120;
const ranking = readRanking();

/**
 * Asks a question as the product does, and compares what is shown first with what is wanted.
 * @param about whether the collection is the one that the question is about
 * @returns nothing where nothing is found or read
 */
export async function caseOf(
  index: PassageIndex,
  { articleOf }: Pick<Collected, 'articleOf'>,
  question: EvalQuestion,
  about: boolean,
  reader: Reader,
  source: string,
): Promise<AskedCase | undefined> {
  const retrieved = await retrieve(index, question.text);
  if (retrieved.queryTerms.length === 0) return undefined;
  const ranked = rank(retrieved, ranking);
  const read = await readWindows(reader, retrieved, ranked);
  if (read.kind === 'unread') return undefined;
  const [first] = read.windows;
  const best = ranked[0];
  if (!first || !best) return undefined;
  const { passage } = first;
  const next = read.windows.find((other) => other.passage.article.id !== passage.article.id)?.worth;
  const words = wordFacts(retrieved, ranked[first.place] ?? best, best.score);
  const stretch = stretchInPassage(first) ?? { start: 0, end: 1 };
  const excerpt = excerptAround(passage, stretch, CHARS, worthOfStretches(retrieved, passage));
  const isRight = about && passage.article.id === articleOf(question.passage);
  const matches = (text: string): boolean => isRight && matchesAnswer(text, question.answers);
  return {
    source,
    read: readFacts(words, first, next),
    words: wordFacts(retrieved, best, best.score),
    stretch: stretchFacts(first, next),
    answerable: about && question.answers.length > 0,
    about,
    answers: matches(excerpt.text) || matches(passage.text.slice(stretch.start, stretch.end)),
    answersUnread: about && unreadAnswers(retrieved, best, question, articleOf(question.passage)),
    stretchIs: matches(passage.text.slice(stretch.start, stretch.end)),
  };
}

/**
 * Whether the excerpt that is shown where nothing is read holds the answer.
 * @param best the passage that ranks first
 * @param article the one that answers
 */
export function unreadAnswers(
  retrieved: Retrieved,
  { candidate: { passage } }: RankedPassage,
  { answers }: Pick<EvalQuestion, 'answers'>,
  article: string | undefined,
): boolean {
  if (passage.article.id !== article) return false;
  const worth = worthOfStretches(retrieved, passage);
  return matchesAnswer(
    excerptAround(passage, heaviestStretch(passage, worth, CHARS), CHARS, worth).text,
    answers,
  );
}
