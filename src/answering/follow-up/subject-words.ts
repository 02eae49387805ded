import { dictionaryCount, UNKNOWN_TAG } from '../../language/dictionary.js';
import { fold } from '../../language/fold.js';
import type { Token } from '../../language/segment.js';
import { isStopWord } from '../../language/stopwords.js';

/** What a collection knows of words. */
export interface WordEvidence {
  /** Whether what was spoken of before has a folded word: the article that was quoted, and the questions of the thread. */
  readonly spokenOf: (term: string) => boolean;
  /** Whether an article is headed with it, other than the one that was quoted. */
  readonly heads: (term: string) => Promise<boolean>;
  /** Whether the question names one of several by its number (9路, 第9号), and the quoted article speaks of others only. */
  readonly otherNumber: () => boolean;
}

/**
 * How surely a question names a subject of its own.
 * - `surely`: a name that nobody has spoken of, or a thing that another article is headed with.
 * - `perhaps`: a name that the quoted article has as well as another's headline, a word that may be a name, or a thing and what
 *   is said of it, of neither of which anybody has spoken.
 * - `no`: all its words are of what was spoken of, or name nothing.
 */
export type NamesSubject = 'surely' | 'perhaps' | 'no';

/** jieba's tags of proper nouns and of nouns. */
const PROPER = /^n[rstz]/;
/** Counts of jieba's dictionary, in some 60 million words, from which on a character is a word of every day. */
const EVERYDAY_COUNT = 20_000;
/** The same, up to which a character hardly stands for itself: 霁 and 渚 are parts of names. */
const RARE_COUNT = 2_000;
const NOUN = /^(?:n|s|l|j|i|an)/;

/**
 * Whether a question names a subject of its own.
 * @param own the question's words that say more than what is asked
 */
export async function namesSubject(own: readonly Token[], evidence: WordEvidence): Promise<NamesSubject> {
  const words = own.filter(({ term }) => term.length > 1);
  const told = await Promise.all(words.map((token) => nameIn(token, evidence)));
  if (cutNames(own).some((name) => !evidence.spokenOf(name))) told.push('perhaps');
  if (told.includes('surely')) return 'surely';
  if (told.includes('perhaps')) return 'perhaps';
  const isNew = words.length > 1 && words.every(({ term }) => !evidence.spokenOf(term));
  return isNew && words.some(({ tag }) => NOUN.test(tag)) ? 'perhaps' : 'no';
}

/**
 * Whether a question says the name of what was spoken of once more: 望月桥是谁设计的 after 望月桥主跨合龙. Nothing is missing from
 * it, and what is said twice weighs twice: completed, it would be answered with whatever is said of the name.
 * @param subject of the thread
 */
export function repeatsName(own: readonly Token[], subject: string): boolean {
  const told = fold(subject);
  return own.some((token) => token.term.length > 1 && isName(token) && told.includes(token.term));
}

function isName(token: Token): boolean {
  return isProper(token) || (token.tag === UNKNOWN_TAG && mayBeName(token.term));
}

function isProper({ kind, tag }: Token): boolean {
  return kind === 'latin' || PROPER.test(tag);
}

async function nameIn(token: Token, { spokenOf, heads }: WordEvidence): Promise<NamesSubject> {
  const { term, tag } = token;
  if (spokenOf(term)) return isProper(token) && (await heads(term)) ? 'perhaps' : 'no';
  if (isProper(token)) return 'surely';
  const isUnknown = tag === UNKNOWN_TAG;
  if ((isUnknown || NOUN.test(tag)) && (await heads(term))) return 'surely';
  return isUnknown && mayBeName(term) ? 'perhaps' : 'no';
}

/** Names that segmentation has cut into single characters, since it does not know them: 霁 and 渚. */
function cutNames(own: readonly Token[]): string[] {
  const runs: Token[][] = [];
  for (const token of own.filter(({ kind, term }) => kind === 'word' && term.length === 1)) {
    const run = runs.at(-1);
    if (run?.at(-1)?.end === token.start) run.push(token);
    else runs.push([token]);
  }
  return runs
    .filter((run) => run.length > 1 && run.some(({ term }) => dictionaryCount(term) < RARE_COUNT))
    .map((run) => run.map(({ term }) => term).join(''))
    .filter(mayBeName);
}

/**
 * Whether a word that the dictionary lacks may be a name. Segmentation also makes unknown words of what it cuts wrong, and
 * these are of everyday characters: 要关 in 要关多久, 人比 in 多少人比呢.
 */
function mayBeName(word: string): boolean {
  return Array.from(word).every((each) => !isStopWord(each) && dictionaryCount(each) < EVERYDAY_COUNT);
}
