import type { Article } from '../../corpus/article.js';
import type { Bilingual } from '../../language/bilingual.js';
import type { Cluster } from './cluster.js';
import { articleOf, type StoredArticle } from './stored-article.js';

/** How much is kept at hand, as `unitsOf` counts it: some thousand articles, so that what is asked for often is not fetched. */
const MOST_UNITS = 8_000_000;
/** What an article, and each block of it, takes besides its text, in UTF-16 units of two bytes; about as much as in V8. */
const BESIDES_UNITS = 100;

/** Why an index cannot be asked whose articles are not those of its passages. */
export const LACKS_ARTICLES: Bilingual = {
  en: 'it lacks the articles of passages that it holds',
  zh: '缺少一些段落所在的文章',
};

interface Found {
  readonly _id: string;
  readonly found?: boolean;
  readonly error?: object;
  readonly _source: { readonly article: StoredArticle };
}

/** Fetches articles by their names, and keeps those that were asked for last. A name never changes its article. */
export class ArticleShelf {
  readonly #held = new Map<string, Article>();
  #units = 0;

  constructor(
    readonly cluster: Cluster,
    readonly articles: string,
  ) {}

  /**
   * Articles by their names; those that are not there any more are missing.
   * @throws IndexUnavailableError
   */
  async take(refs: Iterable<string>): Promise<Map<string, Article>> {
    const wanted = [...new Set(refs)];
    const taken = new Map<string, Article>();
    const missing: string[] = [];
    for (const ref of wanted) {
      const article = this.#held.get(ref);
      if (article) taken.set(ref, article);
      else missing.push(ref);
    }
    for (const [ref, article] of await this.#fetch(missing)) taken.set(ref, article);
    for (const [ref, article] of taken) this.#keep(ref, article);
    return taken;
  }

  async #fetch(refs: readonly string[]): Promise<[string, Article][]> {
    if (refs.length === 0) return [];
    const { body } = await this.cluster.ask<{ readonly docs: readonly Found[] }>({
      method: 'POST',
      path: `${this.articles}/_mget`,
      body: { ids: refs },
      whole: ({ docs }: { docs: readonly Found[] }) => docs.every(({ error }) => error === undefined),
    });
    return body.docs.flatMap(({ _id, found, _source }) =>
      found === true ? [[_id, articleOf(_source.article)] as [string, Article]] : [],
    );
  }

  /** Puts an article where it stays longest, and lets go of those that were asked for longest ago. */
  #keep(ref: string, article: Article): void {
    if (!this.#held.delete(ref)) this.#units += unitsOf(article);
    this.#held.set(ref, article);
    for (const [oldest, other] of this.#held) {
      if (this.#units <= MOST_UNITS || this.#held.size === 1) return;
      this.#held.delete(oldest);
      this.#units -= unitsOf(other);
    }
  }
}

/** What an article takes in memory, in UTF-16 units of two bytes. */
function unitsOf({ text, blocks }: Article): number {
  return text.length + (1 + blocks.length) * BESIDES_UNITS;
}
