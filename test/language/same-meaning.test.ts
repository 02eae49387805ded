import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.js';
import { analyseQuestion } from '../../src/language/question.js';
import { EVERYDAY_WORDS, SAME_MEANING } from '../../src/language/same-meaning.js';
import { isStopWord } from '../../src/language/stopwords.js';

describe('words that say the same', () => {
  test.each([
    ['午饭', '午餐', 'an everyday word and a written one'],
    ['午餐', '午饭', 'either may be the one that is asked'],
    ['周三', '星期三', 'names of a day'],
    ['宝宝', '新生儿', 'who is meant'],
    ['交', '缴纳', 'a single character that is asked'],
  ])('%s is also looked for as %s: %s', (asked, text) => {
    expect(SAME_MEANING.get(asked)).toContain(text);
    expect(EVERYDAY_WORDS.get(text)).toContain(asked);
  });

  test.each([
    ['缴纳', '交', '交 is part of 交通'],
    ['新生儿', '宝宝', 'a notice for newborns says so'],
    ['大桥', '桥', 'neither is in the table'],
  ])('%s is not looked for as %s: %s', (asked, text) => {
    expect(SAME_MEANING.get(asked) ?? []).not.toContain(text);
  });

  test.each([...SAME_MEANING])(
    '%s is one word of a question, others than itself are looked for',
    (asked, others) => {
      expect(analyseQuestion(`${asked}？`).content.map(({ term }) => term)).toEqual([asked]);
      for (const other of others) {
        expect(other).not.toBe(asked);
        expect(other).toBe(fold(other));
        expect(other.length, `${other} is part of too many words`).toBeGreaterThan(1);
        expect(isStopWord(other), `${other} tells nothing`).toBe(false);
      }
    },
  );
});
