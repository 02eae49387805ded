import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mishearing } from '../../../lab/ranking/misheard.js';
import { fold, unitsOf } from '../../../src/language/fold.js';
import { soundingUnits } from '../../../src/language/sound.js';
import { anyText } from '../../language/texts.js';

const QUESTIONS = [
  '尤金袋鼠最初是何时被发现的？',
  '罗保铭担任什么职务？',
  '佩内塔什么时候跻身单打世界排名前十？',
  '大果西番莲分布在什么地区？',
  '晋孝武帝为什么会娶王法慧？',
];

describe('a question misheard', () => {
  const mishear = mishearing();
  const sound = (text: string): string => soundingUnits(unitsOf(fold(text))).join();

  test('sounds as it was asked', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(sound(mishear(text))).toBe(sound(text));
      }),
    );
  });

  test('is the same whenever it is heard', () => {
    const before = QUESTIONS.map(mishear);
    expect([...QUESTIONS].reverse().map(mishear).reverse()).toEqual(before);
  });

  test('is mostly written otherwise, in part', () => {
    const changed = QUESTIONS.flatMap((question) => {
      const heard = mishear(question);
      return [...fold(question)].map((character, i) => character !== heard[i]);
    });
    const share = changed.filter(Boolean).length / changed.length;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.4);
  });

  test('keeps numbers and Latin words', () => {
    expect(mishear('2024年12月GPT4有几个')).toMatch(/^2024年12月gpt4/);
  });
});
