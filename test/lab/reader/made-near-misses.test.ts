import { describe, expect, test } from 'vitest';
import { randomFrom } from '../../../lab/random.js';
import { ownersOf, withOtherNumber, withOtherOwner } from '../../../lab/reader/made-near-misses.js';

/** All that comes of a question with different numbers drawn. */
function all(make: (random: () => number) => string | undefined): (string | undefined)[] {
  return [...new Set(Array.from({ length: 60 }, (_, seed) => make(randomFrom(seed))))].sort();
}

describe('asked of another number', () => {
  test.each<[question: string, article: string, becomes: readonly string[]]>([
    ['3路车末班几点', '3路车末班九点。2路、5路不变。', ['1路车末班几点', '4路车末班几点', '6路车末班几点']],
    [
      '2024年报名人数',
      '2024年报名三百人。',
      [
        '2021年报名人数',
        '2022年报名人数',
        '2023年报名人数',
        '2025年报名人数',
        '2026年报名人数',
        '2027年报名人数',
      ],
    ],
    ['1号楼谁管', '1号楼归老秦管', ['2号楼谁管', '3号楼谁管', '4号楼谁管']],
    ['三班班主任是谁', '三班和四班同去，五班留下', ['一班班主任是谁', '二班班主任是谁', '六班班主任是谁']],
  ])('%s of “%s” becomes %j', (question, article, becomes) => {
    expect(all((random) => withOtherNumber(question, article, random))).toEqual(becomes);
  });

  test.each<[question: string, article: string, why: string]>([
    ['哪一年停运', '那一年停运', '哪一 is no number that is named'],
    ['每十年修吗', '每十年修', 'nor is 每十'],
    ['5路车末班几点', '3路车末班21:40', 'the article does not name it'],
    ['末班几点', '3路车末班21:40', 'the question names none'],
    ['12345年', '12345年', 'five digits are no number of this kind'],
    ['3路车', '3路车，1路、2路、4路、5路、6路', 'its neighbours all stand in the article'],
    ['3元一张吗', '3元一张', 'what it counts is no unit that tells one of several'],
  ])('%s of “%s” stays as it is: %s', (question, article) => {
    expect(all((random) => withOtherNumber(question, article, random))).toEqual([undefined]);
  });

  test('changes one number where there are several', () => {
    const questions = all((random) => withOtherNumber('2路车3月改线吗', '2路车3月改线', random));
    expect(questions.length).toBeGreaterThan(5);
    for (const question of questions) expect(question).toMatch(/^(?:2路车\d月|\d路车3月)改线吗$/);
  });
});

const OWNERS = ownersOf([
  '青石小学和白沙小学放假，柳湾医院照常。',
  '枫桥医院在枫桥路。',
  '本小学、该医院、大医院',
]);

describe('owners', () => {
  test('are gathered by what their names end with, less words that only point at one', () => {
    expect(Object.fromEntries(OWNERS)).toEqual({
      小学: ['青石小学', '白沙小学'],
      医院: ['柳湾医院', '枫桥医院'],
      路: ['枫桥路'],
    });
  });

  test.each<[question: string, article: string, becomes: readonly (string | undefined)[]]>([
    ['青石小学几号开学', '青石小学九月一日开学', ['白沙小学几号开学']],
    ['柳湾医院周末开诊吗', '柳湾医院周末开诊', ['枫桥医院周末开诊吗']],
    ['青石小学几号开学', '青石小学、白沙小学九月一日开学', [undefined]],
    ['青石小学几号开学', '九月一日开学', [undefined]],
    ['枫桥路几时封闭', '枫桥路周六封闭', [undefined]],
    ['几号开学', '青石小学九月一日开学', [undefined]],
  ])('%s of “%s” becomes %j', (question, article, becomes) => {
    expect(all((random) => withOtherOwner(question, article, OWNERS, random))).toEqual(becomes);
  });

  test('are people by their surname, where the question names a person of the article', () => {
    const questions = all((random) =>
      withOtherOwner('王老师教几年级', '王老师教三年级，李老师不带班', OWNERS, random),
    );
    expect(questions.length).toBeGreaterThan(10);
    for (const question of questions) expect(question).toMatch(/^[^王李]老师教几年级$/);
  });

  test.each([
    ['赵老师教几年级', '王老师教三年级', 'the article names nobody of this name'],
    ['王府井几时开门', '王府井九点开门', 'it is the name of no person'],
  ])('%s of “%s” stays as it is: %s', (question, article) => {
    expect(all((random) => withOtherOwner(question, article, OWNERS, random))).toEqual([undefined]);
  });
});
