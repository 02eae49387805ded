import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.js';
import { toJson } from '../../src/cli/ask-json.js';
import { askLocale } from '../../src/cli/ask-locale.js';
import { toTerminal } from '../../src/cli/ask-terminal.js';
import { clipping, fakeAnswerer } from '../telegram/support/fake-answerer.js';

const QUESTION = '副馆长为什么搬家？';
const POSSIBLE: Answer = {
  status: 'possible',
  results: [
    clipping('旧馆每逢雨季都会漏水', { highlights: [{ start: 0, end: 2 }], score: 0.4 }),
    clipping('三年里有两千多册书受潮', { unmentioned: ['副馆长'], score: 0.2 }),
  ],
};

function terminal(env: Record<string, string>, styled = false): string {
  return toTerminal(
    QUESTION,
    POSSIBLE,
    fakeAnswerer(() => POSSIBLE),
    askLocale(env),
    styled,
  );
}

describe('a possible answer in the terminal', () => {
  test('is a label, then the places, each with the words that its article lacks', () => {
    expect(terminal({})).toBe(
      [
        '答案可能在这里，但还不能肯定：',
        '',
        '1. 旧馆每逢雨季都会漏水',
        '   —— 《图书馆搬家》 · weekly.txt 第 3 行',
        '',
        '2. 注意，这篇文章没有提到“副馆长”：',
        '   三年里有两千多册书受潮',
        '   —— 《图书馆搬家》 · weekly.txt 第 3 行',
        '',
      ].join('\n'),
    );
  });

  test('is labelled in English where the locale is', () => {
    expect(terminal({ LANG: 'en_GB.UTF-8' })).toMatch(
      /^The answer may be here, though that is not certain:\n\n1\. /,
    );
  });

  test('has nothing bold', () => {
    expect(terminal({}, true)).not.toContain('\u001b[1m');
  });
});

test('a possible answer as JSON has its status, no answer marked, and the words that each article lacks', () => {
  const { citation } = clipping('');
  expect(JSON.parse(toJson(QUESTION, POSSIBLE, 1.23456))).toEqual({
    question: QUESTION,
    status: 'possible',
    ms: 1.235,
    results: [
      { excerpt: '旧馆每逢雨季都会漏水', highlights: [[0, 2]], score: 0.4, unmentioned: [], citation },
      { excerpt: '三年里有两千多册书受潮', highlights: [], score: 0.2, unmentioned: ['副馆长'], citation },
    ],
  });
});
