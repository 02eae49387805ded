import type { Article, Passage } from '../../corpus/article.js';
import { passagesOf } from '../../corpus/passages.js';
import { fold } from '../../language/fold.js';
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
 * Every passage that holds exactly these characters, after folding and without blanks, in the order of the collection.
 */
export function holding(articles: readonly Article[], words: string): Holding[] {
  const sought = bare(words);
  return articles
    .filter(({ text }) => bare(text).includes(sought))
    .flatMap((article) => passagesOf(article))
    .map((passage) => ({ passage, places: placesOf(passage.text, sought) }))
    .filter(({ places }) => places.length > 0);
}

/** The places, not overlapping, in units of the text with its blanks. */
function placesOf(text: string, sought: string): Range[] {
  const at = [...fold(text).matchAll(/\S/g)].map(({ index }) => index);
  const plain = bare(text);
  const places: Range[] = [];
  for (let found = plain.indexOf(sought); found >= 0; found = plain.indexOf(sought, found + sought.length)) {
    places.push({ start: at[found] as number, end: (at[found + sought.length - 1] as number) + 1 });
  }
  return places;
}

function bare(text: string): string {
  return fold(text).replace(/\s+/g, '');
}
