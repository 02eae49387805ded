import type { Outcome } from './outcome.js';

/** A share (0 to 1) with the number of questions it was taken over. */
export interface Figure {
  readonly share: number;
  readonly questions: number;
}

/** How a figure is made: the mean of `value` over the outcomes that `of` lets through. */
interface Definition {
  /** For people. */
  readonly meaning: string;
  /** Which questions it is taken over. */
  readonly of: (outcome: Outcome) => boolean;
  /** @param least95 the score that 95 % of the set's own answerable questions reach */
  readonly value: (outcome: Outcome, least95: number) => boolean | number;
}

const own = ({ asked }: Outcome): boolean => asked === 'answerable';
const nearMiss = ({ asked }: Outcome): boolean => asked === 'near miss';
const foreign = ({ asked }: Outcome): boolean => asked === 'foreign';
const unanswerable = (outcome: Outcome): boolean => !own(outcome);
const answered = ({ status }: Outcome): boolean => status === 'answered';
const possible = ({ status }: Outcome): boolean => status === 'possible';
const refused = ({ status }: Outcome): boolean => status === 'refused';
const ownAnswered = (outcome: Outcome): boolean => own(outcome) && answered(outcome);

/** Every figure, in the order in which it is reported. Own questions are those of the set that it answers. */
export const FIGURES = {
  'hit@1': { meaning: 'right passage first', of: own, value: ({ rank }) => rank === 0 },
  'hit@5': {
    meaning: 'right passage among the first five',
    of: own,
    value: ({ rank }) => rank >= 0 && rank < 5,
  },
  'MRR@10': {
    meaning: 'mean reciprocal rank of the right passage',
    of: own,
    value: ({ rank }) => (rank >= 0 && rank < 10 ? 1 / (rank + 1) : 0),
  },
  'answer@120': {
    meaning: 'answer within the first excerpt of 120 UTF-16 units',
    of: own,
    value: ({ holds }) => holds,
  },
  answerF1: {
    meaning: 'character F1 of the marked answer; 0 where none is marked',
    of: own,
    value: ({ marked }) => marked?.f1 ?? 0,
  },
  answered: { meaning: 'own questions answered', of: own, value: answered },
  answeredRight: {
    meaning: 'own questions answered with the answer in the first excerpt',
    of: own,
    value: (outcome) => answered(outcome) && outcome.holds,
  },
  answeredRightOfAnswered: {
    meaning: 'of own questions answered: the answer, or half of it or more, in the first excerpt',
    of: ownAnswered,
    value: ({ right }) => right,
  },
  marked: {
    meaning: 'of own questions answered: a stretch is marked as the answer',
    of: ownAnswered,
    value: ({ marked }) => marked !== undefined,
  },
  markedRight: {
    meaning: 'of those marked: the stretch holds the answer, or is half of it or more',
    of: (outcome) => ownAnswered(outcome) && outcome.marked !== undefined,
    value: ({ marked }) => marked?.right === true,
  },
  possible: { meaning: 'own questions to which places are shown as possible', of: own, value: possible },
  possibleRight: {
    meaning: 'the same with the answer in the first excerpt, of all own questions',
    of: own,
    value: (outcome) => possible(outcome) && outcome.holds,
  },
  possibleRightOfThree: {
    meaning: 'the same with the answer in one of the first three, of all own questions',
    of: own,
    value: (outcome) => possible(outcome) && outcome.holdsInThree,
  },
  refusedThough: {
    meaning:
      'refused though the right passage came first and its excerpt holds the answer, of all own questions',
    of: own,
    value: (outcome) => refused(outcome) && outcome.rank === 0 && outcome.holds,
  },
  refused: { meaning: 'questions without an answer refused', of: unanswerable, value: refused },
  'refused@95': {
    meaning: 'the same with a threshold that answers 95 % of its own',
    of: unanswerable,
    value: ({ score = 0 }, least95) => score < least95,
  },
  foreignRefused: { meaning: 'questions of other sets refused', of: foreign, value: refused },
  foreignNotAnswered: {
    meaning: 'questions of other sets refused or shown possible places',
    of: foreign,
    value: (outcome) => !answered(outcome),
  },
  nearMissesRefused: { meaning: 'near misses refused', of: nearMiss, value: refused },
  nearMissesPossible: { meaning: 'near misses shown possible places', of: nearMiss, value: possible },
  nearMissesAnswered: { meaning: 'near misses answered', of: nearMiss, value: answered },
} as const satisfies Record<string, Definition>;

export type FigureName = keyof typeof FIGURES;

/** What questions say of the answers to them; a figure is absent where no question bears on it. */
export type Figures = { readonly [Name in FigureName]?: Figure };

/**
 * Sums outcomes up.
 * @param names the figures wanted; by default all
 */
export function tally(
  outcomes: readonly Outcome[],
  names: readonly FigureName[] = Object.keys(FIGURES) as FigureName[],
): Figures {
  const least95 = scoreOf95(outcomes);
  const figures: [FigureName, Figure][] = [];
  for (const name of names) {
    const { of, value }: Definition = FIGURES[name];
    const among = outcomes.filter(of);
    const sum = among.reduce((before, outcome) => before + Number(value(outcome, least95)), 0);
    if (among.length > 0)
      figures.push([name, { share: rounded(sum / among.length), questions: among.length }]);
  }
  return Object.fromEntries(figures);
}

/** A share with the four digits that are kept of it. */
export function rounded(share: number): number {
  return Number(share.toFixed(4));
}

function scoreOf95(outcomes: readonly Outcome[]): number {
  const scores = outcomes.filter(own).map(({ score = 0 }) => score);
  scores.sort((a, b) => a - b);
  return scores[Math.floor(scores.length * 0.05)] ?? 0;
}
