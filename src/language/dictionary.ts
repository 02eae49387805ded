import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import nodejieba from 'nodejieba';
import { fold } from './fold.js';

/** A word that the dictionary lacks, such as the name of a place or a firm. */
export interface UserWord {
  readonly word: string;
  /** Part of speech in jieba's scheme; default `nz`, some proper noun. */
  readonly tag?: string;
}

/**
 * One line. nodejieba's own file of inverse document frequencies serves keyword extraction, which is not used here;
 * without it loading takes 13 % less time and 20 MB less memory.
 */
const NO_FREQUENCIES = fileURLToPath(new URL('./no-frequencies.utf8', import.meta.url));
const DEFAULT_TAG = 'nz';

let loaded = false;
const added = new Map<string, string>();

/** nodejieba with its dictionary, which is read at the first call: 0.7 s and 280 MB, nearly all of its cost. */
export function jieba(): typeof nodejieba {
  if (!loaded) {
    nodejieba.load({ idfDict: NO_FREQUENCIES });
    loaded = true;
  }
  return nodejieba;
}

/**
 * Makes words known to segmentation. Call it before anything is segmented: texts that were cut without the words do
 * not change.
 */
export function addWords(words: readonly UserWord[]): void {
  for (const { word, tag = DEFAULT_TAG } of words) {
    const folded = fold(word.trim());
    if (folded === '') continue;
    jieba().insertWord(folded, tag);
    added.set(folded, tag);
  }
  tags.clear();
}

/** Most words come again and again; asking nodejieba for each takes as long as cutting the text did. */
const tags = new Map<string, string>();
const MOST_TAGS = 100_000;
/** What nodejieba calls a word that it does not know. */
export const UNKNOWN_TAG = 'x';

/**
 * The part of speech that the dictionary gives a word, in jieba's scheme.
 * @param word folded, as nodejieba cut it
 * @returns `UNKNOWN_TAG` for what is not in the dictionary
 */
export function dictionaryTag(word: string): string {
  const known = tags.get(word);
  if (known !== undefined) return known;
  const [only, ...others] = jieba().tag(word);
  // What it cuts when it stands alone was put together by the sense of its characters, not found.
  const tag = only && others.length === 0 ? only.tag : UNKNOWN_TAG;
  if (tags.size >= MOST_TAGS) tags.clear();
  tags.set(word, tag);
  return tag;
}

/** Names everything that decides how a text is segmented: texts segmented under the same name have the same words. */
export function dictionaryName(): string {
  const require = createRequire(import.meta.url);
  const { version } = require('nodejieba/package.json') as { version: string };
  const words = [...added].sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 12);
  return `nodejieba ${version}, ${words.length} words added (${hash})`;
}
