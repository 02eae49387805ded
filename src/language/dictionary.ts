import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import nodejieba from 'nodejieba';
import { fold } from './fold.js';
import { Cutter } from './jieba/cutter.js';
import { Lexicon } from './jieba/lexicon.js';
import { UnknownWords } from './jieba/unknown-words.js';

/** A word that the dictionary lacks, such as the name of a place or a firm. */
export interface UserWord {
  readonly word: string;
  /** Part of speech in jieba's scheme; default `nz`, some proper noun. */
  readonly tag?: string;
}

const DEFAULT_TAG = 'nz';

let loaded: Cutter | undefined;
const added = new Map<string, string>();

/** jieba with the dictionary that nodejieba ships, which is read at the first call: 0.2 s and 50 MB. */
export function cutter(): Cutter {
  loaded ??= load();
  return loaded;
}

function load(): Cutter {
  const { DEFAULT_USER_DICT, DEFAULT_HMM_DICT } = nodejieba;
  const lexicon = new Lexicon(dictionaryText(), read(DEFAULT_USER_DICT));
  return new Cutter(lexicon, new UnknownWords(read(DEFAULT_HMM_DICT)));
}

/** jieba's dictionary as it is: lines of `word count tag`, where some 60 million words were counted. */
export function dictionaryText(): string {
  return read(nodejieba.DEFAULT_DICT);
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

/**
 * Makes words known to segmentation. Call it before anything is segmented: texts that were cut without the words do
 * not change.
 */
export function addWords(words: readonly UserWord[]): void {
  for (const { word, tag = DEFAULT_TAG } of words) {
    const folded = fold(word.trim());
    if (folded === '') continue;
    cutter().lexicon.add(folded, tag);
    added.set(folded, tag);
  }
}

/** What jieba calls a word that it does not know. */
export const UNKNOWN_TAG = 'x';

/**
 * The part of speech of a word, in jieba's scheme.
 * @param word folded, as it was cut
 * @returns `UNKNOWN_TAG` for what is not in the dictionary
 */
export function dictionaryTag(word: string): string {
  const { lexicon } = cutter();
  return lexicon.tags[lexicon.kindOf(word)] || tagOfSigns(word);
}

/** How often the dictionary counted a folded word in some 60 million; 0 for what is not in it. */
export function dictionaryCount(word: string): number {
  const { lexicon } = cutter();
  return lexicon.frequencies[lexicon.kindOf(word)] as number;
}

/** jieba's rule for what the dictionary has no tag for: enough ASCII signs are a number or a foreign word. */
function tagOfSigns(word: string): string {
  const signs = Array.from(word);
  const ascii = signs.filter((sign) => sign < '\x80').slice(0, Math.floor(signs.length / 2));
  if (ascii.length === 0) return UNKNOWN_TAG;
  return ascii.every((sign) => sign >= '0' && sign <= '9') ? 'm' : 'eng';
}

/** Names everything that decides how a text is segmented: texts segmented under the same name have the same words. */
export function dictionaryName(): string {
  const require = createRequire(import.meta.url);
  const { version } = require('nodejieba/package.json') as { version: string };
  const words = [...added].sort(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 12);
  return `nodejieba ${version}, ${words.length} words added (${hash})`;
}
