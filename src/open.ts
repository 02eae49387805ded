import type { Answerer } from './answering/answer.js';
import { createAnswerer } from './answering/answerer.js';
import type { Unreadable } from './corpus/article.js';
import { readCollection } from './corpus/collection.js';
import { passagesOf } from './corpus/passages.js';
import { MiniSearchIndex } from './retrieval/minisearch-index.js';

/** A collection that is ready to be asked. */
export interface OpenCollection {
  readonly answerer: Answerer;
  /** What could not be read; the rest is served. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads a collection, cuts it into passages and indexes them.
 * Throws `MissingCollectionError` and `EmptyCollectionError` as `readCollection` does.
 * @param path a file or a folder
 */
export async function openCollection(path: string): Promise<OpenCollection> {
  const { articles, unreadable } = await readCollection(path);
  const index = new MiniSearchIndex();
  await index.add(articles.flatMap((article) => passagesOf(article)));
  return { answerer: createAnswerer(index, () => articles), unreadable };
}
