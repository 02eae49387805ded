import type { Article } from '../corpus/article.js';

/**
 * Works something out of a collection's articles once, when it is first wanted: no change of a collection leaves the same array
 * behind.
 */
export function oncePerList<T>(
  work: (articles: readonly Article[]) => T,
): (articles: readonly Article[]) => T {
  const known = new WeakMap<readonly Article[], { readonly result: T }>();
  return (articles) => {
    const found = known.get(articles) ?? { result: work(articles) };
    known.set(articles, found);
    return found.result;
  };
}
