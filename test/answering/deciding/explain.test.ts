import { describe, expect, test } from 'vitest';
import type { AnswerOptions, Explanation } from '../../../src/answering/answer.js';
import {
  LEAST_ANSWERED,
  LEAST_HOPEFUL,
  LEAST_MARKED,
  LEAST_POSSIBLE,
} from '../../../src/answering/deciding/decide.js';
import { READ_FACTS, WORD_FACTS } from '../../../src/answering/deciding/facts.js';
import { answererOf, article, FakeReader, SURE } from '../support.js';

const ARTICLES = [
  article('渡口停运', ['青石渡口今年十一月停运，最后一班渡船由船工老秦驾驶。', '停运的原因是青石大桥通车。']),
  article('27路调整', ['27路公交车末班车延长到二十二点。']),
];
const FANCIES = [
  { window: '原因是', answers: SURE, stretch: '青石大桥通车' },
  { window: '末班车', answers: SURE, stretch: '二十二点' },
];

async function explained(
  text: string,
  reader = new FakeReader(FANCIES),
  options: AnswerOptions = {},
): Promise<Explanation> {
  const answerer = await answererOf(ARTICLES, reader);
  const { explanation } = await answerer.answer({ text }, { explain: true, ...options });
  if (!explanation) throw new Error('nothing was explained');
  return explanation;
}

describe('an explanation has', () => {
  test('the verdict, and the chances that it asks for', async () => {
    const { verdict, least } = await explained('青石渡口为什么停运');
    expect(verdict).toEqual({ status: 'answered', because: 'sure' });
    expect(least).toEqual({
      answered: LEAST_ANSWERED,
      hopeful: LEAST_HOPEFUL,
      possible: LEAST_POSSIBLE,
      marked: LEAST_MARKED,
    });
  });

  test('the terms that were looked for, with the passages that hold them', async () => {
    const { terms } = await explained('青石渡口为什么停运');
    expect(terms.map(({ term }) => term)).toEqual(expect.arrayContaining(['渡口', '停运']));
    expect(terms.find(({ term }) => term === '停运')?.passages).toBe(1);
  });

  test('the windows that were read, the best first, each with its stretch', async () => {
    const { windows, unread } = await explained('青石渡口为什么停运');
    expect(windows[0]).toMatchObject({ answers: SURE, stretch: '青石大桥通车' });
    expect(windows.map(({ worth }) => worth)).toEqual(
      windows.map(({ worth }) => worth).toSorted((a, b) => b - a),
    );
    expect(unread).toBeUndefined();
  });

  test('for each result its chances, what moves them, and what its article lacks', async () => {
    const { passages } = await explained('青石渡口为什么停运，鹦鹉呢');
    expect(passages[0]).toMatchObject({ title: '渡口停运', unmentioned: ['鹦鹉'] });
    expect(passages[0]?.scores.answers).toBeGreaterThan(0.5);
    expect(passages[0]?.scores.stretch).toBeGreaterThan(0.5);
    expect(Object.keys(passages[0]?.effects ?? {})).toEqual([...READ_FACTS]);
  });
});

test.each<[unread: string, AnswerOptions, FakeReader['trouble']]>([
  ['off', { read: false }, undefined],
  ['busy', {}, 'busy'],
  ['failed', {}, 'fault'],
])('why nothing was read is told: %s', async (unread, options, trouble) => {
  const reader = new FakeReader(FANCIES);
  reader.trouble = trouble;
  const explanation = await explained('青石渡口为什么停运', reader, options);
  expect(explanation).toMatchObject({ unread, windows: [], verdict: { because: 'not-read' } });
  const [best] = explanation.passages;
  expect(Object.keys(best?.scores ?? {}).sort()).toEqual(['about', 'answers', 'index', 'ranking']);
  expect(Object.keys(best?.effects ?? {})).toEqual([...WORD_FACTS]);
});

test.each<[question: string, status: string, because: string]>([
  ['谢谢', 'refused', 'small-talk'],
  ['。。。', 'refused', 'no-terms'],
  ['量子纠缠', 'refused', 'nothing-found'],
  ['28路公交车末班车几点', 'possible', 'other-number'],
])('%s is %s because of %s; nobody was too busy to read', async (question, status, because) => {
  const { verdict, unread } = await explained(question);
  expect(verdict).toMatchObject({ status, because });
  expect(unread).toBeUndefined();
});

test('nothing is explained that was not asked for', async () => {
  const answerer = await answererOf(ARTICLES, new FakeReader(FANCIES));
  expect(await answerer.answer({ text: '渡口为什么停运' })).not.toHaveProperty('explanation');
});
