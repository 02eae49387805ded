import type { ArticleStore } from '../retrieval/article-store.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import type { Answerer, Clipping, Context, OpenArticle } from './answer.js';
import { answerInThread } from './answer-in-thread.js';
import type { AnsweringTools } from './answer-question.js';
import { AnsweredExamples } from './answered-examples.js';
import { ArticleQuestions } from './article-questions.js';
import { readCalibration } from './deciding/calibration.js';
import { meant } from './meant.js';
import type { Clock } from './question.js';
import { citationOf } from './quoting/citation.js';
import { contextOf } from './quoting/context.js';
import { excerptAround } from './quoting/excerpt.js';
import { openAt } from './quoting/open-article.js';
import { readRanking } from './ranking/rank.js';
import type { Reader } from './reading/reading.js';
import { summarise } from './summary.js';

/** UTF-16 units. */
const DEFAULT_CHARS = 120;

/** The time that it is, where most readers are. */
const WALL_CLOCK: Clock = { now: () => new Date(), timeZone: 'Asia/Shanghai' };

/**
 * Answers questions from an index.
 * @param index what is searched
 * @param articles the articles whose passages the index holds
 * @param reader reads what is found; without one, what is found is at most possible
 * @param clock what 今天 and 上个月 count from
 */
export function createAnswerer(
  index: PassageIndex,
  articles: ArticleStore,
  reader?: Reader,
  clock: Clock = WALL_CLOCK,
): Answerer {
  const tools: AnsweringTools = { index, reader, ranking: readRanking(), calibration: readCalibration() };
  const examples = new AnsweredExamples(tools, articles);
  const questions = new ArticleQuestions(tools);
  return {
    get version() {
      return index.state.version;
    },
    answer: (question, options = {}) =>
      answerInThread(tools, { articles, clock }, question, { chars: DEFAULT_CHARS, ...options }),
    async context(id, chars): Promise<Context | undefined> {
      const passage = await index.get(id);
      return passage && contextOf(passage, chars);
    },
    async article(id): Promise<OpenArticle | undefined> {
      const passage = await index.get(id);
      return passage && openAt(passage);
    },
    async clipping(id, { chars = DEFAULT_CHARS } = {}): Promise<Clipping | undefined> {
      const passage = await index.get(id);
      if (!passage) return undefined;
      // Nothing is asked, so the beginning is as good an answer as any.
      const { text } = excerptAround(passage, { start: 0, end: 1 }, chars);
      return { excerpt: text, highlights: [], score: 1, unmentioned: [], citation: citationOf(passage) };
    },
    summary: (titles) => summarise(articles.overview, index.state.size, titles),
    completions: (typed, count) => articles.complete(typed, count),
    examples: (count) => examples.take(count),
    async questions(id, count): Promise<readonly string[]> {
      const passage = await index.get(id);
      return passage ? questions.of(passage.article, count) : [];
    },
    meant: ({ text }) => meant(tools, articles, text),
  };
}
