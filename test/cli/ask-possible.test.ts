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

describe('limits of a question in the terminal', () => {
  const shown = (answer: Answer): string =>
    toTerminal(
      QUESTION,
      answer,
      fakeAnswerer(() => answer),
      askLocale({}),
      false,
    );
  const date = { kind: 'date', text: '3月', value: '2025-03' } as const;
  const page = { kind: 'page', text: '第3版', value: '3' } as const;
  const results = [clipping('旧馆每逢雨季都会漏水')];

  test.each<[string, Partial<Answer>, RegExp]>([
    ['that were heeded', { filters: [date, page] }, /^只看：3月 · 第3版\n\n1\. /],
    [
      'that left nothing',
      { filters: [{ ...date, leftNothing: true }] },
      /^3月的没有找到，下面是不限时间的：\n\n1\. /,
    ],
    [
      'to exact words',
      { filters: [{ kind: 'phrase', text: '“漏水”', value: '漏水' }], places: 3 },
      /^“漏水”共出现 3 处：\n\n1\. /,
    ],
  ])('%s are told of in words', (_, rest, expected) => {
    expect(shown({ status: 'answered', results, ...rest } as Answer)).toMatch(expected);
  });

  test('to exact words that stand nowhere, above what is closest', () => {
    const filters = [{ kind: 'phrase', text: '“漏雨”', value: '漏雨', leftNothing: true }] as const;
    const answer: Answer = {
      status: 'refused',
      reason: 'no-evidence',
      missing: [],
      results,
      filters,
      places: 0,
    };
    expect(shown(answer)).toMatch(/^“漏雨”一处也没有。\n\n最接近的段落（不一定答得上）：\n\n1\. /);
  });

  test('relatives of a clipping are named below its citation', () => {
    const also = [{ ...clipping('').citation, publication: '县报', source: 'county.txt' }];
    const newer = { ...clipping('').citation, title: '更正' };
    expect(shown({ status: 'answered', results: [{ ...clipping('旧馆'), also, newer }] })).toMatch(
      /\n {3}也见于 《图书馆搬家》 · 县报 · county\.txt 第 3 行\n {3}有更新的一篇：《更正》 · weekly\.txt 第 3 行\n$/,
    );
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
