import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerptAround, inExcerpt } from '../../../src/answering/quoting/excerpt.js';
import { clauses, sentences } from '../../../src/language/clauses.js';
import type { Range } from '../../../src/language/range.js';
import { segment } from '../../../src/language/segment.js';
import { anyText, cutsPair } from '../../language/texts.js';

/** Where a part of a text stands. */
function placeOf(text: string, part: string): Range {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`"${part}" is not in "${text}"`);
  return { start, end: start + part.length };
}

/** The excerpt around a part of a text; stretches with one of `worth` are worth something, with the first the most. */
function shown(text: string, focus: string, chars: number, ...worth: readonly string[]): string {
  const weigh = (stretch: Range) =>
    Math.max(0, ...worth.map((part, at) => (slice(text, stretch).includes(part) ? worth.length - at : 0)));
  return excerptAround({ text }, placeOf(text, focus), chars, weigh).text;
}

function slice(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}

describe('an excerpt', () => {
  const text = '甲在一月开工。乙在二月开工。丙在三月开工。丁在四月开工。';
  test.each<[name: string, focus: string, chars: number, worth: readonly string[], expected: string]>([
    ['is the sentence around its focus, where there is room for one', '乙', 8, [], '乙在二月开工。'],
    ['takes in the neighbour that says more', '乙', 14, ['甲'], '甲在一月开工。乙在二月开工。'],
    ['of equals the one after it', '乙', 14, [], '乙在二月开工。丙在三月开工。'],
    [
      'then the next one that says more',
      '乙',
      21,
      ['甲', '丙'],
      '甲在一月开工。乙在二月开工。丙在三月开工。',
    ],
    ['goes on at one end where the other is the text’s', '丁', 14, ['甲'], '丙在三月开工。丁在四月开工。'],
    ['is the whole text where it fits', '丙', 100, [], text],
    [
      'holds both sentences of a focus that is in two',
      '二月开工。丙在',
      14,
      [],
      '乙在二月开工。丙在三月开工。',
    ],
  ])('%s', (_, focus, chars, worth, expected) => {
    expect(shown(text, focus, chars, ...worth)).toBe(expected);
  });

  const table = '票价如下。\n| 成人 | 40元 |\n| 儿童 | 20元 |\n| 老人 | 免费 |\n';
  const list = '所需材料：\n1. 身份证\n2. 户口簿\n3. 照片两张\n';
  test.each([
    ['a table row', table, '20元', 15, '| 儿童 | 20元 |'],
    ['as many rows as fit', table, '20元', 30, '| 儿童 | 20元 |\n| 老人 | 免费 |'],
    ['a list item', list, '户口簿', 8, '2. 户口簿'],
    ['as many items as fit', list, '户口簿', 16, '2. 户口簿\n3. 照片两张'],
  ])('shows whole %s', (_, source, focus, chars, expected) => {
    expect(shown(source, focus, chars)).toBe(expected);
  });

  const long = '甲在一月开工，乙在二月开工，丙在三月开工，丁在四月开工。戊。';
  test.each<[name: string, chars: number, worth: readonly string[], expected: string]>([
    ['to the clause of its focus', 8, [], '丙在三月开工，'],
    ['with the neighbour that says more', 14, ['乙'], '乙在二月开工，丙在三月开工，'],
    ['of equals the one after it', 14, [], '丙在三月开工，丁在四月开工。'],
    ['and stays within the sentence', 16, [], '丙在三月开工，丁在四月开工。'],
  ])('cuts a sentence that is too long %s', (_, chars, worth, expected) => {
    expect(shown(long, '三月', chars, ...worth)).toBe(expected);
  });

  test.each([
    ['at the beginning', '图书馆', 9, '图书馆与博物馆及'],
    ['in the middle', '文化馆', 12, '及文化馆和体育馆及展览馆'],
    ['at the end, where what is behind needs no room', '展览馆', 12, '及文化馆和体育馆及展览馆'],
  ])('cuts a clause that is too long around its focus: %s', (_, focus, chars, expected) => {
    expect(shown('图书馆与博物馆及文化馆和体育馆及展览馆', focus, chars)).toBe(expected);
  });

  test.each([
    ['number', '共有一千二百三十四人', '共有', 5, '共有'],
    ['number in digits', '增长了约1,286,000元', '增长', 9, '增长了约'],
    ['share', '增长百分之二十五点五', '增长', 6, '增长'],
    ['Latin word', '使用Elasticsearch引擎', '使用', 8, '使用'],
    ['word', '今天图书馆', '今天', 3, '今天'],
    ['rare character', '甲乙丙𠮷野家', '甲', 4, '甲乙丙'],
    ['number that begins or ends the focus', '已经修了一千二百三十四天整', '百三十', 7, '一千二百三十四'],
  ])('never ends inside a %s: %s', (_, source, focus, chars, expected) => {
    expect(shown(source, focus, chars)).toBe(expected);
  });

  test('has no white space around it', () => {
    expect(shown('甲，\n　　乙。\n丙。', '乙', 4)).toBe('乙。');
  });

  test('of nothing is nothing', () => {
    expect(excerptAround({ text: '' }, { start: 0, end: 1 }, 20)).toEqual({
      text: '',
      place: { start: 0, end: 0 },
    });
  });
});

