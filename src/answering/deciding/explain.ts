import type { RankedPassage } from '../ranking/rank.js';
import type { ReadWindow, Unread } from '../reading/read-windows.js';
import { LEAST_ANSWERED, LEAST_HOPEFUL, LEAST_MARKED, LEAST_POSSIBLE, type Verdict } from './decide.js';
import type { Chance } from './logistic.js';

/** Why a question was answered as it was, for whoever looks after the collection or the models. */
export interface Explanation {
  readonly verdict: Verdict;
  /** Least chances (0 to 1) that the verdict asks for. */
  readonly least: {
    readonly answered: number;
    readonly hopeful: number;
    readonly possible: number;
    readonly marked: number;
  };
  /** What the question was looked for by: words and pairs of characters, with their weight. */
  readonly terms: readonly { readonly term: string; readonly weight: number; readonly passages: number }[];
  /** Why nothing was read; absent where something was. */
  readonly unread?: Unread;
  /** The windows that were read, the best first. */
  readonly windows: readonly WindowExplanation[];
  /** As many as there are results, in their order. */
  readonly passages: readonly PassageExplanation[];
}

export interface WindowExplanation {
  /** Id of its passage. */
  readonly passage: string;
  /** Where it stands in the passage, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Logit that it answers. */
  readonly answers: number;
  /** How far its best stretch lies above “no answer here”, in logits. */
  readonly lead: number;
  /** Probability (0 to 1) of the stretch among all others and none. */
  readonly share: number;
  /** The stretch, folded. */
  readonly stretch: string;
  /** What it is ranked by. */
  readonly worth: number;
}

export interface PassageExplanation {
  readonly id: string;
  readonly title: string;
  /** The first two compare within one question only. */
  readonly scores: {
    /** Of the index: BM25+, summed over fields. */
    readonly index: number;
    /** Of the ranking before reading. */
    readonly ranking: number;
    /** Chance (0 to 1) that it holds the answer. */
    readonly answers: number;
    /** Chance (0 to 1) that it is what the question is about. */
    readonly about: number;
    /** Chance (0 to 1) that the stretch is the answer; absent where it was not read. */
    readonly stretch?: number;
  };
  /** What each fact adds to the log-odds of `answers`. */
  readonly effects: Readonly<Record<string, number>>;
  /** Words of the question that its article lacks. */
  readonly unmentioned: readonly string[];
}

/** The chances of a passage. */
export interface Chances {
  readonly about: Chance;
  readonly answers: Chance;
  readonly stretch?: Chance;
}

/** Explains one passage. */
export function explainPassage(
  { candidate: { passage, score: index }, score: ranking }: RankedPassage,
  { about, answers, stretch }: Chances,
  unmentioned: readonly string[],
): PassageExplanation {
  return {
    id: passage.id,
    title: passage.article.title,
    scores: {
      index,
      ranking,
      about: about.probability,
      answers: answers.probability,
      ...(stretch && { stretch: stretch.probability }),
    },
    effects: answers.effects,
    unmentioned,
  };
}

/** Explains one window. */
export function explainWindow({ passage, window, reading, text, worth }: ReadWindow): WindowExplanation {
  const { answers, lead, share, stretch } = reading;
  return {
    passage: passage.id,
    start: window.start,
    end: window.end,
    answers,
    lead,
    share,
    stretch: stretch ? text.text.slice(stretch.start, stretch.end) : '',
    worth,
  };
}

/** Puts a verdict and what led to it together. */
export function explanationOf(verdict: Verdict, rest: Omit<Explanation, 'verdict' | 'least'>): Explanation {
  const least = {
    answered: LEAST_ANSWERED,
    hopeful: LEAST_HOPEFUL,
    possible: LEAST_POSSIBLE,
    marked: LEAST_MARKED,
  };
  return { verdict, least, ...rest };
}
