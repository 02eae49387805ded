import { describe, expect, test } from 'vitest';
import { worldsAsked } from '../../../lab/data/everyday-set.js';
import type { World } from '../../../lab/data/world.js';
import { spreadOf, spreadOverAll, tenthOf } from '../../../lab/eval/asked.js';
import type { EvalSet } from '../../../lab/eval/set.js';
import { useOf } from '../../../lab/reader/examples.js';

const SET: EvalSet = {
  name: 'many',
  passages: Array.from({ length: 400 }, (_, i) => ({ id: `p-${i}`, title: `题${i >> 1}`, text: '文' })),
  questions: Array.from({ length: 400 }, (_, i) => ({ text: `问${i}`, passage: `p-${i}`, answers: ['文'] })),
};

describe('a tenth of the questions', () => {
  const { passages, questions } = tenthOf(SET);

  test('is about that, and asked of all passages', () => {
    expect(questions.length).toBeGreaterThan(20);
    expect(questions.length).toBeLessThan(70);
    expect(passages).toBe(SET.passages);
  });

  test('is on passages that the reader does not learn from', () => {
    const uses = questions
      .map(({ passage }) => SET.passages.find(({ id }) => id === passage))
      .map((passage) => passage && useOf(passage));
    expect(new Set(uses)).toEqual(new Set(['kept apart']));
  });
});

test.each([
  [4, [0, 2, 5, 7]],
  [1, [0]],
  [10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  [99, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
])('%i questions at most of ten, evenly spread', (count, places) => {
  const ten = { ...SET, questions: SET.questions.slice(0, 10) };
  expect(spreadOf(ten, count)).toEqual({ ...ten, questions: places.map((place) => ten.questions[place]) });
});

test('of several sets the same questions are chosen as of one with all of them', () => {
  const part = (from: number, to: number) => ({ ...SET, questions: SET.questions.slice(from, to) });
  const apart = spreadOverAll([part(0, 3), part(3, 4), part(4, 10)], 4);
  expect(apart.map(({ questions }) => questions.length)).toEqual([2, 0, 2]);
  expect(apart.flatMap(({ questions }) => questions)).toEqual(spreadOf(part(0, 10), 4).questions);
});

test('worlds are searched together, beside other articles, and only those named are asked', () => {
  const world = (name: string): World => ({
    name,
    about: '',
    script: 'simplified',
    articles: [
      {
        id: `${name}-01`,
        title: '班次',
        kind: 'notice',
        text: '末班21:40。',
        answered: [{ id: `${name}-01-a`, text: '末班几点', kind: 'when', answers: ['21:40'], line: 9 }],
        nearMisses: [{ id: `${name}-01-b`, text: '首班几点', why: '只有末班', line: 10 }],
      },
    ],
  });
  const passage = (id: string) => ({ id, title: '班次', text: '末班21:40。' });
  const others = { name: 'others', passages: [passage('estate-01')], questions: SET.questions };
  expect(worldsAsked('worlds', [world('ferry'), world('bank')], ['bank'], others)).toEqual({
    name: 'worlds',
    passages: ['ferry-01', 'bank-01', 'estate-01'].map(passage),
    questions: [
      { id: 'bank-01-a', text: '末班几点', passage: 'bank-01', answers: ['21:40'], kind: 'when' },
      { id: 'bank-01-b', text: '首班几点', passage: 'bank-01', answers: [] },
    ],
  });
});
