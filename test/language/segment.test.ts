import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.js';
import { segment, tag } from '../../src/language/segment.js';
import { anyText, cutsPair } from './texts.js';

/** Terms with the first letter of their kind, signs left out: `重庆/w 5a/l 2023年/t`. */
function cut(text: string): string {
  return segment(text)
    .filter(({ kind }) => kind !== 'other')
    .map(({ term, kind }) => `${term}/${kind[0]}`)
    .join(' ');
}

describe('segment', () => {
  test.each([
    ['words of the dictionary', '图书馆搬到了新城区。', '图书馆/w 搬到/w 了/w 新城区/w'],
    ['Traditional as Simplified', '圖書館搬到了新城區。', '图书馆/w 搬到/w 了/w 新城区/w'],
    ['full-width letters and digits', 'ＷｅＣｈａｔ１２３', 'wechat123/l'],
    ['numbers whole, in one spelling', '共有1,286名，占百分之二十', '共有/w 1286/n 名/w 占/w 20%/s'],
    ['dates', '2023年10月26日', '2023年/t 10月/t 26日/t'],
    [
      'Latin words with the digits in them',
      '5A级景区的5G和covid-19',
      '5a/l 级/w 景区/w 的/w 5g/l 和/w covid19/l',
    ],
    ['names with signs in them', "node.js、C++、C#、don't", "node.js/l c++/l c#/l don't/l"],
    ['a measure as number and unit', '1,200kg、3.5cm、128GB', '1200/n kg/l 3.5/n cm/l 128/n gb/l'],
    ['other alphabets', 'Москва和Αθήνα', 'москва/l 和/w αθήνα/l'],
    ['addresses at their signs', 'https://a.cn/b?c=1', 'https/l a.cn/l b/l c/l 1/n'],
    ['numbers of items apart from what follows', '①2023年', '①/w 2023年/t'],
    ['idioms that look like times', '他十分高兴', '他/w 十分高兴/w'],
    ['characters beyond the basic plane', '𠮷野家', '𠮷/w 野/w 家/w'],
    ['an empty text', '', ''],
    ['blanks alone', ' \u3000\n\t', ''],
  ])('gives %s', (_, text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  test('keeps signs as tokens of their own', () => {
    expect(segment('好！👍').map(({ term, kind }) => [term, kind])).toEqual([
      ['好', 'word'],
      ['！', 'other'],
      ['👍', 'other'],
    ]);
  });
});

describe('tag', () => {
  test('adds parts of speech', () => {
    const speech = new Map(
      tag('张伟在重庆工作，2023年花了5元买WeChat').map(({ term, tag: of }) => [term, of]),
    );
    expect(speech).toEqual(
      new Map([
        ['张伟', 'nr'],
        ['在', 'p'],
        ['重庆', 'ns'],
        ['工作', 'vn'],
        ['，', 'x'],
        ['2023年', 't'],
        ['花', 'v'],
        ['了', 'ul'],
        ['5', 'm'],
        ['元', 'm'],
        ['买', 'v'],
        ['wechat', 'eng'],
      ]),
    );
  });
});

describe('tag takes for persons', () => {
  const persons = (text: string): string[] =>
    tag(text)
      .filter(({ tag: speech }) => speech === 'nr')
      .map(({ term }) => term);

  test.each([
    ['names that no dictionary holds', '记者左黎韵报道，馆长何敏说', ['左黎韵', '何敏']],
    ['names that one does', '邓小平同志', ['邓小平']],
    ['names in Traditional characters', '記者張曉雯報導', ['张晓雯']],
    ['no other word that no dictionary holds', '老馆在新址', []],
  ])('%s', (_, text, names) => {
    expect(persons(text)).toEqual(names);
  });
});

describe.each([
  ['segment', segment],
  ['tag', tag],
])('%s, whatever the text', (_, cutter) => {
  test('covers all but blanks and control characters, in order, and cuts no surrogate pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        let left = '';
        for (const { start, end } of cutter(text)) {
          expect(end).toBeGreaterThan(start);
          expect(cutsPair(text, start) || cutsPair(text, end)).toBe(false);
          left += `${text.slice(at, start)}\n`;
          at = end;
        }
        left += text.slice(at);
        expect(left).toMatch(/^[\s\p{Cc}\p{Cs}]*$/u);
      }),
    );
  });

  test('gives words as they stand in the folded text, codes without what joins their parts', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { start, end, term, kind } of cutter(text)) {
          const written = fold(text).slice(start, end);
          if (kind === 'word') expect(term).toBe(written);
          if (kind === 'latin') expect([written, written.replace(/[-_/ ]/g, '')]).toContain(term);
        }
      }),
      { examples: [['WeChat/2023年'], ['iPhone 15'], ['covid-19']] },
    );
  });
});

test('both cut at the same places', () => {
  const places = (tokens: ReturnType<typeof segment>) =>
    tokens.map(({ start, end, term }) => [start, end, term]);
  const text = '本报讯（记者 李明）10月26日，记者从市图书馆获悉，新馆总投资3.2亿元，将于2025年5月开放。';
  expect(places(tag(text))).toEqual(places(segment(text)));
});
