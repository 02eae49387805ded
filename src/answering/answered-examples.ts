import type { ArticleStore } from '../retrieval/article-store.js';
import type { AnsweringTools } from './answer-question.js';
import { exampleQuestions } from './examples/examples.js';
import { comesFirst, tried } from './tried-question.js';

/** Sentences looked at for each example that is wanted; a big archive need not be gone through for a handful. */
const TRIES = 20;
/** Questions read for each example that is wanted: each takes up to four windows of some 35 ms, and somebody waits. */
const READ = 3;

/** Example questions, and whether they may be given again as long as the collection stays as it is. */
interface Found {
  readonly questions: readonly string[];
  readonly lasting: boolean;
}

/**
 * Suggests questions that the collection at the time really answers. They are looked for once, until the collection has
 * changed or more of them are wanted.
 */
export class AnsweredExamples {
  private last:
    | { readonly version: string; readonly count: number; readonly finding: Promise<Found> }
    | undefined;

  constructor(
    private readonly tools: AnsweringTools,
    private readonly articles: ArticleStore,
  ) {}

  /** @param count how many at most */
  async take(count: number): Promise<readonly string[]> {
    const { version } = this.tools.index.state;
    if (this.last?.version !== version || this.last.count < count)
      this.last = { version, count, finding: findExamples(this.tools, this.articles, count) };
    const { last } = this;
    try {
      const { questions, lasting } = await last.finding;
      if (!lasting) this.forget(last);
      return questions.slice(0, count);
    } catch (error) {
      this.forget(last);
      throw error;
    }
  }

  private forget(one: typeof this.last): void {
    if (this.last === one) this.last = undefined;
  }
}

/**
 * Questions that are answered from the article that they were made of. Where nothing can be read, it has to be enough that
 * the article comes first.
 */
async function findExamples(tools: AnsweringTools, articles: ArticleStore, count: number): Promise<Found> {
  const spread = await articles.sample(count * TRIES);
  const questions: string[] = [];
  let lasting = true;
  let left = count * READ;
  for (const example of exampleQuestions(spread)) {
    if (questions.length >= count || left === 0) break;
    // Before anything is read, which costs a hundred times as much.
    if (!(await comesFirst(tools, example))) continue;
    left--;
    const outcome = await tried(tools, example);
    if (!outcome.lasting) lasting = false;
    if (outcome.good) questions.push(example.question);
  }
  return { questions, lasting };
}
