import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readMeasurement } from '../../../lab/measurement.js';
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
      answeredRightOfAnswered: { share: 0.6667, questions: 3 },
      marked: { share: expect.any(Number), questions: 3 },
      markedRight: { share: expect.any(Number), questions: expect.any(Number) },
      possible: { share: 0, questions: 3 },
      possibleRight: { share: 0, questions: 3 },
      possibleRightOfThree: { share: 0, questions: 3 },
      refusedThough: { share: 0, questions: 3 },
      refused: { share: 1, questions: 3 },
      'refused@95': { share: 1, questions: 3 },
      foreignRefused: { share: 1, questions: 2 },
      foreignNotAnswered: { share: 1, questions: 2 },
      nearMissesRefused: { share: 1, questions: 1 },
      nearMissesPossible: { share: 0, questions: 1 },
      nearMissesAnswered: { share: 0, questions: 1 },
      medianMs: expect.any(Number),
      calibration: { questions: 3, error: expect.any(Number), bins: expect.any(Array) },
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

  test('keeps what it measured, with what it takes to measure it again', async () => {
    const own = await folderWith({ 'ferry.json': JSON.stringify(SET) });
    const args = ['ferry.json', '--limit', '2', '--json', '--save', 'kept.json'];
    const { stdout } = await run('eval', args, { folder: own });
    const { misses: _, ...figures } = JSON.parse(stdout);
    expect(readMeasurement(join(own, 'kept.json'))).toEqual({
      command: 'npm run eval -- ferry.json --limit 2 --json --save kept.json',
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      machine: { cpu: expect.any(String), cores: expect.any(Number), node: process.versions.node },
      results: [figures],
    });
  });

  test('gives people a table a set, with the misses that they ask for', async () => {
    const { stdout } = await run('eval', ['ferry.json', 'foreign.json', '--misses', '1'], { folder });
    expect(stdout).toMatch(
      /^ferry: 4 passages[\s\S]*hit@1 +100\.00 % +of +3[\s\S]*周一闭馆[\s\S]*^foreign: 1 passages/m,
    );
  });

  test('searches all worlds together and asks those that are kept apart, a few of them where that is wanted', async () => {
    const args = ['worlds', '--limit', '12', '--by', 'world', '--by', 'kind', '--json'];
    const figures = JSON.parse((await run('eval', args, { folder })).stdout);
    expect(figures).toMatchObject({ set: 'worlds', passages: expect.any(Number) });
    expect(figures.passages).toBeGreaterThan(1900);
    const asked = figures['hit@1'].questions + figures.nearMissesAnswered.questions;
    expect(asked).toBe(12);
    expect(Object.keys(figures.byWorld)).toContain('bank');
    expect(Object.keys(figures.byKind)).toContain('none');
  });

  test('searches each world by itself, counts as readers judge, and lists what they have not read', async () => {
    const own = await folderWith({});
    const args = ['worlds:alone', '--limit', '12', '--judged', '--to-judge', 'unread.tsv', '--json'];
    const figures = JSON.parse((await run('eval', args, { folder: own })).stdout);
    expect(figures).toMatchObject({
      set: 'worlds:alone',
      passages: 250,
      judged: { unread: expect.any(Number) },
    });
    const lines = readFileSync(join(own, 'unread.tsv'), 'utf8').split('\n').slice(0, -1);
    expect(lines).toHaveLength(figures.judged.unread);
    expect(lines.filter((line) => line.split('\t').length !== 3)).toEqual([]);
  });

  test.each<[string, readonly string[], number, RegExp]>([
    ['a grouping that it does not know', ['ferry.json', '--by', 'title'], 2, /--by takes kind or world/],
    ['no question', ['ferry.json', '--limit', '0'], 2, /--limit takes a whole number from 1/],
    ['no set', [], 2, /Name at least one set[\s\S]*Usage: npm run eval/],
    [
      'to list what nobody has judged of figures that nobody did',
      ['ferry.json', '--to-judge', 'x.tsv'],
      2,
      /--judged/,
    ],
    ['an unknown option', ['ferry.json', '--fast'], 2, /--fast/],
    ['a set that is not there', ['none.json'], 2, /none\.json: there is no such file/],
  ])('refuses %s', async (_, args, code, message) => {
    const ended = await run('eval', args, { folder });
    expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(message) });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });
});
