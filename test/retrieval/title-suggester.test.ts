import { expect, test } from 'vitest';
import { TitleSuggester } from '../../src/retrieval/title-suggester.js';

const TITLES = [
  '青石渡口停运',
  '青石大桥通车',
  '县图书馆延长开放',
  '27路公交车延长运营时间',
  '圖書館搬家',
  'WiFi覆盖全城',
];
const suggester = new TitleSuggester(TITLES);

test.each<[typed: string, titles: readonly string[], why: string]>([
  ['青石', ['青石大桥通车', '青石渡口停运'], 'a beginning that two titles have'],
  ['渡', ['青石渡口停运'], 'a word inside begins with it'],
  ['图书馆', ['圖書館搬家', '县图书馆延长开放'], 'Traditional and Simplified are the same'],
  ['wif', ['WiFi覆盖全城'], 'case is nothing'],
  ['２７路', ['27路公交车延长运营时间'], 'nor is width'],
  ['青石度口停', ['青石渡口停运'], 'a slip of the finger'],
  ['延长', ['县图书馆延长开放', '27路公交车延长运营时间'], 'shorter first'],
  ['火星', [], 'nothing of the kind'],
  ['  ', [], 'nothing typed'],
])('%s is completed to %j: %s', (typed, titles) => {
  expect(suggester.complete(typed, 5)).toEqual(titles);
});

test('no more are given than are wanted', () => {
  expect(suggester.complete('青石', 1)).toHaveLength(1);
});
