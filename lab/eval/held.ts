import type { Article } from '../../src/corpus/article.js';
import { passagesOf } from '../../src/corpus/passages.js';
import type { ArticleStore } from '../../src/retrieval/article-store.js';
import { ListedArticles } from '../../src/retrieval/listed-articles.js';
import type { PassageIndex } from '../../src/retrieval/passage-index.js';
import { MadeIndex } from '../made-index.js';
import { indexOf } from './collected.js';

/** Articles that can be asked about. */
export interface Held {
  readonly index: PassageIndex;
  readonly articles: ArticleStore;
  /** Lets go of them. */
  close(): Promise<void>;
}

/** How many passages are handed to a cluster together. */
const BATCH = 2_000;

/** Holds articles in memory. */
export async function inMemory(articles: readonly Article[]): Promise<Held> {
  return {
    index: await indexOf(articles),
    articles: new ListedArticles(() => articles),
    close: async () => {},
  };
}

/**
 * Where articles are held: in the cluster that INDEX_URL names, each time in an index of its own, or in memory.
 * @param settings INDEX_URL and INDEX_NAME, as the bot takes them, without user and password
 */
export function holdAs({
  INDEX_URL: urls,
  INDEX_NAME: name = 'jianbao',
}: Readonly<Partial<Record<string, string>>>): (articles: readonly Article[]) => Promise<Held> {
  if (!urls) return inMemory;
  let count = 0;
  return async (articles) => {
    const made = await MadeIndex.open(urls, `${name}-eval-${++count}`);
    const passages = articles.flatMap((article) => passagesOf(article));
    for (let at = 0; at < passages.length; at += BATCH) await made.index.add(passages.slice(at, at + BATCH));
    await made.articles.look();
    return made;
  };
}
