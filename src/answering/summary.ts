import type { Overview } from '../retrieval/article-store.js';
import type { CollectionSummary } from './answer.js';

/**
 * What a collection holds.
 * @param passages how many passages are indexed
 * @param titles how many titles to list at most
 */
export function summarise(
  { articles, files, titles: first, stated }: Overview,
  passages: number,
  titles: number,
): CollectionSummary {
  return {
    articles,
    passages,
    files,
    titles: first.slice(0, titles),
    ...(stated && { dates: stated }),
  };
}
