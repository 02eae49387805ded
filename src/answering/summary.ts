import type { Article } from '../corpus/article.js';
import type { CollectionSummary } from './answer.js';
import { oncePerList } from './once-per-list.js';

/**
 * What a collection holds.
 * @param passages how many passages are indexed
 * @param titles how many titles to list at most
 */
export function summarise(articles: readonly Article[], passages: number, titles: number): CollectionSummary {
  return {
    ...factsOf(articles),
    passages,
    titles: articles.slice(0, titles).map(({ title }) => title),
  };
}

/** What takes a look at every article; the summary is wanted with each empty inline query. */
const factsOf = oncePerList((articles): Pick<CollectionSummary, 'articles' | 'files' | 'dates'> => {
  const dates = articles.flatMap(({ date }) => date ?? []).sort();
  const first = dates[0];
  const last = dates.at(-1);
  return {
    articles: articles.length,
    files: new Set(articles.map(({ source }) => source)).size,
    ...(first !== undefined && last !== undefined && { dates: { first, last } }),
  };
});
