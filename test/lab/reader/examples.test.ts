import { describe, expect, test } from 'vitest';
import { collect, indexOf } from '../../../lab/eval/collected.js';
import { randomFrom } from '../../../lab/random.js';
import { answerPlace, type Example, type ExampleOptions, examplesOf } from '../../../lab/reader/examples.js';

const SET = {
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

async function made(shares: Pick<ExampleOptions, 'found' | 'cut'>): Promise<Example[]> {
  const index = await indexOf(collect(SET, 'lines').articles);
  const examples: Example[] = [];
  for await (const example of examplesOf(SET, index, {
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
    const [answered, nearMiss, ...rest] = await made({ found: 0, cut: 0 });
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
    const found = (await made({ found: 1, cut: 0 })).filter(({ source }) => source === 'ferry found');
    expect(found.map(({ question, context, span }) => [question, context, span])).toEqual([
      ['东岛末班渡轮几点开', '渡轮票价', undefined],
      ['南岛末班渡轮几点开', '渡轮票价', undefined],
    ]);
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