/** A text with a stretch of it that cuts no surrogate pair, a length, and something to weigh stretches by. */
const drafts = fc
  .tuple(
    fc.array(anyText, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 20, max: 200 }),
    fc.integer({ min: 1, max: 7 }),
  )
  .map(([text, share, length, chars, modulus]) => {
    const start = Math.min(Math.floor(share * text.length), Math.max(0, text.length - 1));
    const focus = { start, end: Math.min(text.length, start + length) };
    if (cutsPair(text, focus.start)) focus.start--;
    if (cutsPair(text, focus.end)) focus.end++;
    const worth = (stretch: Range) => (stretch.start * 31) % modulus;
    const { text: excerpt, place } = excerptAround({ text }, focus, chars, worth);
    return { text, focus, chars, worth, excerpt, place };
  });

/** A stretch without the white space at its ends. */
function bare(text: string, { start, end }: Range): Range {
  const part = text.slice(start, end);
  return { start: end - part.trimStart().length, end: start + part.trimEnd().length };
}

describe('any excerpt of any text', () => {
  test('is a slice of it, no longer than asked for, without white space around it', () => {
    fc.assert(
      fc.property(drafts, ({ text, chars, place, excerpt }) => {
        expect(excerpt).toBe(text.slice(place.start, place.end));
        expect(excerpt.length).toBeLessThanOrEqual(chars);
        expect(excerpt.trim()).toBe(excerpt);
      }),
    );
  });

  test('has its focus inside, where that fits', () => {
    fc.assert(
      fc.property(drafts, ({ text, focus, chars, place }) => {
        const { start, end } = bare(text, focus);
        fc.pre(focus.end - focus.start <= chars && start < end);
        expect(place.start).toBeLessThanOrEqual(start);
        expect(place.end).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  test('cuts no surrogate pair, and no number or Latin word unless it is longer than the excerpt', () => {
    fc.assert(
      fc.property(drafts, ({ text, focus, chars, place }) => {
        const whole = segment(text).filter(
          ({ kind, start, end }) =>
            kind !== 'word' && kind !== 'other' && end - start + (focus.end - focus.start) <= chars,
        );
        for (const at of [place.start, place.end]) {
          expect(cutsPair(text, at)).toBe(false);
          expect(whole.filter(({ start, end }) => start < at && at < end)).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('begins and ends with a sentence, or with a clause where a sentence is too long, unless that is too', () => {
    fc.assert(
      fc.property(drafts, ({ text, focus, chars, place }) => {
        fc.pre(place.end > place.start);
        const fitting = (split: (text: string) => Range[]) => {
          const held = split(text).filter(({ start, end }) => end > focus.start && start < focus.end);
          const all = bare(text, { start: held[0]?.start ?? 0, end: held.at(-1)?.end ?? 0 });
          return all.end - all.start <= chars;
        };
        const split = fitting(sentences) ? sentences : clauses;
        fc.pre(fitting(split));
        const edges = split(text).map((part) => bare(text, part));
        expect(edges.map(({ start }) => start)).toContain(place.start);
        expect(edges.map(({ end }) => end)).toContain(place.end);
      }),
    );
  });

  test('has room for no further sentence', () => {
    fc.assert(
      fc.property(drafts, ({ text, chars, place }) => {
        const parts = sentences(text).filter(({ start, end }) => end > place.start && start < place.end);
        const [first, last] = [parts[0], parts.at(-1)];
        if (!first || !last) return;
        const whole = bare(text, { start: first.start, end: last.end });
        if (whole.start !== place.start || whole.end !== place.end) return;
        const before = sentences(text).findLast(({ end }) => end <= first.start);
        const after = sentences(text).find(({ start }) => start >= last.end);
        for (const more of [before, after]) {
          if (!more || text.slice(more.start, more.end).trim() === '') continue;
          const longer = bare(text, {
            start: Math.min(more.start, place.start),
            end: Math.max(more.end, place.end),
          });
          expect(longer.end - longer.start).toBeGreaterThan(chars);
        }
      }),
    );
  });

  test('is its own excerpt', () => {
    fc.assert(
      fc.property(drafts, ({ focus, chars, worth, excerpt, place }) => {
        const again = { start: Math.max(0, focus.start - place.start), end: focus.end - place.start };
        expect(excerptAround({ text: excerpt }, again, chars, worth).text).toBe(excerpt);
      }),
    );
  });
});

test.each<[name: string, range: Range, expected: string | undefined]>([
  ['inside', { start: 11, end: 13 }, '乙丙'],
  ['all of it', { start: 10, end: 13 }, '甲乙丙'],
  ['begun before it', { start: 9, end: 12 }, undefined],
  ['ended after it', { start: 12, end: 14 }, undefined],
  ['empty', { start: 11, end: 11 }, undefined],
])('a range of the passage is found in the excerpt: %s', (_, range, expected) => {
  const excerpt = { text: '甲乙丙', place: { start: 10, end: 13 } };
  const found = inExcerpt(excerpt, range);
  expect(found && excerpt.text.slice(found.start, found.end)).toBe(expected);
});
