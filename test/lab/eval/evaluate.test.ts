import { describe, expect, test } from 'vitest';
import { Judgements } from '../../../lab/data/judgements.js';
import { evaluate, evaluateApart } from '../../../lab/eval/evaluate.js';
import { inMemory } from '../../../lab/eval/held.js';
import { toText } from '../../../lab/eval/report.js';
import type { EvalSet } from '../../../lab/eval/set.js';
import type { Answer, Answerer } from '../../../src/answering/answer.js';
import { createAnswerer } from '../../../src/answering/answerer.js';
import { answer, clipping } from './answers.js';

const SET: EvalSet = {
  name: 'ferry',
  passages: [{ id: 'ferry-01', title: '班次', text: '末班21:40。' }],
  questions: [
    { text: '末班几点', passage: 'ferry-01', answers: ['21:40'], kind: 'when' },
    { text: '首班几点', passage: 'ferry-01', answers: [] },
  ],
};
const FOREIGN: EvalSet = {
  name: 'far',
  passages: [{ id: 'x', text: '无' }],
  questions: [{ text: '火星多远', passage: 'x', answers: ['无'] }],
};
const ANSWERS: Readonly<Record<string, Answer>> = {
  末班几点: answer('answered', clipping('末班【21:40】。', 'ferry-01', 0.9)),
  首班几点: answer('possible', clipping('末班21:40。', 'ferry-01', 0.4)),
  火星多远: answer('refused'),
};

/** The set, asked of an answerer that knows what it says by heart. */
async function evaluated() {
  const asked: [string, unknown][] = [];
  const told: [number, number][] = [];
  const evaluation = await evaluate(SET, {
    outOfCorpus: [FOREIGN],
    by: ['kind'],
    answererOf: (index, articles): Answerer => ({
      ...createAnswerer(index, articles),
      answer: async ({ text }, options) => {
        asked.push([text, options]);
        return ANSWERS[text] as Answer;
      },
    }),
    progress: (done, all) => told.push([done, all]),
  });
  return { evaluation, asked, told };
}

test('every question is asked once, with the ten results that ranks want', async () => {
  const { asked, told } = await evaluated();
  const options = { top: 10, chars: 120 };
  expect(asked).toEqual([
    ['末班几点', options],
    ['首班几点', options],
    ['火星多远', options],
  ]);
  expect(told).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
});

test('an evaluation is what JSON and a saved measurement hold', async () => {
  const { evaluation } = await evaluated();
  const one = (share: number) => ({ share, questions: 1 });
  expect(evaluation).toEqual({
    set: 'ferry',
    passages: 1,
    'hit@1': one(1),
    'hit@5': one(1),
    'MRR@10': one(1),
    'answer@120': one(1),
    answerF1: one(1),
    answered: one(1),
    answeredRight: one(1),
    answeredRightOfAnswered: one(1),
    marked: one(1),
    markedRight: one(1),
    possible: one(0),
    possibleRight: one(0),
    possibleRightOfThree: one(0),
    refusedThough: one(0),
    refused: { share: 0.5, questions: 2 },
    'refused@95': { share: 1, questions: 2 },
    foreignRefused: one(1),
    foreignNotAnswered: one(1),
    nearMissesRefused: one(0),
    nearMissesPossible: one(1),
    nearMissesAnswered: one(0),
    medianMs: expect.any(Number),
    calibration: expect.objectContaining({ questions: 2, error: 0.25 }),
    byKind: {
      none: { nearMissesAnswered: one(0) },
      when: {
        'hit@1': one(1),
        answeredRight: one(1),
        answeredRightOfAnswered: one(1),
        markedRight: one(1),
        refusedThough: one(0),
      },
    },
    misses: [],
    toJudge: [],
  });
});

