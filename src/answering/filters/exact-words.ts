import type { Article, Passage } from '../../corpus/article.js';
import { passagesOf } from '../../corpus/passages.js';
import { fold, unfolded } from '../../language/fold.js';
import type { Range } from '../../language/range.js';

const QUOTED = /^\s*(?:“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|"([^"]+)"|＂([^＂]+)＂)\s*$/u;

/** What is asked for word for word: the text between quotation marks, where that is the whole question. */
export function exactWords(text: string): string | undefined {
  const words = QUOTED.exec(text)
    ?.slice(1)
    .find((each) => each !== undefined);
  return words === undefined || bare(words) === '' ? undefined : words.trim();
}

/** A passage with where the words stand in it, UTF-16 units. */
export interface Holding {
  readonly passage: Passage;
  readonly places: readonly Range[];
}

/**
 * Every passage that holds exactly these characters, after folding and without blanks, in the order of the collection. Texts
 * are searched as they are: folding all of a collection would take longer than anything else.
 */
export function holding(articles: readonly Article[], words: string): Holding[] {
  const sought = spellingsOf(words);
  return articles
    .filter(({ text }) => text.search(sought) >= 0)
    .flatMap((article) => passagesOf(article))
    .map((passage) => ({ passage, places: placesOf(passage.text, sought) }))
    .filter(({ places }) => places.length > 0);
}

/** The places, not overlapping, in units of the text with its blanks. */
function placesOf(text: string, sought: RegExp): Range[] {
  return [...text.matchAll(sought)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** What finds a text in whatever spelling folds to the same, with or without blanks between its characters. */
function spellingsOf(words: string): RegExp {
  const units = Array.from({ length: bare(words).length }, (_, i) => bare(words).charCodeAt(i));
  const classes = units.map((unit) => `[${unfolded(unit).map(escaped).join('')}]`);
  return new RegExp(classes.join('\\s*'), 'g');
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

function bare(text: string): string {
  return fold(text).replace(/\s+/g, '');
}
