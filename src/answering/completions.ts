import type { Article } from '../corpus/article.js';
import { passagesOf } from '../corpus/passages.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import { TitleSuggester } from '../retrieval/title-suggester.js';
import type { Completion } from './answer.js';

/** What is kept for one version of the collection. */
interface Titles {
  readonly version: string;
  readonly suggester: TitleSuggester;
  readonly articles: ReadonlyMap<string, Article>;
}

/**
 * Completes what is being typed to titles that the collection has at the time. Where several articles have one title, it leads to
 * the newest.
 */
export class Completions {
  #titles: Titles | undefined;

  constructor(
    private readonly index: Pick<PassageIndex, 'state'>,
    private readonly articles: () => readonly Article[],
  ) {}

  /** @param count how many at most */
  of(typed: string, count: number): readonly Completion[] {
    const { suggester, articles } = this.#current();
    return suggester.complete(typed, count).flatMap((title): Completion[] => {
      const article = articles.get(title);
      const [first] = article ? passagesOf(article) : [];
      return first ? [{ title, passage: first.id }] : [];
    });
  }

  /** Made anew only after the collection has changed. */
  #current(): Titles {
    const { version } = this.index.state;
    if (this.#titles?.version !== version) {
      const articles = newestByTitle(this.articles());
      this.#titles = { version, articles, suggester: new TitleSuggester([...articles.keys()]) };
    }
    return this.#titles;
  }
}

function newestByTitle(articles: readonly Article[]): ReadonlyMap<string, Article> {
  const newest = new Map<string, Article>();
  for (const article of articles) {
    const known = newest.get(article.title);
    if (!known || (known.when ?? '') < (article.when ?? '')) newest.set(article.title, article);
  }
  return newest;
}
