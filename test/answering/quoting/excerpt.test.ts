import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate } from '../../../src/answering/features/annotate.js';
import { ELLIPSIS, excerptOf, highlightsOf, inExcerpt } from '../../../src/answering/quoting/excerpt.js';
import { queryTermsOf } from '../../../src/answering/retrieving/query-terms.js';
import { TermFinder } from '../../../src/answering/retrieving/term-places.js';
import { fold } from '../../../src/language/fold.js';
import { analyseQuestion } from '../../../src/language/question.js';
import { anyText, cutsPair } from '../../language/texts.js';
import { alone } from '../support.js';

/** The excerpt of a text whose clauses are as likely as given (in order; 0 for the rest) to hold the answer. */
function excerpt(text: string, chars: number, ...likely: readonly number[]): string {
  const annotated = annotate(alone(text));
  const probability = Float64Array.from(annotated.clauses, (_, c) => likely[c] ?? 0);
  return excerptOf(annotated, probability, chars).text;
}

describe('an excerpt', () => {
  const text = '甲在一月开工，乙在二月开工。丙在三月开工，丁在四月开工。';
  test.each<[name: string, chars: number, likely: readonly number[], expected: string]>([
    ['is the likeliest clause, where there is room for one', 8, [0.1, 0.7, 0.2], '乙在二月开工。'],
    ['takes in the neighbour that adds more', 14, [0.3, 0.6, 0.1], '甲在一月开工，乙在二月开工。'],
    [
      'begins and ends with a sentence, all else being equal',
      14,
      [0, 0.5, 0.5, 0],
      '乙在二月开工。丙在三月开工，',
    ],
    ['is the whole text where it fits', 100, [0.1, 0.7, 0.1, 0.1], text],
    [
      'is two fragments, where a distant clause adds enough',
      16,
      [0.5, 0, 0, 0.5],
      '甲在一月开工，…丁在四月开工。',
    ],
    ['is one, where it adds too little', 16, [0.95, 0, 0, 0.05], '甲在一月开工，乙在二月开工。'],
    ['is one, where two do not fit with the ellipsis', 14, [0.5, 0, 0, 0.5], '甲在一月开工，乙在二月开工。'],
    ['cuts a clause that is too long between words', 5, [0, 1], '乙在二月'],
  ])('%s', (_, chars, likely, expected) => {
    expect(excerpt(text, chars, ...likely)).toBe(expected);
  });

  const speech = '大桥全长千米，馆长罗键介绍，去年共有三百人来馆里学习修书的手艺。';
  test.each<[name: string, likely: readonly number[], expected: string]>([
    ['who is about to speak', [0.9, 0.1], '大桥全长千米，'],
    ['what hardly answers', [0.995, 0.005], '大桥全长千米，'],
    ['not what may be the answer', [0.5, 0.5], '大桥全长千米，馆长罗键介绍，'],
  ])('leaves out at its end, where a sentence breaks off, %s', (_, likely, expected) => {
    expect(excerpt(speech, 16, ...likely)).toBe(expected);
  });

  test.each([
    ['a number', '共有一千二百三十四人', 5, '共有'],
    ['a share', '增长百分之二十五点五', 6, '增长'],
    ['a Latin word', '使用Elasticsearch引擎', 8, '使用'],
    ['a rare character', '甲乙丙𠮷野家', 4, '甲乙丙'],
  ])('never ends inside %s: %s', (_, text, chars, expected) => {
    expect(excerpt(text, chars, 1)).toBe(expected);
  });

  test('has no white space around it', () => {
    expect(excerpt('甲，\n　　乙。\n丙。', 4, 0, 1)).toBe('乙。');
  });
});

/** A text with a probability for each clause and a length. */
const drafts = fc.tuple(
  anyText.filter((text) => text.trim() !== ''),
  fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 }),
  fc.integer({ min: 20, max: 200 }),
);

function draw([text, likely, chars]: readonly [string, readonly number[], number]) {
  const annotated = annotate(alone(text));
  const weights = annotated.clauses.map((_, c) => likely[c % likely.length] as number);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const probability = Float64Array.from(weights, (weight) => weight / sum);
  return { text, chars, annotated, ...pick(excerptOf(annotated, probability, chars)) };
}

function pick({ text, fragments }: ReturnType<typeof excerptOf>) {
  return { excerpt: text, fragments };
}

