import { describe, expect, test } from 'vitest';
import { collect, indexOf } from '../../../lab/eval/collected.js';
import type { EvalSet } from '../../../lab/eval/set.js';
import { randomFrom } from '../../../lab/random.js';
import { answerPlace, type Example, type ExampleOptions, examplesOf } from '../../../lab/reader/examples.js';

const SET: EvalSet = {
  name: 'ferry',
  passages: [
    {
      id: 'a',
      title: '渡口時刻',
      text: '東島的末班渡輪二十一點開。西島的末班渡輪二十點開。遇大風一律停航，票款全退。',
    },
    { id: 'b', title: '渡轮票价', text: '渡轮成人票四十元，儿童票二十元。末班渡轮不另加价。' },
  ],
  questions: [
    { id: 1, text: '东岛末班渡轮几点开', passage: 'a', answers: ['二十一點'] },
    { id: 2, text: '南岛末班渡轮几点开', passage: 'a', answers: [] },
  ],
};

async function made(shares: Partial<ExampleOptions>, set: EvalSet = SET): Promise<Example[]> {
  const index = await indexOf(collect(set, 'lines').articles);
  const examples: Example[] = [];
  for await (const example of examplesOf(set, index, {
    found: 0,
    cut: 0,
    elsewhere: 0,
    exchanged: 0,
    misheard: 0,
    mishear: (question) => question,
    titled: 1,
    random: randomFrom(1),
    ...shares,
  }))
    examples.push(example);
  return examples;
}

describe('examples of a set', () => {
  test('are its windows, folded, with the stretch of the answer, and its near misses without one', async () => {
    const [answered, nearMiss, ...rest] = await made({});
    expect(rest).toEqual([]);
    expect(answered).toMatchObject({
      question: '东岛末班渡轮几点开',
      context: '渡口时刻',
      source: 'ferry answered',
    });
    const [start, end] = answered?.span ?? [0, 0];
    expect(answered?.text.slice(start, end)).toBe('二十一点');
    expect(nearMiss).toMatchObject({ question: '南岛末班渡轮几点开', source: 'ferry near miss' });
    expect(nearMiss).not.toHaveProperty('span');
  });

  test('hold what the index finds besides, where it has none of the answers', async () => {
    const found = (await made({ found: 1 })).filter(({ source }) => source === 'ferry found');
    expect(found.map(({ question, context, span }) => [question, context, span])).toEqual([
      ['东岛末班渡轮几点开', '渡轮票价', undefined],
      ['南岛末班渡轮几点开', '渡轮票价', undefined],
    ]);
  });
});

/** An article of several windows; the answer stands in the first. */
const LONG: EvalSet = {
  name: 'long',
  passages: [
    {
      id: 'ferry-01',
      title: '渡口时刻',
      text: [
        '东岛的末班渡轮二十一点开，周末也一样。乘客须在开船前十分钟到码头候船，迟到不候，船票当日有效，过期作废，请妥善保管。',
        '渡口设候船室，备有开水，老人和孕妇先上船，自行车另行收费，宠物不得带上船。'.repeat(5),
        `码头旁有停车场。东岛的首班渡轮六点开。${'停车按小时收费，夜间免费，大型车辆须提前联系管理处，车内贵重物品自行保管。'.repeat(5)}`,
      ].join('\n'),
    },
  ],
  questions: [{ text: '东岛的末班渡轮几点开？', passage: 'ferry-01', answers: ['二十一点'] }],
};
const others = async (shares: Partial<ExampleOptions>, set = LONG) =>
  (await made(shares, set)).filter(({ source }) => source !== 'long answered');

describe('what does not answer', () => {
  test('is another window of the same article, the one nearest to the question', async () => {
    const [elsewhere, ...rest] = await others({ elsewhere: 1 });
    expect(rest).toEqual([]);
    expect(elsewhere).toMatchObject({
      source: 'long elsewhere',
      question: '东岛的末班渡轮几点开？',
      world: 'ferry',
    });
    expect(elsewhere).not.toHaveProperty('span');
    expect(elsewhere?.text).not.toContain('二十一点');
    expect(elsewhere?.text).toContain('首班渡轮六点');
  });

  test('is no other window where all that there are have the answer', async () => {
    const [passage] = LONG.passages;
    const text = passage?.text.replaceAll('渡口设', '二十一点渡口设').replaceAll('停车按', '二十一点停车按');
    const set = { ...LONG, passages: [{ id: 'ferry-01', text: text ?? '' }] };
    expect(await others({ elsewhere: 1 }, set)).toEqual([]);
  });

  test('is the window of the answer less the sentence that holds it', async () => {
    const [cut, ...rest] = await others({ cut: 1 });
    expect(rest).toEqual([]);
    expect(cut).toMatchObject({ source: 'long cut', context: '渡口时刻' });
    expect(cut).not.toHaveProperty('span');
    expect(cut?.text).toMatch(/^乘客须在/);
    expect(cut?.text).not.toContain('二十一点');
  });

  test('is nothing cut where little would be left', async () => {
    expect((await made({ cut: 1 })).map(({ source }) => source)).toEqual([
      'ferry answered',
      'ferry near miss',
    ]);
  });

  test('is a question of another number or owner', async () => {
    const set: EvalSet = {
      name: 'bus',
      passages: [
        { id: 'bus-01', title: '公交', text: '3路车末班九点，从青石小学开出，沿河而行。' },
        { id: 'bus-02', title: '学校', text: '白沙小学放假。' },
      ],
      questions: [{ text: '3路车从青石小学几点开出', passage: 'bus-01', answers: ['九点'] }],
    };
    const [, number, owner] = await made({ exchanged: 1 }, set);
    expect(number).toMatchObject({
      source: 'bus another number',
      question: expect.stringMatching(/^[12456]路车从青石小学几点开出$/),
    });
    expect(owner).toMatchObject({ source: 'bus another owner', question: '3路车从白沙小学几点开出' });
    for (const example of [number, owner]) expect(example).not.toHaveProperty('span');
  });
});

describe('a question misheard', () => {
  const mishear = (question: string) => question.replace('渡轮', '肚轮');

  test('has the answer at the same place', async () => {
    const [answered, heard] = await made({ misheard: 1, mishear }, LONG);
    expect(heard).toMatchObject({
      source: 'long misheard',
      question: expect.stringMatching(/^东岛的末班肚轮几点开？?$/),
      text: answered?.text,
      span: answered?.span,
    });
  });

  test('is left out where it is the same', async () => {
    const set = { ...LONG, questions: [{ ...LONG.questions[0]!, text: '末班几点开' }] };
    expect(await others({ misheard: 1, mishear }, set)).toEqual([]);
  });
});

test.each<[question: string, place: readonly number[] | undefined, why: string]>([
  ['西岛末班几点', [90, 92], 'of two places the one whose surroundings are asked about'],
  ['东岛末班几点', [4, 6], 'and the other way round'],
])('%s is answered at %j: %s', (question, place) => {
  const far = '。'.repeat(80);
  expect(answerPlace({ text: question, answers: ['八点'] }, `东岛末班八点${far}西岛末班八点`)).toEqual(place);
});

test('an answer that is not there has no place', () => {
  expect(answerPlace({ text: '几点', answers: ['九点'] }, '东岛八点')).toBeUndefined();
});
