import { expect, test } from 'vitest';
import { unitsOf } from '../../src/language/fold.js';
import { homophones } from '../../src/language/homophones.js';
import { soundingUnits } from '../../src/language/sound.js';

test.each([
  ['重', ['中', '种', '重']],
  ['庆', ['请', '庆', '情']],
])('%s sounds like %j', (character, expected) => {
  expect(homophones(character.charCodeAt(0))).toEqual(expect.arrayContaining(expected));
});

test('all of them sound alike, and there are not many', () => {
  const found = homophones('时'.charCodeAt(0));
  expect(new Set(found.map((character) => soundingUnits(unitsOf(character))[0])).size).toBe(1);
  expect(new Set(found).size).toBe(found.length);
  expect(found.length).toBeLessThan(100);
});

test.each(['a', '7', '，', '龘'])('%s has none but common ones', (character) => {
  expect(homophones(character.charCodeAt(0))).not.toContain(character);
});
