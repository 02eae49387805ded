import fc from 'fast-check';

/** What real texts are made of, and what breaks code that counts characters wrongly. */
const PIECES = [
  ...['重庆', '图书馆', '的', '馆长', '張偉', '说', '后来', '了'],
  ...['2023年', '1,286', '3.5%', '一万二千', '8:30', '第三', '十分', '百分之五', '１２', '①'],
  ...['WeChat', '5A', 'node.js', 'C++', 'Ａ', 'cm', 'é', 'Москва'],
  ...['。', '，', '、', '：', '“', '”', '（', '）', '！', '？', '……', '——', '.', ',', ':', '-', '/', '…'],
  ...[' ', '\u3000', '\n', '\r\n', '\t'],
  ...[
    '𠮷',
    '👩‍👩‍👧',
    '👍🏽',
    '🇨🇳',
    '\ud842',
    '\udfb7',
    '\u0000',
    '\u0007',
    '\u202e',
    '\u2067',
    '\u200b',
    'e\u0301',
    '\ufeff',
  ],
];

/** Texts of pieces as above, mixed with characters of any kind, lone surrogates among them. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    {
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''));

/** Whether a place in a text, in UTF-16 units, is between the halves of a surrogate pair. */
export function cutsPair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
