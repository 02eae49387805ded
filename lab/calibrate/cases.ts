import { readFacts, stretchFacts, wordFacts } from '../../src/answering/deciding/facts.js';
import { excerptAround } from '../../src/answering/quoting/excerpt.js';
import { heaviestStretch, worthOfStretches } from '../../src/answering/quoting/focus.js';
import { type RankedPassage, rank, readRanking } from '../../src/answering/ranking/rank.js';
import { readWindows, stretchInPassage } from '../../src/answering/reading/read-windows.js';
import type { Reader } from '../../src/answering/reading/reading.js';
import { type Retrieved, retrieve } from '../../src/answering/retrieving/retrieve.js';
import type { Passage } from '../../src/corpus/article.js';
import type { PassageIndex } from '../../src/retrieval/passage-index.js';
import type { Judgements } from '../data/judgements.js';
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

/** A collection that is asked, and what is known of it. */
export interface AskedCollection {
  readonly index: PassageIndex;
  readonly collected: Pick<Collected, 'articleOf'>;
  readonly reader: Reader;
  /** What readers found in other articles than those that the questions were written for. */
  readonly judgements: Judgements;
}

/**
 * Asks a question as the product does, and compares what is shown first with what is wanted.
 * @param about whether the collection is the one that the question is about
 * @param source what set asks it
 * @returns nothing where nothing is found or read
 */
export async function caseOf(
  asked: AskedCollection,
  question: EvalQuestion,
  about: boolean,
  source: string,
): Promise<AskedCase | undefined> {
  const retrieved = await retrieve(asked.index, question.text);
  if (retrieved.queryTerms.length === 0) return undefined;
  const ranked = rank(retrieved, ranking);
  const read = await readWindows(asked.reader, retrieved, ranked);
  if (read.kind === 'unread') return undefined;
  const [first] = read.windows;
  const best = ranked[0];
  if (!first || !best) return undefined;
  const { passage } = first;
  const next = read.windows.find((other) => other.passage.article.id !== passage.article.id)?.worth;
  const words = wordFacts(retrieved, ranked[first.place] ?? best, best.score);
  const stretch = stretchInPassage(first) ?? { start: 0, end: 1 };
  const excerpt = excerptAround(passage, stretch, CHARS, worthOfStretches(retrieved, passage));
  const wanted = about ? wantedIn(asked, question, passage) : [];
  return {
    source,
    read: readFacts(words, first, next),
    words: wordFacts(retrieved, best, best.score),
    stretch: stretchFacts(first, next),
    answerable: wanted.length > 0 || (about && question.answers.length > 0),
    about,
    answers:
      matchesAnswer(excerpt.text, wanted) ||
      matchesAnswer(passage.text.slice(stretch.start, stretch.end), wanted),
    answersUnread: about && unreadAnswers(retrieved, best, wantedIn(asked, question, best.candidate.passage)),
    stretchIs: matchesAnswer(passage.text.slice(stretch.start, stretch.end), wanted),
  };
}

/** What answers a question in a passage: in its own article what the set says, in another what readers found. */
function wantedIn(
  { collected, judgements }: AskedCollection,
  question: EvalQuestion,
  { article }: Passage,
): readonly string[] {
  return article.id === collected.articleOf(question.passage)
    ? question.answers
    : (judgements.answersIn(question, article.id) ?? []);
}

/**
 * Whether the excerpt that is shown where nothing is read holds the answer.
 * @param best the passage that ranks first
 * @param wanted what answers in it
 */
export function unreadAnswers(
  retrieved: Retrieved,
  { candidate: { passage } }: RankedPassage,
  wanted: readonly string[],
): boolean {
  const worth = worthOfStretches(retrieved, passage);
  return matchesAnswer(
    excerptAround(passage, heaviestStretch(passage, worth, CHARS), CHARS, worth).text,
    wanted,
  );
}
