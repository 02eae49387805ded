import type { Article } from '../corpus/article.js';
import type { AnsweringTools } from './answer-question.js';
import { questionsAbout } from './examples/examples.js';
import { comesFirst, tried } from './tried-question.js';

/** Questions of one article that are read to see whether it answers them: somebody waits, some 0.1 s each. */
const MOST_READ = 6;
/** Articles whose questions are kept. */
const MOST_KEPT = 500;

/** Questions that an article answers, found out when they are first asked for and kept until the collection changes. */
export class ArticleQuestions {
  #version = '';
  readonly #kept = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly tools: AnsweringTools) {}

  /** @param count how many at most */
  async of(article: Article, count: number): Promise<readonly string[]> {
    const { version } = this.tools.index.state;
    if (version !== this.#version) this.#kept.clear();
    this.#version = version;
    const found = this.#kept.get(article.id) ?? this.#find(article);
    return (await found).slice(0, count);
  }

  #find(article: Article): Promise<readonly string[]> {
    const kept = this.#kept;
    const [oldest] = kept.size >= MOST_KEPT ? kept.keys() : [];
    if (oldest !== undefined) kept.delete(oldest);
    const forget = (): boolean => kept.delete(article.id);
    const finding = answeredBy(article, this.tools, forget);
    kept.set(article.id, finding);
    finding.catch(forget);
    return finding;
  }
}

/** @param notLasting called where what was found may not be given again */
async function answeredBy(
  article: Article,
  tools: AnsweringTools,
  notLasting: () => void,
): Promise<readonly string[]> {
  const questions: string[] = [];
  let left = MOST_READ;
  for (const question of questionsAbout(article)) {
    if (left === 0) break;
    const example = { question, article: article.id };
    if (!(await comesFirst(tools, example))) continue;
    left--;
    const { good, lasting } = await tried(tools, example);
    if (good) questions.push(question);
    if (!lasting) notLasting();
  }
  return questions;
}
