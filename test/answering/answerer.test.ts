import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Answerer, Clipping } from '../../src/answering/answer.js';
import { cutsPair } from '../language/texts.js';
import { ANSWERABLE, ARTICLES } from './ferry-town.js';
import { theReader } from './reader.js';
import { answererOf, article } from './support.js';

const FOREIGN = [
  '火星基地什么时候建成？',
  '梅西今年进了几个球',
  '量子计算机的原理是什么',
  '如何申请日本签证',
];
const QUESTIONS = [...ANSWERABLE.map(([question]) => question), ...FOREIGN, '图书馆', '渡船 博物馆'];

let answerer: Answerer;

beforeAll(async () => {
  answerer = await answererOf(ARTICLES, await theReader());
});

/** Ids of the passages in the order in which they are given. */
function order({ results }: Answer): string[] {
  return results.map(({ citation }) => citation.id);
}

describe('quotes', () => {
  test.each(ANSWERABLE)('%s %s', async (question, expected) => {
    const answer = await answerer.answer({ text: question });
    expect(answer.status).not.toBe('refused');
    expect(answer.results[0]?.excerpt).toContain(expected);
  });

  test.each([
    ['青石大桥全长多少米？', '1,286米'],
    ['最后一班渡船由谁驾驶？', '老秦'],
    ['青石大桥总投资是多少', '3.2亿元'],
  ])('and marks, where nothing is in doubt: %s %s', async (question, expected) => {
    const { status, results } = await answerer.answer({ text: question });
    expect(status).toBe('answered');
    const { excerpt, answer } = results[0] as Clipping;
    expect(excerpt.slice(answer?.start, answer?.end)).toContain(expected);
    expect(answer).toBeDefined();
  });
});

describe('refuses', () => {
  test.each(FOREIGN)('%s', async (question) => {
    expect(await answerer.answer({ text: question })).toMatchObject({
      status: 'refused',
      reason: 'no-evidence',
    });
  });

  test('with the words that it does not hold, as they were written; common ones are no news', async () => {
    const answer = await answerer.answer({ text: '火星基地圖書館的WiFi密碼' });
    expect(answer).toMatchObject({ status: 'refused', missing: ['火星', 'WiFi', '密碼'] });
  });

  test.each([
    ['greeting', '你好！'],
    ['greeting', 'Thank you!'],
    ['empty', ''],
    ['empty', '？？？'],
    ['empty', '👋👋'],
    ['empty', '什么？'],
    ['empty', '这个是什么呢'],
    ['empty', '\u202e\u0000\u200b'],
  ])('as %s: %s', async (reason, question) => {
    expect(await answerer.answer({ text: question })).toEqual({
      status: 'refused',
      reason,
      missing: [],
      results: [],
    });
  });
});

describe('finds the same for', () => {
  test.each([
    ['Traditional characters', '青石大桥总投资是多少', '青石大橋總投資是多少'],
    ['full-width letters and digits', '1286米的大桥', '１２８６米的大桥'],
    ['another spelling of a number', '二万一千平方米透水砖', '2.1万平方米透水砖'],
    ['another spelling of a time', '图书馆8:30开放', '图书馆八点三十分开放'],
    ['white space and signs around it', '渡口哪天停运的？', '  渡口哪天停运的 ？！\n'],
  ])('%s: %s = %s', async (_, one, other) => {
    const [expected, found] = [await answerer.answer({ text: one }), await answerer.answer({ text: other })];
    expect(expected.status).not.toBe('refused');
    expect(found.status).not.toBe('refused');
    expect(order(found)[0]).toBe(order(expected)[0]);
  });

  test('a Simplified question and a Traditional text', async () => {
    const traditional = await answererOf([
      article('碼頭停運', ['運行了六十二年的碼頭正式停運，最後一班渡輪由船長駕駛。']),
      article('圖書館', ['圖書館每天八點開放。']),
    ]);
    const answer = await traditional.answer({ text: '最后一班渡轮由谁驾驶？' });
    expect(answer.results[0]?.citation.title).toBe('碼頭停運');
    expect(answer.results[0]?.excerpt).toContain('船長');
  });
});

describe('results', () => {
  test.each(QUESTIONS)('come in the same order however many are asked for: %s', async (question) => {
    const all = order(await answerer.answer({ text: question }, { top: 50 }));
    expect(new Set(all).size).toBe(all.length);
    for (const top of [1, 2, 3])
      expect(order(await answerer.answer({ text: question }, { top }))).toEqual(all.slice(0, top));
  });

  test.each(QUESTIONS)('are the same each time, with scores that are chances: %s', async (question) => {
    const one = await answerer.answer({ text: question });
    expect(await answerer.answer({ text: question })).toEqual(one);
    for (const { score } of one.results) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });
});

