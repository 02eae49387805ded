import { expect, it } from 'vitest';
import { charactersOf, mayOverlap } from '../../../src/retrieval/opensearch/characters.js';
import { type ExactTotals, placesOfAll } from '../../../src/retrieval/opensearch/exact-query.js';
import { NOTICES } from '../passages.js';

it.each([
  ['青石渡口', '青 石 渡 口'],
  [' 大橋\n合 龙 ', '大 桥 合 龙'],
  ['ＡＩ 2.0', 'a i 2 . 0'],
  ['𠮷野', '𠮷 野'],
])('the characters of %j are %j', (text, characters) => {
  expect(charactersOf(text)).toBe(characters);
});

it.each([
  ['哈哈', true],
  ['人民的人', true],
  ['城南 城', true],
  ['大桥', false],
  ['桥', false],
])('places of %s may overlap: %s', (words, overlap) => {
  expect(mayOverlap(words)).toBe(overlap);
});

const place = { start: 0, end: 2 };
const [passage] = NOTICES;
const holdings = passage ? [{ passage, places: [place, place] }] : [];
it.each<[words: string, totals: ExactTotals, places: number, atLeast: boolean]>([
  // Each occurrence counts as often as it has characters.
  ['大桥', { total: 3, scores: 10, cutShort: false }, 5, false],
  ['大桥', { total: 3, scores: 10, cutShort: true }, 5, true],
  ['哈哈', { total: 1, scores: 6, cutShort: false }, 2, false],
  ['哈哈', { total: 4, scores: 24, cutShort: false }, 5, true],
])('%s with %j stands in %i places, or more: %s', (words, totals, places, atLeast) => {
  expect(placesOfAll(words, totals, holdings)).toEqual({ places, atLeast });
});
