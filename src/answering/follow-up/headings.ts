import { fold } from '../../language/fold.js';
import { segment } from '../../language/segment.js';
import { oncePerList } from '../once-per-list.js';

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

/** The titles of articles. */
export const headings = oncePerList((articles) => new Headings(articles.map(({ title }) => title)));