describe('any excerpt of any text', () => {
  test('is verbatim: one stretch or two in their order, joined by an ellipsis, no longer than asked for', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const { text, chars, excerpt, fragments } = draw(draft);
        expect(excerpt.length).toBeLessThanOrEqual(chars);
        expect(excerpt).not.toBe('');
        expect(excerpt).toBe(fragments.map(({ start, end }) => text.slice(start, end)).join(ELLIPSIS));
        const [one, two, ...more] = fragments;
        expect(more).toEqual([]);
        if (two) expect(two.start).toBeGreaterThan(one!.end);
      }),
    );
  });

  test('cuts no surrogate pair, number or Latin word', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const { text, chars, annotated, fragments } = draw(draft);
        const whole = annotated.tokens.filter(
          ({ kind, start, end }) => kind !== 'word' && kind !== 'other' && end - start <= chars,
        );
        for (const at of fragments.flatMap(({ start, end }) => [start, end])) {
          expect(cutsPair(text, at)).toBe(false);
          expect(whole.filter(({ start, end }) => start < at && at < end)).toEqual([]);
        }
      }),
    );
  });

  test('is not blank where a blank line fits and the clause after it does not', () => {
    expect(draw(['\n重庆2023年👍🏽8:30百分之五重庆', [0.01], 20]).excerpt).toContain('重庆');
  });

  test('begins and ends with a clause, unless a clause is too long for it', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const { text, chars, annotated, fragments } = draw(draft);
        const shown = annotated.clauses.map(({ start, end }) => {
          const clause = text.slice(start, end);
          return { start: end - clause.trimStart().length, end: start + clause.trimEnd().length };
        });
        for (const { start, end } of fragments) {
          const first = shown.find((clause) => clause.start === start);
          expect(first).toBeDefined();
          if (first!.end - first!.start <= chars) expect(shown.map((clause) => clause.end)).toContain(end);
        }
      }),
    );
  });
});

function finderOf(question: string): TermFinder {
  return new TermFinder(queryTermsOf(analyseQuestion(question)));
}

/** The highlighted stretches of an excerpt. */
function highlighted(question: string, text: string): string[] {
  return highlightsOf(fold(text), finderOf(question)).map(({ start, end }) => text.slice(start, end));
}

describe('highlights are', () => {
  test.each([
    ['the question’s content words', '图书馆为什么搬家？', '图书馆决定搬家。', ['图书馆', '搬家']],
    ['joined where they touch', '图书馆搬家', '图书馆搬家了', ['图书馆搬家']],
    ['parts of words that segmentation cut otherwise', '天香路全长', '天香大道', ['天香']],
    ['found across scripts and widths', '圖書館的WiFi', '图书馆的ＷＩＦＩ', ['图书馆', 'ＷＩＦＩ']],
    ['numbers in any spelling', '2023年有1.2万人', '二〇二三年共12,000人', ['二〇二三年', '12,000']],
    ['no number inside another', '第5届10月10日', '第15届、5.5米、二十日、第5届十日', ['5', '十日']],
    ['a number before its unit, and the unit', '12千米是多少m', '12km或12000m', ['12', 'm']],
    ['no Latin word inside another', 'AI', 'MAIN的AI', ['AI']],
    ['no asking words', '谁是馆长', '谁都知道馆长', ['馆长']],
    ['no single character, which may be part of any word', '他的书', '书架', []],
    ['nothing where nothing is shared', '火星', '图书馆', []],
  ])('%s', (_, question, text, expected) => {
    expect(highlighted(question, text)).toEqual(expected);
  });

  test('in order, apart, inside the text and outside surrogate pairs, whatever the texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (question, text) => {
        const finder = finderOf(question);
        let at = -1;
        for (const { start, end } of highlightsOf(fold(text), finder)) {
          expect(start).toBeGreaterThan(at);
          expect(end).toBeGreaterThan(start);
          expect(cutsPair(text, start) || cutsPair(text, end)).toBe(false);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a range of the passage is found in the excerpt', () => {
  const two = {
    text: '甲乙丙…丁戊己',
    fragments: [
      { start: 10, end: 13 },
      { start: 20, end: 23 },
    ],
  };
  test.each([
    ['in the first fragment', { start: 11, end: 13 }, '乙丙'],
    ['in the second, past the ellipsis', { start: 20, end: 22 }, '丁戊'],
    ['not where it is left out', { start: 14, end: 16 }, undefined],
    ['not where it is cut', { start: 12, end: 14 }, undefined],
  ])('%s', (_, range, expected) => {
    const found = inExcerpt(two, range);
    expect(found && two.text.slice(found.start, found.end)).toBe(expected);
  });
});
