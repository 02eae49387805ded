import { expect, test } from 'vitest';
import {
  IdentifyingNumbers,
  namesOtherNumber,
} from '../../../src/answering/retrieving/identifying-numbers.js';
import { foldedUnits } from '../../../src/language/fold.js';
import { analyseQuestion } from '../../../src/language/question.js';
import { article, passage } from '../support.js';

test.each([
  ['27路票价多少', ['27']],
  ['旅游3号线几点发车', ['3']],
  ['12号楼什么时候停水', ['12']],
  ['2024年11月5日停水吗', ['2024年', '11月', '5日']],
  ['买3斤鸡蛋多少钱', []],
  ['大桥全长1286米吗', []],
  ['3中国人是谁', []],
])('%s names %j', (question, expected) => {
  expect(new IdentifyingNumbers(analyseQuestion(question)).terms).toEqual(expected);
});

const TEXT = '18路首班6时，票价2元。旅游二号线15元。3号楼今日停水，明天是十一月六日。';

test.each<[question: string, missing: number, why: string]>([
  ['18路票价多少', 0, 'it is there'],
  ['8路票价多少', 1, '18路 is another'],
  ['27路票价多少', 1, 'only another is there'],
  ['旅游2号线多少钱', 0, 'it is written 二号线'],
  ['3号线多少钱', 1, '3号楼 is something else'],
  ['11月6日停水吗', 0, 'the day is written 十一月六日'],
  ['2023年11月6日停水吗', 0, 'the year is that of the paper'],
  ['2024年11月5日停水吗', 2, 'neither year nor day is there'],
  ['票价多少', 0, 'it names none'],
])('of %s, %i of the numbers are missing: %s', (question, missing) => {
  const of = passage(article('公交', [TEXT], { date: '2023-10-27' }), TEXT);
  expect(
    new IdentifyingNumbers(analyseQuestion(question)).missingFrom({
      passage: of,
      units: foldedUnits(of.text),
    }),
  ).toBe(missing);
});

test.each<[question: string, another: boolean, why: string]>([
  ['27路票价多少', true, 'the article tells of 18路'],
  ['18路票价多少', false, 'that is the one'],
  ['旅游2号线多少钱', false, 'it stands elsewhere in the article, in another spelling'],
  ['2019年票价多少', false, 'a year may be told in other ways, such as 去年'],
  ['票价多少', false, 'it names none'],
])('%s is about another than the article: %s, %s', (question, another) => {
  const of = passage(article('公交', [TEXT, '其他线路照常。']), '其他线路照常。');
  expect(namesOtherNumber(new IdentifyingNumbers(analyseQuestion(question)), { passage: of })).toBe(another);
});
