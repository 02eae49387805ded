import type { Article } from '../../corpus/article.js';
import { fold } from '../../language/fold.js';
import { segment } from '../../language/segment.js';

/** Of titles that have the characters of a word, so many are cut into words to see whether they have the word. */
const MOST_CUT = 24;

/** The titles of a collection. */
export class Headings {
  readonly #titles: readonly string[];

  /** @param titles as they are written */
  constructor(titles: readonly string[]) {
    this.#titles = [...new Set(titles)];
  }

  /**
   * Whether a title has a word.
   * @param word folded
   * @param except a title that does not count
   */
  heads(word: string, except: string): boolean {
    let cut = 0;
    for (const title of this.#titles) {
      if (title === except || !fold(title).includes(word)) continue;
      if (segment(title).some(({ term }) => term === word)) return true;
      if (++cut === MOST_CUT) return false;
    }
    return false;
  }
}

/** The titles of articles, taken when they are first asked for: no change leaves the same array behind. */
export function headings(articles: readonly Article[]): Headings {
  const known = KNOWN.get(articles);
  if (known) return known;
  const made = new Headings(articles.map(({ title }) => title));
  KNOWN.set(articles, made);
  return made;
}

const KNOWN = new WeakMap<readonly Article[], Headings>();
