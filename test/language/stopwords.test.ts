import { describe, expect, test } from 'vitest';
import { backgroundShare } from '../../src/language/background.js';
import { isQuestionWord, isStopWord } from '../../src/language/stopwords.js';

describe('stop words', () => {
  test.each(['的', '了', '和', '请问', '一共', '什么', '多少', '为什么', 'the', 'which'])(
    '%s is one',
    (word) => {
      expect(isStopWord(word)).toBe(true);
    },
  );

  test.each(['图书馆', '人', '年', '钱', '重庆', 'wechat', '2023年'])('%s is none', (word) => {
    expect(isStopWord(word)).toBe(false);
  });

  test.each([
    ['谁', true],
    ['哪一年', true],
    ['how', true],
    ['的', false],
    ['名字', false],
  ])('%s asks: %s', (word, asks) => {
    expect(isQuestionWord(word)).toBe(asks);
  });
});

describe('how common a word is in Chinese at large', () => {
  test('falls from everyday words to rare ones', () => {
    const words = ['中国', '我们', '大学', '图书馆', '青霉素'];
    const shares = words.map(backgroundShare);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(new Set(shares).size).toBe(words.length);
  });

  test('is a share, 0 for what is not known to be common', () => {
    expect(backgroundShare('我们')).toBeGreaterThan(0.1);
    expect(backgroundShare('的')).toBeLessThanOrEqual(1);
    for (const word of ['天香路', '12000', 'wechat', '']) expect(backgroundShare(word)).toBe(0);
  });
});
