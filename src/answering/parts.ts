import type { Article } from '../corpus/article.js';
import { passagesOf } from '../corpus/passages.js';
import { PartOfIndex } from '../retrieval/part-of-index.js';
import type { PassageIndex } from '../retrieval/passage-index.js';
import type { Answerer } from './answer.js';
import { oncePerList } from './once-per-list.js';

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
      const within = oncePerList((all) => all.filter(({ source }) => folderOf(source) === name));
      const articles = (): readonly Article[] => within(whole.articles());
      const size = (): number => passagesIn(articles());
      const answerer = answererOf({ index: new PartOfIndex(whole.index, name, size), articles });
      made.set(name, answerer);
      return answerer;
    },
  };
}

const passagesIn = oncePerList((articles) =>
  articles.reduce((sum, article) => sum + passagesOf(article).length, 0),
);

function folderOf(source: string): string | undefined {
  const slash = source.indexOf('/');
  return slash < 0 ? undefined : source.slice(0, slash);
}