test('people get tables, every share with its number of questions', async () => {
  const { evaluation } = await evaluated();
  const lines = toText({ ...evaluation, medianMs: 1.5 }, 1).split('\n');
  const from = (start: string, count: number) => {
    const at = lines.findIndex((line) => line.startsWith(start));
    return lines.slice(at, at + count);
  };
  expect(lines[0]).toBe('ferry: 1 passages, median answer 1.5 ms');
  expect(from('  hit@1', 1)).toEqual(['  hit@1                    100.00 %  of     1  right passage first']);
  expect(from('  by kind', 3)).toEqual([
    '  by kind           hit@1   answered right   of answered, right    marked right   refused though   near misses answered',
    '  none                  –                –                    –               –                –            0.00 % of 1',
    '  when      100.00 % of 1    100.00 % of 1        100.00 % of 1   100.00 % of 1      0.00 % of 1                      –',
  ]);
  expect(from('  Chance given', 7)).toEqual([
    '  Chance given and share right are 25.00 % apart over 2 own questions with a result',
    '  chance       questions   mean chance      right',
    '  0.0 to 0.1           0             –          –',
    '  0.1 to 0.2           0             –          –',
    '  0.2 to 0.3           0             –          –',
    '  0.3 to 0.4           0             –          –',
    '  0.4 to 0.5           1       40.00 %     0.00 %',
  ]);
});

/** An answerer that says the same to every question. */
const saying =
  (said: Answer) =>
  (...[index, articles]: Parameters<typeof createAnswerer>): Answerer => ({
    ...createAnswerer(index, articles),
    answer: async () => said,
  });

describe('as readers judge', () => {
  const other = answer('answered', clipping('末班【22:10】。', 'bus-01', 0.9));
  const judged = async (...readings: readonly [string | undefined, string | undefined][]) => {
    const judgements = new Judgements(
      SET.questions.flatMap(({ passage, text }, place) => {
        const own = readings[place];
        return own ? [{ home: passage, question: text, article: 'bus-01', readings: own }] : [];
      }),
    );
    const { judged: told, toJudge } = await evaluate(SET, { judgements, answererOf: saying(other) });
    return { ...told, toJudge };
  };

  test('another article than the set’s is right as well, and a near miss that it answers is answerable', async () => {
    const both = ['22:10', '22:10'] as const;
    const { figures, unread } = await judged([...both], [...both]);
    expect(unread).toBe(0);
    expect(figures).toMatchObject({
      'hit@1': { share: 1, questions: 2 },
      answeredRight: { share: 1, questions: 2 },
      markedRight: { share: 1, questions: 2 },
    });
    expect(figures?.nearMissesAnswered).toBeUndefined();
  });

  test('but not where a reader found nothing in it, and what nobody read is told', async () => {
    const { figures, unread, toJudge } = await judged(['22:10', undefined]);
    expect(unread).toBe(1);
    expect(toJudge).toEqual([{ home: 'ferry-01', question: '首班几点', article: 'bus-01' }]);
    expect(figures).toMatchObject({
      'hit@1': { share: 0, questions: 1 },
      nearMissesAnswered: { share: 1, questions: 1 },
    });
  });
});

test('sets apart are indexed each by itself, told of as one, and asked the others’ questions in turn', async () => {
  const second = { ...SET, name: 'bus', passages: SET.passages.map((one) => ({ ...one, id: 'bus-01' })) };
  const held: string[][] = [];
  const asked: string[] = [];
  const foreign = {
    ...FOREIGN,
    questions: [...FOREIGN.questions, { ...FOREIGN.questions[0], text: '月亮多远' }],
  };
  const { set, passages, foreignRefused } = await evaluateApart('both', [SET, second], {
    outOfCorpus: [foreign as EvalSet],
    hold: (articles) => {
      held.push(articles.map(({ id }) => id));
      return inMemory(articles);
    },
    answererOf: (index, articles) => {
      const answerer = saying(answer('refused'))(index, articles);
      return {
        ...answerer,
        answer: async (question) => {
          asked.push(question.text);
          return answerer.answer(question);
        },
      };
    },
  });
  expect({ set, passages, foreignRefused }).toEqual({
    set: 'both',
    passages: 2,
    foreignRefused: { share: 1, questions: 2 },
  });
  expect(held).toEqual([['ferry-01'], ['bus-01']]);
  expect(asked).toEqual(['末班几点', '首班几点', '火星多远', '末班几点', '首班几点', '月亮多远']);
});
