import type { Passage } from '../../corpus/article.js';
import { PASSAGE_FEATURES } from '../ranking/passage-features.js';
import type { RankedPassage } from '../ranking/rank.js';
import type { ReadWindow } from '../reading/read-windows.js';
import { namesOtherNumber } from '../retrieving/identifying-numbers.js';
import type { Retrieved } from '../retrieving/retrieve.js';
import { unmentionedWords } from './missing-words.js';
import { isPhoneticOnly } from './phonetic-only.js';

/** What is known of a passage from its words alone, in the order in which it is weighed. */
export const WORD_FACTS = [
  'behind the first',
  'rarest word missing',
  'words missing',
  'numbers missing',
  'characters',
  'longest run',
  'words or title',
  'pairs or title',
  'title words',
  'other number',
  'sound alone',
  'unmentioned',
  'keywords',
  'size of collection',
] as const;

/** What is known of a passage whose best window was read. */
export const READ_FACTS = [
  'answers',
  'lead',
  'share',
  'ahead of others',
  'terms in window',
  ...WORD_FACTS,
] as const;

/** What is known of the stretch in it. */
export const STRETCH_FACTS = [
  'answers',
  'lead',
  'share',
  'ahead of rival',
  'ahead of others',
  'length',
] as const;

/** Values beyond these say no more. */
const FARTHEST = { lead: 8, rival: 10, ahead: 12 } as const;
/** Added to a share before its logarithm. */
const LEAST_SHARE = 1e-4;
/** UTF-16 units of a stretch that count as one. */
const LENGTH_UNIT = 20;

/** What a passage and its article do not have of what is asked; the whole article may be looked through for it. */
export interface Lacks {
  /** Words of the question that the article does not mention, as the question wrote them. */
  readonly unmentioned: readonly string[];
  /** Whether the question names one of several by its number, and the article speaks of others only. */
  readonly otherNumber: boolean;
  /** Whether it is tied to the question by sound alone, and by little of it. */
  readonly phoneticOnly: boolean;
}

/** What a passage lacks. */
export function lacksOf(retrieved: Retrieved, passage: Passage): Lacks {
  return {
    unmentioned: unmentionedWords(retrieved, passage),
    otherNumber: namesOtherNumber(retrieved.numbers, { passage }),
    phoneticOnly: isPhoneticOnly(retrieved.views.of(passage)),
  };
}

/**
 * Facts of words, one a name of `WORD_FACTS`.
 * @param best score of the passage that ranked first before reading
 * @param lacks what the passage lacks, where that is known already
 */
export function wordFacts(
  retrieved: Retrieved,
  { candidate, score, row }: RankedPassage,
  best: number,
  lacks = lacksOf(retrieved, candidate.passage),
): number[] {
  const of = (name: (typeof PASSAGE_FEATURES)[number]): number =>
    row[PASSAGE_FEATURES.indexOf(name)] as number;
  return [
    score - best,
    of('rarest missing'),
    of('words missing'),
    of('named numbers missing'),
    of('characters'),
    of('longest run'),
    of('words or title'),
    of('bigrams or title'),
    of('title words'),
    lacks.otherNumber ? 1 : 0,
    lacks.phoneticOnly ? 1 : 0,
    lacks.unmentioned.length > 0 ? 1 : 0,
    isKeywords(retrieved, of('words missing')) ? 1 : 0,
    Math.log(Math.max(1, retrieved.passages)),
  ];
}

/**
 * Facts of reading and of words, one a name of `READ_FACTS`.
 * @param words facts of words
 * @param next worth of the best window of another article; absent where none was read
 */
export function readFacts(
  words: readonly number[],
  { reading, worth, heldOrTitled }: ReadWindow,
  next?: number,
): number[] {
  return [
    reading.answers,
    leadOf(reading.lead),
    Math.log(reading.share + LEAST_SHARE),
    aheadOf(worth, next),
    heldOrTitled,
    ...words,
  ];
}

/**
 * Facts of the stretch, one a name of `STRETCH_FACTS`.
 * @param next as in `readFacts`
 */
export function stretchFacts({ reading, worth }: ReadWindow, next?: number): number[] {
  const { answers, lead, share, rival, stretch } = reading;
  return [
    answers,
    leadOf(lead),
    Math.log(share + LEAST_SHARE),
    Math.min(FARTHEST.rival, rival),
    aheadOf(worth, next),
    stretch ? (stretch.end - stretch.start) / LENGTH_UNIT : 0,
  ];
}

function leadOf(lead: number): number {
  return Math.max(-FARTHEST.lead, Math.min(FARTHEST.lead, lead));
}

function aheadOf(worth: number, next: number | undefined): number {
  return next === undefined ? FARTHEST.ahead : Math.min(FARTHEST.ahead, worth - next);
}

/** More words than this are a sentence, whatever it asks. */
const MOST_KEYWORDS = 4;

/** Whether nothing is asked, only words are named (游泳馆 开放时间), and a passage or its title has them all as written. */
function isKeywords({ question }: Pick<Retrieved, 'question'>, missing: number): boolean {
  const { asking, kind, content } = question;
  return !asking && kind === 'other' && content.length <= MOST_KEYWORDS && missing === 0;
}
