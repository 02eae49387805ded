import { bare } from '../exact-words.js';

/** A text as exact words are looked for in it: each of its characters as a term, in their order. */
export function charactersOf(text: string): string {
  return [...bare(text)].join(' ');
}

/** How many terms `charactersOf` makes of a text. */
export function countCharacters(text: string): number {
  return [...bare(text)].length;
}

/** Whether the places of words may overlap: 哈哈 stands twice in 哈哈哈. */
export function mayOverlap(words: string): boolean {
  const text = bare(words);
  for (let length = 1; length < text.length; length++) if (text.startsWith(text.slice(-length))) return true;
  return false;
}
