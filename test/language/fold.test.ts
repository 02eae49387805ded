import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.js';

describe('fold makes equal', () => {
  test.each([
    ['Traditional and Simplified', '臺灣後來發現裏面', '台湾后来发现里面'],
    ['characters that one script writes for several', '乾淨的頭髮', '干净的头发'],
    ['variants that writers mix', '妳囘來', '你回来'],
    ['case', 'WeChat', 'wechat'],
    ['full-width letters and digits', 'ＡＢＣ１２３', 'abc123'],
    ['full-width signs inside numbers', '１．５％', '1.5%'],
    ['half-width kana', 'ｶﾀｶﾅ', 'カタカナ'],
    ['subscripts of formulas', 'CO₂', 'co2'],
    ['blanks', 'a\u3000b\u00a0c', 'a b c'],
    ['the sign for Kelvin and the letter', '300K', '300k'],
  ])('%s: %s', (_, one, other) => {
    expect(fold(one)).toBe(other);
    expect(fold(other)).toBe(other);
  });
});

describe('fold leaves alone', () => {
  test.each([
    ['full-width commas, which part numbers', '１１，１９９', '11，199'],
    ['numbers of items, which are no digits of what follows', '①2023年', '①2023年'],
    ['footnotes and powers', '10²', '10²'],
    ['what would become longer', '㎡½ﬁ…İ', '㎡½ﬁ…İ'],
    ['characters beyond the basic plane', '𠮷野家👩‍👩‍👧', '𠮷野家👩‍👩‍👧'],
    ['halves of surrogate pairs', '\ud842a\udfb7', '\ud842a\udfb7'],
    ['quotation marks', '“”「」', '“”「」'],
  ])('%s: %s', (_, text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

test('every UTF-16 unit folds to one unit, and folding it again changes nothing', () => {
  const every = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit)).join('');
  const once = fold(every);
  expect(once.length).toBe(every.length);
  expect(fold(once)).toBe(once);
});

test('a text is folded unit by unit, so that offsets into the folded text are offsets into the source', () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 50 }), fc.array(unit, { maxLength: 50 }), (before, after) => {
      const [head, tail] = [before.join(''), after.join('')];
      expect(fold(head + tail)).toBe(fold(head) + fold(tail));
    }),
  );
});

test('long texts are folded whole', () => {
  expect(fold('萬Ａ'.repeat(50_000))).toBe('万a'.repeat(50_000));
});
