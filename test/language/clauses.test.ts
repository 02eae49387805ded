import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauses, sentences } from '../../src/language/clauses.js';
import { fold } from '../../src/language/fold.js';
import type { Range } from '../../src/language/range.js';
import { segment } from '../../src/language/segment.js';
import { anyText, cutsPair } from './texts.js';

type Splitter = (text: string) => Range[];

/** Expects a text to be cut where `|` stands, and nowhere else. */
function expectCuts(split: Splitter, marked: string): void {
  const text = marked.replaceAll('|', '');
  const parts = split(text).map(({ start, end }) => text.slice(start, end));
  expect(parts.join('|')).toBe(marked);
}

describe('a sentence ends', () => {
  test.each([
    ['with its sign', '天亮了。|谁来了？|是他！|他说'],
    ['after closing quotation marks', '他说：“来了。”|然后走了。'],
    ['after corner brackets', '「你好。」|他說。|『走』'],
    ['after closing brackets', '（图见3版。）|全文完。'],
    ['after several signs', '真的？！|是的……”|好'],
    ['after the blanks that follow', '“是。”　|“好！” |他说'],
    ['with its line', '第一段\n\n|第二段\r\n|第三段'],
    ['once where sign and line end together', '完了。\n　　|又来'],
    ['with an English full stop before a blank', 'It is out. |It is fast.'],
    ['with half-width and small signs', '他走了｡|我來了﹗|好'],
  ])('%s', (_, marked) => expectCuts(sentences, marked));
});

describe('a sentence does not end', () => {
  test.each([
    ['at commas, semicolons, colons and dashes', '他说：来，不来；走——走'],
    ['before a comma', '“来了！！”，他说'],
    ['in a decimal', '增长5.2%'],
    ['in names with signs', 'node.js和Yahoo!Mail'],
    ['in addresses', 'https://a.cn/b.html?c=1'],
    ['after abbreviations', 'Mr. Li met Dr. A. Wang, e.g. at No. 5'],
    ['after the number of an item', '1. 身份证\n　|12. 户口簿\n|- 照片'],
  ])('%s: %s', (_, text) => expectCuts(sentences, text));
});

describe('a clause ends', () => {
  test.each([
    ['where a sentence does', '天亮了。|他说：|“来了。”|然后'],
    ['with commas and semicolons', '甲，|乙；|丙;|丁, |戊'],
    ['with colons and dashes', '地点：|三楼——|东侧'],
    ['at wide gaps', '周一　　|周二  |周三'],
  ])('%s', (_, marked) => expectCuts(clauses, marked));
});

describe('a clause does not end', () => {
  test.each([
    ['in numbers with commas', '共1,234人'],
    ['in times and scores', '8:30以3：1获胜'],
    ['between an enumeration’s members', '重庆、成都、西安'],
    ['in addresses', 'https://a.cn/b'],
    ['at one blank or dash', 'New York的A—B线'],
  ])('%s: %s', (_, text) => expectCuts(clauses, text));
});

describe.each<[string, Splitter]>([
  ['sentences', sentences],
  ['clauses', clauses],
])('%s of any text', (_, split) => {
  test('follow one another, cover the text and cut no surrogate pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const { start, end } of split(text)) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          expect(cutsPair(text, end)).toBe(false);
          at = end;
        }
        expect(at).toBe(text.length);
      }),
    );
  });

  test('cut no number and no Latin word in two', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cuts = new Set(split(text).map(({ end }) => end));
        for (const { start, end, kind } of segment(text)) {
          if (kind === 'word' || kind === 'other') continue;
          const inside = Array.from({ length: end - start - 1 }, (_, i) => start + 1 + i);
          expect([fold(text.slice(start, end)), inside.filter((at) => cuts.has(at))]).toEqual([
            fold(text.slice(start, end)),
            [],
          ]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('every clause is within one sentence', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const ends = new Set(clauses(text).map(({ end }) => end));
      for (const { end } of sentences(text)) expect(ends).toContain(end);
    }),
  );
});
