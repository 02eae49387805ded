import { expect, test } from 'vitest';
import type { Explanation } from '../../../src/answering/answer.js';
import { answererOf, article } from '../support.js';

const ARTICLES = [
  article('渡口停运', ['青石渡口今年十一月停运，最后一班渡船由船工老秦驾驶。', '停运的原因是青石大桥通车。']),
  article('27路调整', ['27路公交车末班车延长到二十二点。']),
];

async function explained(text: string): Promise<Explanation> {
  const answerer = await answererOf(ARTICLES);
  const { explanation } = await answerer.answer({ text }, { explain: true });
  if (!explanation) throw new Error('nothing was explained');
  return explanation;
}

test('an explanation has the terms, and for each result its scores, its evidence and the facts', async () => {
  const { verdict, terms, passages } = await explained('青石渡口为什么停运');
  expect(verdict).toEqual({ status: 'answered', because: 'probable' });
  expect(terms.map(({ term }) => term)).toEqual(expect.arrayContaining(['渡口', '停运']));
  const [best] = passages;
  expect(best).toMatchObject({ title: '渡口停运', facts: { phoneticOnly: false, otherNumber: false } });
  expect(best?.scores.probability).toBeGreaterThan(0.7);
  expect(best?.scores.lenience).toBeGreaterThan(0);
  expect(Object.keys(best?.evidence ?? {})).toEqual(
    expect.arrayContaining(['words', 'title', 'best clause']),
  );
  expect(Object.keys(best?.evidence ?? {})).not.toContain('rest');
});

test.each<[question: string, because: string]>([
  ['谢谢', 'small-talk'],
  ['。。。', 'no-terms'],
  ['量子纠缠', 'nothing-found'],
  ['28路公交车末班车几点', 'other-number'],
])('%s is refused because of %s', async (question, because) => {
  expect((await explained(question)).verdict).toMatchObject({ status: 'refused', because });
});

test('nothing is explained that was not asked for', async () => {
  const answerer = await answererOf(ARTICLES);
  expect(await answerer.answer({ text: '渡口为什么停运' })).not.toHaveProperty('explanation');
});
