import type { Article } from '../corpus/article.js';
import { passagesOf } from '../corpus/passages.js';
import { PartOfIndex } from '../retrieval/part-of-index.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import type { Answerer } from './answer.js';

/** A collection that can be asked as a whole, or in parts: the folders directly in it. */
export interface Parts {
  /** The folders that articles are in, in the order of their names. */
  names(): readonly string[];
  /**
   * What answers from a part alone; `undefined`: from the whole.
   * A folder that is gone answers nothing, so that a chat which is bound to it hears nothing of the others.
   */
  of(name: string | undefined): Answerer;
}

/** What is asked. */
interface Whole {
  readonly index: PassageIndex;
  readonly articles: () => readonly Article[];
}

/**
 * The parts of a collection, each with an answerer of its own, which is made when it is first asked.
 * @param answererOf makes an answerer
 */
export function partsOf(whole: Whole, answererOf: (part: Whole) => Answerer): Parts {
  const all = answererOf(whole);
  const made = new Map<string, Answerer>();
  return {
    names: () => [...new Set(whole.articles().flatMap(({ source }) => folderOf(source) ?? []))].sort(),
    of(name) {
      if (name === undefined) return all;
      const known = made.get(name);
      if (known) return known;
      const articles = perList(whole.articles, (all) =>
        all.filter(({ source }) => folderOf(source) === name),
      );
      const size = perList(articles, passagesIn);
      const answerer = answererOf({ index: new PartOfIndex(whole.index, name, size), articles });
      made.set(name, answerer);
      return answerer;
    },
  };
}

/** Works something out once for each list of articles: a part is asked far more often than the collection changes. */
function perList<T>(articles: () => readonly Article[], work: (articles: readonly Article[]) => T): () => T {
  let last: { readonly of: readonly Article[]; readonly result: T } | undefined;
  return () => {
    const of = articles();
    if (last?.of !== of) last = { of, result: work(of) };
    return last.result;
  };
}

function passagesIn(articles: readonly Article[]): number {
  return articles.reduce((sum, article) => sum + passagesOf(article).length, 0);
}

function folderOf(source: string): string | undefined {
  const slash = source.indexOf('/');
  return slash < 0 ? undefined : source.slice(0, slash);
}
