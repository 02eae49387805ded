import MiniSearch from 'minisearch';
import { fold } from '../language/fold.js';
import { segment } from '../language/segment.js';

/** Longest stretch of a title that is looked up by its beginning, in UTF-16 units; nobody types more before choosing. */
const LONGEST = 16;
/**
 * Share (0 to 1) of the characters typed that may be wrong or yet to come: MiniSearch compares whole entries by likeness,
 * not their beginnings.
 */
const FUZZY = 0.4;

interface Entry {
  readonly id: number;
  readonly title: string;
}

/**
 * Titles that what is being typed may be on its way to. Chinese has no blanks to part words by, so a title is entered
 * from each of its words on: 渡口 finds 青石渡口停运. Unlike passages, titles are few and short: MiniSearch's own index and its
 * search by beginnings and by likeness serve them as they are.
 */
export class TitleSuggester {
  readonly #titles: readonly string[];
  readonly #index = new MiniSearch<Entry>({
    fields: ['title'],
    tokenize: stretchesOf,
    processTerm: (stretch) => stretch,
    searchOptions: { tokenize: (text) => [fold(text).trim()], prefix: true },
  });

  /** @param titles each once is enough; folded ones are equal */
  constructor(titles: readonly string[]) {
    this.#titles = [...new Set(titles)];
    this.#index.addAll(this.#titles.map((title, id) => ({ id, title })));
  }

  /**
   * Titles with a word that what was typed begins, shortest ones among equals first; where there is none, those that have
   * nearly that (青石度口).
   * @param typed in either script, any width; blank finds nothing
   * @param limit how many at most
   */
  complete(typed: string, limit: number): string[] {
    if (typed.trim() === '') return [];
    const exact = this.#index.search(typed);
    const found = exact.length > 0 ? exact : this.#index.search(typed, { fuzzy: FUZZY });
    return found.slice(0, limit).map(({ id }) => this.#titles[id as number] as string);
  }
}

/** What a title is found by: its beginning, and what follows from each of its words on; folded. */
export function stretchesOf(title: string): string[] {
  const folded = fold(title);
  const words = segment(title).filter(({ kind }) => kind !== 'other');
  return words.map(({ start }) => folded.slice(start, start + LONGEST));
}
