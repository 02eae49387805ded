import { beforeAll, describe, expect, test } from 'vitest';
import { characterF1, holdsAnswer } from '../../../lab/eval/score.js';
import { build, folderWith, run } from '../../cli/command.js';

const SET = {
  name: 'ferry',
  passages: [
    { id: 'p1', title: '渡口', text: '青石渡口今年十一月停运，最后一班渡船由船工老秦驾驶，载客四十七人。' },
    { id: 'p2', title: '大桥', text: '青石大桥全长1,286米，总投资3.2亿元，由省交通设计院设计。' },
    { id: 'p3', title: '图书馆', text: '县图书馆每天八点半开放，二十点关闭，周一闭馆。' },
    { id: 'p4', title: '土豆', text: '秋土豆要在立秋前后播种，播种前用草木灰拌种，可以防止烂种。' },
  ],
  questions: [
    { id: 'q1', text: '青石大桥全长多少米？', passage: 'p2', answers: ['1,286米', '１２８６米'] },
    { id: 'q2', text: '秋土豆什么时候播种？', passage: 'p4', answers: ['立秋前后'] },
    { id: 'q3', text: '圖書館周幾閉館？', passage: 'p3', answers: ['周二'] },
    { id: 'q4', text: '火星基地的密码是什么？', passage: 'p1', answers: [] },
  ],
};
const FOREIGN = {
  passages: [{ id: 'x', text: '无关。' }],
  questions: [
    { text: '梅西今年进了几个球？', passage: 'x', answers: ['无关'] },
    { text: '怎么申请日本签证？', passage: 'x', answers: ['无关'] },
  ],
};

let folder: string;

beforeAll(async () => {
  build();
  folder = await folderWith({ 'ferry.json': JSON.stringify(SET), 'foreign.json': JSON.stringify(FOREIGN) });
});

describe.concurrent('eval', () => {
  test('gives every figure with the number of questions that it was taken over', async () => {
    const args = ['ferry.json', '--out-of-corpus', 'foreign.json', '--json', '--misses', '5'];
    const { code, stdout, stderr } = await run('eval', args, { folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      set: 'ferry',
      passages: 4,
      'hit@1': { share: 1, questions: 3 },
      'hit@5': { share: 1, questions: 3 },
      'MRR@10': { share: 1, questions: 3 },
      'answer@120': { share: 0.6667, questions: 3 },
      answerF1: { share: expect.any(Number), questions: 3 },
      answered: { share: 1, questions: 3 },
      answeredRight: { share: 0.6667, questions: 3 },
      refused: { share: 1, questions: 3 },
      'refused@95': { share: 1, questions: 3 },
      medianMs: expect.any(Number),
      misses: [
        {
          question: '圖書館周幾閉館？',
          quoted: expect.stringContaining('周一闭馆'),
          gold: ['周二'],
          rightPassage: true,
          score: expect.any(Number),
        },
      ],
    });
  });

  test('gives people a table a set, with the misses that they ask for', async () => {
    const { stdout } = await run('eval', ['ferry.json', 'foreign.json', '--misses', '1'], { folder });
    expect(stdout).toMatch(
      /^ferry: 4 passages[\s\S]*hit@1 +100\.00 % +of +3[\s\S]*周一闭馆[\s\S]*^foreign: 1 passages/m,
    );
  });

  test.each<[string, readonly string[], number, RegExp]>([
    ['no set', [], 2, /Name at least one set[\s\S]*Usage: npm run eval/],
    ['an unknown option', ['ferry.json', '--fast'], 2, /--fast/],
    ['a set that is not there', ['none.json'], 2, /none\.json: there is no such file/],
  ])('refuses %s', async (_, args, code, message) => {
    const ended = await run('eval', args, { folder });
    expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(message) });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });

  const [question] = SET.questions;
  test.each<[string, unknown, RegExp]>([
    ['text that is no JSON', '{ "passages": [', /set\.json: .*JSON/],
    ['another form', [1, 2], /set\.json: /],
    ['no passages', { ...SET, passages: [] }, /set\.json: passages: /],
    ['a passage without text', { ...SET, passages: [{ id: 'p1' }] }, /set\.json: passages\[0\]\.text: /],
    [
      'an id twice',
      { ...SET, passages: [...SET.passages, SET.passages[0]] },
      /passages\[4\]\.id: "p1" occurs twice/,
    ],
    [
      'answers that are no list',
      { ...SET, questions: [{ ...question, answers: 'x' }] },
      /questions\[0\]\.answers: /,
    ],
    [
      'a passage that is not there',
      { ...SET, questions: [{ ...question, passage: 'p9' }] },
      /questions\[0\]\.passage: .*"p9"/,
    ],
  ])('refuses a set with %s, naming the place', async (_, set, message) => {
    const content = typeof set === 'string' ? set : JSON.stringify(set);
    const ended = await run('eval', ['set.json'], { folder: await folderWith({ 'set.json': content }) });
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });
});

describe('an excerpt holds an answer', () => {
  test.each([
    ['as it is', '全长1286米。', ['1286米'], true],
    ['in the other script', '長江大橋', ['长江'], true],
    ['in another width or case', 'ＷＥＣＨＡＴ', ['WeChat'], true],
    ['with signs that NFKC takes apart', '一百㎡', ['100', '百m2'], true],
    ['any of several', '甲', ['乙', '甲'], true],
    ['but not a part of it', '全长1286', ['1286米'], false],
  ])('%s', (_, text, answers, holds) => {
    expect(holdsAnswer(text, answers)).toBe(holds);
  });
});

describe('character F1', () => {
  test.each([
    ['of the same is 1', '1286米', ['1286米'], 1],
    ['leaves signs and scripts out', '《長江》', ['长江'], 1],
    ['is the best over the answers', '长江', ['黄河', '长江'], 1],
    ['of half the characters, none too many, is two thirds', '长江', ['长江大桥'], 2 / 3],
    ['counts a character as often as it stands', '天天', ['天'], 2 / 3],
    ['of nothing in common is 0', '甲', ['乙'], 0],
    ['of nothing is 0', '', ['乙'], 0],
  ])('%s', (_, text, answers, f1) => {
    expect(characterF1(text, answers)).toBeCloseTo(f1, 10);
  });
});
