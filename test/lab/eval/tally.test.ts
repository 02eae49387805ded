import { expect, test } from 'vitest';
import { calibrationOf } from '../../../lab/eval/calibration.js';
import { groupsOf } from '../../../lab/eval/groups.js';
import { missesOf } from '../../../lab/eval/misses.js';
import type { Outcome } from '../../../lab/eval/outcome.js';
import { tally } from '../../../lab/eval/tally.js';
import { HELD, outcome } from './outcomes.js';

const KINDS = { when: { kind: 'when' }, who: { kind: 'who', passage: 'bank-12' } } as const;
const OUTCOMES: readonly Outcome[] = [
  outcome({ ...HELD, score: 0.95, marked: { right: true, f1: 1 } }, KINDS.when),
  outcome({ ...HELD, score: 0.9, marked: { right: false, f1: 0.5 } }, KINDS.when),
  outcome({ right: true, rank: 0, score: 0.9 }, KINDS.when),
  outcome({ score: 0.8 }, KINDS.who),
  outcome({ ...HELD, status: 'possible', score: 0.7 }, KINDS.who),
  outcome({ status: 'possible', holdsInThree: true, score: 0.6 }, KINDS.who),
  outcome({ ...HELD, status: 'refused', score: 0.3 }, KINDS.who),
  // Right words from another article: what was refused was not the right passage.
  outcome({ ...HELD, status: 'refused', rank: 5, score: 0.3 }, KINDS.who),
  outcome({ ...HELD, status: 'answered', rank: 3, score: 0.9 }, KINDS.who),
  outcome({ status: 'refused', rank: -1, score: 0.1 }, KINDS.who),
  outcome({ asked: 'near miss', status: 'answered', rank: -1, score: 0.9 }),
  outcome({ asked: 'near miss', status: 'possible', rank: -1, score: 0.4 }),
  outcome({ asked: 'near miss', status: 'refused', rank: -1, score: 0.05 }),
  outcome({ asked: 'near miss', status: 'refused', rank: -1, score: 0.05 }),
  outcome({ asked: 'foreign', status: 'refused', rank: -1, score: 0.05 }),
  outcome({ asked: 'foreign', status: 'possible', rank: -1, score: 0.5 }),
];

test('every figure, with its number of questions', () => {
  expect(tally(OUTCOMES)).toEqual({
    'hit@1': { share: 0.5, questions: 10 },
    'hit@5': { share: 0.8, questions: 10 },
    'MRR@10': { share: 0.6417, questions: 10 },
    'answer@120': { share: 0.6, questions: 10 },
    answerF1: { share: 0.15, questions: 10 },
    answered: { share: 0.5, questions: 10 },
    answeredRight: { share: 0.3, questions: 10 },
    answeredRightOfAnswered: { share: 0.8, questions: 5 },
    marked: { share: 0.4, questions: 5 },
    markedRight: { share: 0.5, questions: 2 },
    possible: { share: 0.2, questions: 10 },
    possibleRight: { share: 0.1, questions: 10 },
    possibleRightOfThree: { share: 0.2, questions: 10 },
    refusedThough: { share: 0.1, questions: 10 },
    refused: { share: 0.5, questions: 6 },
    'refused@95': { share: 0.5, questions: 6 },
    foreignRefused: { share: 0.5, questions: 2 },
    foreignNotAnswered: { share: 1, questions: 2 },
    nearMissesRefused: { share: 0.5, questions: 4 },
    nearMissesPossible: { share: 0.25, questions: 4 },
    nearMissesAnswered: { share: 0.25, questions: 4 },
  });
});

test('figures that no question bears on are absent', () => {
  expect(Object.keys(tally([outcome({ status: 'refused' })]))).toEqual([
    'hit@1',
    'hit@5',
    'MRR@10',
    'answer@120',
    'answerF1',
    'answered',
    'answeredRight',
    'possible',
    'possibleRight',
    'possibleRightOfThree',
    'refusedThough',
  ]);
  expect(tally([])).toEqual({});
});

test.each([
  [
    'kind',
    {
      none: { nearMissesAnswered: { share: 0.25, questions: 4 } },
      when: {
        'hit@1': { share: 1, questions: 3 },
        answeredRight: { share: 0.6667, questions: 3 },
        answeredRightOfAnswered: { share: 1, questions: 3 },
        markedRight: { share: 0.5, questions: 2 },
        refusedThough: { share: 0, questions: 3 },
      },
      who: {
        'hit@1': { share: 0.2857, questions: 7 },
        answeredRight: { share: 0.1429, questions: 7 },
        answeredRightOfAnswered: { share: 0.5, questions: 2 },
        refusedThough: { share: 0.1429, questions: 7 },
      },
    },
  ],
  [
    'world',
    {
      bank: {
        'hit@1': { share: 0.2857, questions: 7 },
        answeredRight: { share: 0.1429, questions: 7 },
        answeredRightOfAnswered: { share: 0.5, questions: 2 },
        refusedThough: { share: 0.1429, questions: 7 },
      },
      ferry: {
        'hit@1': { share: 1, questions: 3 },
        answeredRight: { share: 0.6667, questions: 3 },
        answeredRightOfAnswered: { share: 1, questions: 3 },
        markedRight: { share: 0.5, questions: 2 },
        refusedThough: { share: 0, questions: 3 },
        nearMissesAnswered: { share: 0.25, questions: 4 },
      },
    },
  ],
] as const)('the main figures by %s, of own questions only', (by, groups) => {
  expect(groupsOf(OUTCOMES, by)).toEqual(groups);
});

test('calibration compares chance and share right in ten bins; near misses count as wrong, other sets not at all', () => {
  const { score: _, ...nothingFound } = outcome({ status: 'refused' });
  const empty = (from: number, to: number) => ({ from, to, questions: 0, score: null, right: null });
  expect(
    calibrationOf([
      outcome({ score: 0.05, right: false }),
      outcome({ score: 0.8, right: true }),
      outcome({ score: 0.8, right: true }),
      outcome({ score: 0.86, asked: 'near miss' }),
      outcome({ score: 1, ...HELD }),
      outcome({ score: 0.9, right: true, status: 'refused' }),
      outcome({ score: 0.2, asked: 'foreign' }),
      nothingFound,
    ]),
  ).toEqual({
    questions: 6,
    // (1 × 0.05 + 3 × |0.82 − 0.6667| + 2 × 0.05) / 6
    error: 0.1017,
    bins: [
      { from: 0, to: 0.1, questions: 1, score: 0.05, right: 0 },
      empty(0.1, 0.2),
      empty(0.2, 0.3),
      empty(0.3, 0.4),
      empty(0.4, 0.5),
      empty(0.5, 0.6),
      empty(0.6, 0.7),
      empty(0.7, 0.8),
      { from: 0.8, to: 0.9, questions: 3, score: 0.82, right: 0.6667 },
      { from: 0.9, to: 1, questions: 2, score: 0.95, right: 1 },
    ],
  });
  expect(calibrationOf([nothingFound])).toBeUndefined();
});

test('misses are own questions without the answer in the first excerpt, the surest first', () => {
  expect(missesOf(OUTCOMES).map(({ score, rightPassage }) => [score, rightPassage])).toEqual([
    [0.9, true],
    [0.8, false],
    [0.6, false],
    [0.1, false],
  ]);
});
