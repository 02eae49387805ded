import type { Article } from '../corpus/article.js';
import { type AnsweringTools, answerQuestion } from './answer-question.js';
import { type Example, exampleQuestions } from './examples/examples.js';

/** Sentences looked at for each example that is wanted; a big archive need not be gone through for a handful. */
const TRIES = 20;
/** Questions read for each example that is wanted: each takes up to four windows of some 35 ms, and somebody waits. */
const READ = 3;
/** UTF-16 units; nobody sees these excerpts. */
const CHARS = 120;

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
    private readonly articles: () => readonly Article[],
  ) {}

  /** @param count how many at most */
  async take(count: number): Promise<readonly string[]> {
    const { version } = this.tools.index.state;
    if (this.last?.version !== version || this.last.count < count)
      this.last = { version, count, finding: findExamples(this.tools, this.articles(), count) };
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
async function findExamples(
  tools: AnsweringTools,
  articles: readonly Article[],
  count: number,
): Promise<Found> {
  const step = Math.max(1, Math.floor(articles.length / (count * TRIES)));
  const spread = articles.filter((_, i) => i % step === 0);
  const questions: string[] = [];
  let lasting = true;
  let left = count * READ;
  for (const example of exampleQuestions(spread)) {
    if (questions.length >= count || left === 0) break;
    // Before anything is read, which costs a hundred times as much.
    if (!(await comesFirst(tools, example))) continue;
    left--;
    const { status, results, explanation } = await answerQuestion(tools, example.question, {
      top: 1,
      chars: CHARS,
      explain: true,
    });
    const unread = explanation?.unread;
    if (unread === 'busy' || unread === 'failed') lasting = false;
    const good = status === 'answered' || (status === 'possible' && unread !== undefined);
    if (good && results[0]?.citation.article === example.article) questions.push(example.question);
  }
  return { questions, lasting };
}

async function comesFirst(tools: AnsweringTools, { question, article }: Example): Promise<boolean> {
  const { status, results } = await answerQuestion(tools, question, { top: 1, chars: CHARS, read: false });
  return status === 'possible' && results[0]?.citation.article === article;
}
