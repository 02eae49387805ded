import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rewording } from '../../../lab/ranking/reworded.js';
import { fold } from '../../../src/language/fold.js';
import { anyText } from '../../language/texts.js';

const QUESTIONS = [
  '青石大桥的总设计师毕业于哪所大学？',
  '县图书馆什么时候开始免费办理借书证？',
  '罗保铭担任什么职务？',
  '周桂香创造了什么方法，每年节约多少煤炭？',
  '渡口停运以后，船工到哪里工作？',
  '大果西番莲分布在什么地区？',
];

describe('a question in other words', () => {
  const reword = rewording();

  test('is the same whenever it is said', () => {
    const before = QUESTIONS.map(reword);
    expect([...QUESTIONS].reverse().map(reword).reverse()).toEqual(before);
  });

  test('keeps what asks, numbers and Latin words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), (number) => {
        const said = reword(`${number}年GPT4在几个城市办理登记`);
        expect(said).toMatch(new RegExp(`${number}年gpt4在几个`));
      }),
    );
  });

  test('has some words of the question and lacks others', () => {
    const kept = QUESTIONS.map((question) => {
      const said = reword(question);
      const characters = [...fold(question)];
      return characters.filter((character) => said.includes(character)).length / characters.length;
    });
    const share = kept.reduce((sum, part) => sum + part, 0) / kept.length;
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(0.95);
  });

  test('keeps what is no Chinese word, in its order', () => {
    const others = (text: string) => fold(text).replace(/[\p{Script=Han}，?？。]/gu, '');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(others(reword(text))).toBe(others(text));
      }),
    );
  });
});
