import type { ArticleStore } from '../retrieval/article-store.js';
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
  readonly articles: ArticleStore;
}

/**
 * The parts of a collection, each with an answerer of its own, which is made when it is first asked.
 * @param answererOf makes an answerer
 */
export function partsOf(whole: Whole, answererOf: (part: Whole) => Answerer): Parts {
  const all = answererOf(whole);
  const made = new Map<string, Answerer>();
  return {
    names: () => whole.articles.overview.folders,
    of(name) {
      if (name === undefined) return all;
      const known = made.get(name);
      if (known) return known;
      const articles = whole.articles.part(name);
      const size = (): number => articles.overview.passages;
      const answerer = answererOf({ index: new PartOfIndex(whole.index, name, size), articles });
      made.set(name, answerer);
      return answerer;
    },
  };
}
