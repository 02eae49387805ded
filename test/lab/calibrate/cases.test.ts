import { beforeAll, describe, expect, test } from 'vitest';
import { type AskedCase, caseOf } from '../../../lab/calibrate/cases.js';
import { type Judgement, Judgements } from '../../../lab/data/judgements.js';
import { type Collected, collect, indexOf } from '../../../lab/eval/collected.js';
import type { EvalQuestion, EvalSet } from '../../../lab/eval/set.js';
import { READ_FACTS, STRETCH_FACTS, WORD_FACTS } from '../../../src/answering/deciding/facts.js';
import type { Reader } from '../../../src/answering/reading/reading.js';
import { fold } from '../../../src/language/fold.js';
import type { PassageIndex } from '../../../src/retrieval/passage-index.js';

const SET: EvalSet = {
  name: 'ferry',
  passages: [
    { id: 'ferry-01', title: '渡轮时刻', text: '东岛的末班渡轮二十一点开。遇大风一律停航，票款全退。' },
    { id: 'ferry-02', title: '图书馆', text: '县图书馆每天八点半开放，二十点闭馆，周一不开。' },
  ],
  questions: [],
};
const LAST: EvalQuestion = { text: '东岛末班渡轮几点开', passage: 'ferry-01', answers: ['二十一点'] };

/** Reads nothing; says that what it is told to find answers, wherever it stands. */
function pointingAt(wanted: string, whenMissing = -3): Reader {
  return {
    read: async (_, windows) => ({
      kind: 'read',
      readings: windows.map(({ text }) => {
        const at = fold(text).indexOf(wanted);
        const stretch = at < 0 ? undefined : { start: at, end: at + wanted.length };
        return { answers: at < 0 ? whenMissing : 3, lead: at < 0 ? -2 : 2, share: 0.5, rival: 1, stretch };
      }),
    }),
    close: async () => {},
  };
}

let index: PassageIndex;
let collected: Collected;

beforeAll(async () => {
  collected = collect(SET, 'lines');
  index = await indexOf(collected.articles);
});

async function asked(
  question: EvalQuestion,
  about = true,
  reader = pointingAt('二十一点'),
  judged: readonly Judgement[] = [],
): Promise<AskedCase | undefined> {
  return caseOf({ index, collected, reader, judgements: new Judgements(judged) }, question, about, 'made up');
}

describe('what is true of an asked question', () => {
  test.each<
    [what: string, question: EvalQuestion, about: boolean, points: string, truths: Partial<AskedCase>]
  >([
    [
      'its stretch is the answer',
      LAST,
      true,
      '二十一点',
      { answers: true, stretchIs: true, answerable: true },
    ],
    [
      'the excerpt answers, the stretch does not',
      LAST,
      true,
      '票款全退',
      { answers: true, stretchIs: false, answerable: true },
    ],
    [
      'a near miss',
      { ...LAST, text: '东岛首班渡轮几点开', answers: [] },
      true,
      '二十一点',
      { answers: false, stretchIs: false, answerable: false, about: true },
    ],
    [
      'another article holds the same words',
      { ...LAST, passage: 'ferry-02' },
      true,
      '二十一点',
      { answers: false, stretchIs: false, answerable: true },
    ],
    [
      'another collection is asked about',
      LAST,
      false,
      '二十一点',
      { answers: false, stretchIs: false, answerable: false, about: false },
    ],
  ])('%s', async (_, question, about, points, truths) => {
    expect(await asked(question, about, pointingAt(points))).toMatchObject({ source: 'made up', ...truths });
  });

  describe('is what readers found where another article comes first than its own', () => {
    const elsewhere = { ...LAST, passage: 'ferry-02' };
    const nearMiss = { ...elsewhere, answers: [] };
    const read = (...readings: Judgement['readings']): Judgement => ({
      home: 'ferry-02',
      question: LAST.text,
      article: 'ferry-01',
      readings,
    });
    const right = { answers: true, answersUnread: true, stretchIs: true, answerable: true };
    const wrong = { answers: false, answersUnread: false, stretchIs: false };
    test.each<[what: string, question: EvalQuestion, judged: Judgement[], truths: Partial<AskedCase>]>([
      ['both say that it answers', elsewhere, [read('二十一点', '二十一点')], right],
      ['a near miss that it answers is none', nearMiss, [read('二十一点', '二十一点')], right],
      ['one says that it does not', elsewhere, [read('二十一点', undefined)], { ...wrong, answerable: true }],
      ['a near miss all the same', nearMiss, [read(undefined, undefined)], { ...wrong, answerable: false }],
    ])('%s', async (_, question, judged, truths) => {
      expect(await asked(question, true, pointingAt('二十一点'), judged)).toMatchObject(truths);
    });
  });

  test('stands beside the facts that the product weighs', async () => {
    const { read = [], words = [], stretch = [] } = (await asked(LAST)) ?? {};
    expect([read.length, words.length, stretch.length]).toEqual([
      READ_FACTS.length,
      WORD_FACTS.length,
      STRETCH_FACTS.length,
    ]);
    expect(read[READ_FACTS.indexOf('answers')]).toBe(3);
    expect(read[READ_FACTS.indexOf('lead')]).toBe(2);
    expect(stretch[STRETCH_FACTS.indexOf('length')]).toBeCloseTo(4 / 20);
    expect([...read, ...words, ...stretch].every(Number.isFinite)).toBe(true);
  });

  test('is of the passage that reading puts first, whatever ranking says', async () => {
    const question = { text: '渡轮末班几点，图书馆周几不开', passage: 'ferry-02', answers: ['周一'] };
    expect(await asked(question, true, pointingAt('周一'))).toMatchObject({ stretchIs: true });
  });
});

test.each<[what: string, text: string, reader: Reader]>([
  ['nothing is found', '火星基地密码', pointingAt('二十一点')],
  ['nothing is asked', '？！', pointingAt('二十一点')],
  ['the reader is busy', LAST.text, { read: async () => ({ kind: 'busy' }), close: async () => {} }],
])('there is no case where %s', async (_, text, reader) => {
  expect(await asked({ ...LAST, text }, true, reader)).toBeUndefined();
});