describe('a clipping', () => {
  const texts = new Map(ARTICLES.map(({ id, text }) => [id, text]));

  /** Expects an excerpt to be verbatim, and its ranges to be inside it. */
  function expectSound({ excerpt, highlights, answer, citation }: Clipping, chars: number): void {
    expect(excerpt.length).toBeLessThanOrEqual(chars);
    expect(texts.get(citation.article)).toContain(excerpt);
    for (const { start, end } of [...highlights, ...(answer ? [answer] : [])]) {
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(excerpt.length);
      expect(cutsPair(excerpt, start) || cutsPair(excerpt, end)).toBe(false);
    }
  }

  test.each([20, 40, 80, 120, 300, 4000])('of %d units at most is verbatim', async (chars) => {
    for (const question of QUESTIONS) {
      for (const clipping of (await answerer.answer({ text: question }, { top: 10, chars })).results)
        expectSound(clipping, chars);
    }
  });

  test('opens from its id: at its beginning, and with the text around it', async () => {
    const [first] = (await answerer.answer({ text: '老秦今年多大' })).results;
    const id = first?.citation.id ?? '';
    const opened = await answerer.clipping(id, { chars: 60 });
    expect(opened).toMatchObject({ highlights: [], citation: { id, title: '青石渡口今起停运' } });
    expectSound(opened as Clipping, 60);
    const context = await answerer.context(id, 400);
    expect(context?.text.slice(context.passage.start, context.passage.end)).toContain(opened?.excerpt);
  });

  test('of an unknown id is not there', async () => {
    expect(await answerer.clipping('nowhere')).toBeUndefined();
    expect(await answerer.context('nowhere', 400)).toBeUndefined();
  });

  test('cites what the source states, and nothing that it does not', async () => {
    const [ferry] = (await answerer.answer({ text: '青石渡口为什么停运' })).results;
    expect(ferry?.citation).toMatchObject({
      title: '青石渡口今起停运',
      article: '青石渡口今起停运',
      source: 'a.txt',
      publication: '青石晚报',
      date: '2023-11-03',
      page: '2',
      byline: '记者 方晓棠',
    });
    const [potato] = (await answerer.answer({ text: '秋土豆什么时候播种' })).results;
    expect(Object.keys(potato?.citation ?? {}).sort()).toEqual(['article', 'id', 'lines', 'source', 'title']);
  });

  test('cites the lines that it quotes', async () => {
    const [clipping] = (await answerer.answer({ text: '咨询电话是多少' }, { chars: 20 })).results;
    expect(clipping?.excerpt).toContain('0571-6288');
    expect(clipping?.citation.lines).toEqual([4, 4]);
  });
});

describe('the collection', () => {
  test('is summed up', () => {
    expect(answerer.summary(2)).toMatchObject({
      articles: 4,
      files: 1,
      titles: ['青石渡口今起停运', '县图书馆夏季开放时间调整'],
      dates: { first: '2023-11-03', last: '2023-11-03' },
    });
  });

  test.each([0, 1, 3, 50])(
    'suggests %d questions at most, each of its own and one that leads to a passage',
    async (count) => {
      const examples = await answerer.examples(count);
      expect(examples.length).toBeLessThanOrEqual(count);
      expect(new Set(examples).size).toBe(examples.length);
      for (const question of examples) {
        expect(question).toMatch(/^\S{4,60}？$/u);
        expect((await answerer.answer({ text: question })).status).toBe('answered');
      }
      expect(await answerer.examples(count)).toEqual(examples);
    },
  );

  test('has something to suggest', async () => {
    expect((await answerer.examples(3)).length).toBeGreaterThan(0);
  });

  test('has a version of its own', async () => {
    expect((await answererOf(ARTICLES)).version).toBe(answerer.version);
    expect((await answererOf(ARTICLES.slice(1))).version).not.toBe(answerer.version);
  });

  test('of nothing refuses everything', async () => {
    const nothing = await answererOf([]);
    expect(await nothing.answer({ text: '青石大桥多长？' })).toMatchObject({
      status: 'refused',
      reason: 'no-evidence',
      results: [],
    });
    expect(nothing.summary(5)).toEqual({ articles: 0, passages: 0, files: 0, titles: [] });
    expect(await nothing.examples(3)).toEqual([]);
  });
});
