import { bare } from '../../retrieval/exact-words.js';

const QUOTED = /^\s*(?:“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|"([^"]+)"|＂([^＂]+)＂)\s*$/u;

/** What is asked for word for word: the text between quotation marks, where that is the whole question. */
export function exactWords(text: string): string | undefined {
  const words = QUOTED.exec(text)
    ?.slice(1)
    .find((each) => each !== undefined);
  return words === undefined || bare(words) === '' ? undefined : words.trim();
}
