import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.js';
import { bigrams, isHan, locatedTerms, termsOf } from '../../src/language/terms.js';
import { anyText, cutsPair } from './texts.js';

describe('terms', () => {
  test.each([
    ['words longer than two characters, and all bigrams', '图书馆', ['图书馆', '图书', '书馆']],
    ['a word of two characters once', '重庆', ['重庆']],
    ['single characters as words', '书的', ['书', '的', '书的']],
    ['bigrams across words, but not across signs', '新桥，长', ['新桥', '长']],
    ['numbers and Latin words in one spelling', '1.2万个WeChat', ['12000', '个', 'wechat', '万个']],
    ['every occurrence, so that frequencies can be counted', '重庆重庆', ['重庆', '庆重', '重庆']],
    ['rare characters whole', '𠮷𠮷', ['𠮷', '𠮷', '𠮷𠮷']],
    ['nothing of signs', '！？…', []],
  ])('%s', (_, text, expected) => {
    expect(termsOf(text).sort()).toEqual([...expected].sort());
  });

  test('stand where they say that they do, and cut no surrogate pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { term, start, end } of locatedTerms(text)) {
          expect(cutsPair(text, start) || cutsPair(text, end)).toBe(false);
          if (isHan(term)) expect(fold(text).slice(start, end)).toBe(term);
        }
      }),
    );
  });
});

test('bigrams are pairs of neighbouring Han characters', () => {
  expect(bigrams('新馆A区𠮷野，々人').map(({ term, start, end }) => [term, start, end])).toEqual([
    ['新馆', 0, 2],
    ['区𠮷', 3, 6],
    ['𠮷野', 4, 7],
    ['々人', 8, 10],
  ]);
});
