import type { Article } from '../corpus/article.js';
import type { CollectionSummary } from './answer.js';

/**
 * What a collection holds.
 * @param passages how many passages are indexed
 * @param titles how many titles to list at most
 */
export function summarise(articles: readonly Article[], passages: number, titles: number): CollectionSummary {
  const dates = articles.flatMap(({ date }) => date ?? []).sort();
  const first = dates[0];
  const last = dates.at(-1);
  return {
    articles: articles.length,
    passages,
    files: new Set(articles.map(({ source }) => source)).size,
    titles: articles.slice(0, titles).map(({ title }) => title),
    ...(first !== undefined && last !== undefined && { dates: { first, last } }),
  };
}
