import { beforeAll, describe, expect, it } from 'vitest';
import type { Answerer } from '../../src/answering/answer.js';
import { answererOf, article } from './support.js';

const FERRY = '青石渡口轮渡票价调整';
const CABLE = '南屏索道票价公示';
let answerer: Answerer;

beforeAll(async () => {
  answerer = await answererOf([
    article(FERRY, ['青石渡口全票八元，学生半价。', '渡船年卡两百元，限本人使用。']),
    article(CABLE, ['南屏索道上行票价四十元，学生票价二十元。', '索道年卡三百元。']),
    article('澄澧渡口末班船', ['澄澧渡口的末班船晚上八点开。']),
    article('霁垱渡口末班船', ['霁垱渡口的末班船晚上九点开。']),
    article('望月大桥合龙', ['望月大桥主桥昨天合龙，全长1286米。']),
  ]);
});

async function about(text: string, title: string) {
  const [quoted] = (await answerer.answer({ text: title })).results;
  const passage = quoted?.citation.id as string;
  const { after, results } = await answerer.answer({ text, before: { passage, title } });
  return { after, first: results[0]?.citation.title };
}

describe('a question after an answer', () => {
  it.each([
    ['那学生呢', FERRY],
    ['那学生呢', CABLE],
    ['年卡多少钱', FERRY],
    ['年卡多少钱', CABLE],
  ])('%s after %s is completed by its title, and says so', async (text, title) => {
    expect(await about(text, title)).toEqual({ after: title, first: title });
  });

  it('that is full stays as it is', async () => {
    expect(await about('望月大桥全长多少米？', FERRY)).toEqual({ after: undefined, first: '望月大桥合龙' });
  });

  it('that names what segmentation cuts into characters is not about what was asked before', async () => {
    const { first } = await about('澄澧渡口的末班船几点开？', '霁垱渡口末班船');
    expect(first).toBe('澄澧渡口末班船');
  });

  it('knows the article by its title when the passage has gone', async () => {
    const { after, results } = await answerer.answer({
      text: '年卡多少钱',
      before: { passage: 'gone', title: CABLE },
    });
    expect([after, results[0]?.citation.title]).toEqual([CABLE, CABLE]);
  });

  it('is limited by what it says itself, not by what it was completed with', async () => {
    const title = '2019年青石渡口旧事';
    const { filters } = await answerer.answer({ text: '多少钱', before: { subject: title, settled: true } });
    expect(filters).toBeUndefined();
  });
});
