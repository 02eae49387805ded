import { sentences } from '../language/clauses.js';

/** Longest title made from an article's first words, in UTF-16 units. */
const LONGEST_TITLE = 30;

/** The beginning of a text, to the end of its first sentence where that is near: a title for what has none. */
export function firstWords(text: string): string {
  const sentence = text.slice(0, sentences(text.slice(0, LONGEST_TITLE * 2))[0]?.end ?? 0).trim();
  if (sentence.length <= LONGEST_TITLE) return sentence;
  const cut = sentence.slice(0, LONGEST_TITLE - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
