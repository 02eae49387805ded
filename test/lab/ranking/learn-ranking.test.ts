import { beforeAll, describe, expect, test } from 'vitest';
import { hitsOf } from '../../../lab/ranking/hits.js';
import { formattedWeights, learnRanking } from '../../../lab/ranking/learn-ranking.js';
import { materialOf, type Sources } from '../../../lab/ranking/material.js';
import { useOf } from '../../../lab/reader/examples.js';
import { loadModel } from '../../../src/answering/ranking/model.js';
import { PASSAGE_FEATURES } from '../../../src/answering/ranking/passage-features.js';
import type { WeightsFile } from '../../../src/answering/ranking/rank.js';

const PLACES = ['青石', '白沙', '柳湾', '枫桥', '石板', '梅岭', '竹溪', '松塘'];
const passages = PLACES.flatMap((place, at) => [
  { id: `ferry-${at}`, title: `${place}渡口`, text: `${place}渡口末班船晚上${at + 2}点开，大风停航。` },
  { id: `hall-${at}`, title: `${place}礼堂`, text: `${place}礼堂可坐${at + 3}百人，逢周一闭馆检修。` },
]);
const ferries = PLACES.map((place, at) => ({
  text: `${place}渡口末班船几点开？`,
  passage: `ferry-${at}`,
  answers: [`${at + 2}点`],
}));
const halls = PLACES.map((place, at) => ({
  text: `${place}礼堂可坐多少人`,
  passage: `hall-${at}`,
  answers: [`${at + 3}百人`],
}));
const nearMiss = { text: '青石渡口首班船几点开', passage: 'ferry-0', answers: [] };
const lost = { text: '火星基地的密码', passage: 'hall-7', answers: ['10百人'] };

/** Passages by themselves, of many titles, so that some are for each use. */
const PUBLIC = {
  name: 'public',
  passages: Array.from({ length: 40 }, (_, i) => ({
    id: `p-${i}`,
    title: `第${i}站`,
    text: `第${i}站建于${1900 + i}年，由工程师设计。`,
  })),
  questions: Array.from({ length: 40 }, (_, i) => ({
    text: `第${i}站建于哪年？`,
    passage: `p-${i}`,
    answers: [`${1900 + i}年`],
  })),
};
const SOURCES: Sources = {
  everyday: { name: 'everyday', passages, questions: [...ferries, nearMiss, lost] },
  calibration: { name: 'worlds:calibration', questions: [...halls, lost] },
  publicSets: [PUBLIC],
};
const WAYS = {
  mishear: (question: string) => question.replace('渡口', '度口'),
  reword: (question: string) => `你好，${question}`,
};
const used = (use: string) => PUBLIC.passages.filter((passage) => useOf(passage) === use).length;

describe('what ranking is learned from', () => {
  test('are questions that something answers, every eighth once more as it may be heard, less those that nothing is found for', async () => {
    const { counts, learned } = await materialOf({ ...SOURCES, publicSets: [] }, WAYS);
    expect(counts).toEqual({ everyday: { written: 8, misheard: 1, reworded: 0, notFound: 1 } });
    expect(learned.map(({ weight }) => weight)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0.5]);
    for (const { target } of learned) expect(Array.from(target).filter((share) => share > 0)).toEqual([1]);
  });

  test('are public questions on learned passages alone, in three shapes', async () => {
    const { counts, measured } = await materialOf(SOURCES, WAYS);
    const of = used('learned');
    const { written = 0, misheard = 0, reworded = 0, notFound = 0 } = counts.public ?? {};
    expect(written + misheard + reworded + notFound).toBe(3 * of);
    expect([misheard, reworded]).toEqual([Math.ceil(of / 6), Math.ceil((of - 1) / 6)]);
    expect(measured.get('public')?.length).toBe(used('calibration'));
    expect(measured.get('worlds:calibration')?.length).toBe(halls.length + 1);
  });
});

describe('ranking learned from a small set', () => {
  let file: WeightsFile;

  beforeAll(async () => {
    file = await learnRanking(SOURCES, WAYS);
  });

  test('puts the right passages first of questions that it has not seen; what is not found is a miss', () => {
    const { measuredOn } = file.about as { measuredOn: Record<string, unknown> };
    expect(measuredOn['worlds:calibration']).toEqual({
      'hit@1': 0.8889,
      'hit@2': 0.8889,
      'hit@3': 0.8889,
      'hit@5': 0.8889,
      'hit@8': 0.8889,
      questions: 9,
    });
  });

  test('says of how many questions, of which sets, with what options it was learned', () => {
    expect(file.about).toMatchObject({
      learnedFrom: { everyday: { written: 8, notFound: 1 }, public: { written: expect.any(Number) } },
      options: { hidden: 12, networks: 2, epochs: 6, loss: 'list' },
    });
    expect(file.passage.hidden.length).toBe(24);
  });

  test('is written a row of numbers a line, and read as it was', () => {
    const text = formattedWeights(file);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(file)));
    expect(text).toMatch(/^ {3}\[(?:-?[\d.e+-]+, ){21}-?[\d.e+-]+\],$/m);
  });
});

test('a question counts at the place of its first right passage', () => {
  const width = PASSAGE_FEATURES.length;
  const weights = {
    features: PASSAGE_FEATURES,
    mean: new Array<number>(width).fill(0),
    scale: new Array<number>(width).fill(1),
    hidden: [],
    output: [],
    direct: [1, ...new Array<number>(width).fill(0)],
  };
  const example = (right: readonly number[], scores: readonly number[]) => ({
    rows: Float32Array.from(scores.flatMap((score) => [score, ...new Array<number>(width - 1).fill(0)])),
    target: scores.map((_, row) => (right.includes(row) ? 1 / right.length : 0)),
  });
  const examples = [
    example([1], [1, 3, 2]),
    example([0, 2], [1, 3, 2]),
    example([2], [4, 3, 2, 1]),
    example([], [1, 2]),
  ];
  expect(hitsOf(loadModel(weights, PASSAGE_FEATURES), examples)).toEqual({
    'hit@1': 0.25,
    'hit@2': 0.5,
    'hit@3': 0.75,
    'hit@5': 0.75,
    'hit@8': 0.75,
    questions: 4,
  });
});
