import { describe, expect, test } from 'vitest';
import { foreignOutcomeOf, type Outcome, outcomeOf } from '../../../lab/eval/outcome.js';
import type { EvalQuestion } from '../../../lab/eval/set.js';
import type { Answer } from '../../../src/answering/answer.js';
import { answer, clipping } from './answers.js';

const QUESTION: EvalQuestion = {
  text: '末班几点开？',
  passage: 'ferry-01',
  answers: ['夜里21:40'],
  kind: 'when',
};
const NEAR_MISS: EvalQuestion = { text: '西岛末班几点开？', passage: 'ferry-01', answers: [] };

type Told = Omit<Outcome, 'question' | 'excerpt'>;
const told = (question: EvalQuestion, given: Answer): Told => {
  const { question: _, excerpt: __, ...rest } = outcomeOf(question, given, 'ferry-01');
  return rest;
};
const OWN = { asked: 'answerable', status: 'answered', score: 0.5, rank: 0 } as const;
const HELD = { holds: true, holdsInThree: true, right: true };
const NOT_HELD = { holds: false, holdsInThree: false, right: false };

describe('the outcome of a question of its own', () => {
  test.each<[string, Answer, Told]>([
    [
      'with the answer marked',
      answer('answered', clipping('末班【夜里２１：４０】开')),
      { ...OWN, ...HELD, marked: { right: true, f1: 1 } },
    ],
    [
      'with half of the answer marked and no more shown',
      answer('answered', clipping('…【21:40】开')),
      { ...OWN, ...NOT_HELD, right: true, marked: { right: true, f1: 0.8 } },
    ],
    [
      'with less than half of it marked, though all is shown',
      answer('answered', clipping('末班【夜里】21:40开')),
      { ...OWN, ...HELD, marked: { right: false, f1: 0.5 } },
    ],
    [
      'with an excerpt that is most of the answer',
      answer('answered', clipping('里21:40…')),
      { ...OWN, ...NOT_HELD, right: true },
    ],
    [
      'with the answer in the third excerpt, from the right article',
      answer('possible', clipping('甲', 'a'), clipping('乙', 'b'), clipping('夜里21:40')),
      { ...OWN, ...NOT_HELD, status: 'possible', rank: 2, holdsInThree: true },
    ],
    [
      'with the answer in the fourth, which nobody is shown',
      answer(
        'possible',
        clipping('甲', 'a'),
        clipping('乙', 'b'),
        clipping('丙', 'b'),
        clipping('夜里21:40'),
      ),
      { ...OWN, ...NOT_HELD, status: 'possible', rank: 2 },
    ],
    [
      'refused with nothing',
      answer('refused'),
      { asked: 'answerable', status: 'refused', rank: -1, ...NOT_HELD },
    ],
  ])('%s', (_, given, outcome) => {
    expect(told(QUESTION, given)).toEqual(outcome);
  });

  test('that nothing answers is never right, whatever is marked', () => {
    expect(told(NEAR_MISS, answer('answered', clipping('末班【夜里21:40】开')))).toEqual({
      ...OWN,
      ...NOT_HELD,
      asked: 'near miss',
      rank: -1,
      marked: { right: false, f1: 0 },
    });
  });
});

test('the outcome of a question of another set is never right, though it is answered in the words wanted there', () => {
  expect(foreignOutcomeOf(QUESTION, answer('answered', clipping('【夜里21:40】')))).toEqual({
    question: QUESTION,
    excerpt: '夜里21:40',
    ...OWN,
    ...NOT_HELD,
    asked: 'foreign',
    rank: -1,
  });
});
