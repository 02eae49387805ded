import { describe, expect, test } from 'vitest';
import { codeForms } from '../../src/language/codes.js';
import { analyseQuestion } from '../../src/language/question.js';
import { termsOf } from '../../src/language/terms.js';

/** Ways to write a name with digits; each has to be found by each other. */
const SPELLINGS: readonly (readonly string[])[] = [
  ['iPhone 15', 'iPhone15', 'iphone-15', 'ＩＰＨＯＮＥ１５', 'IPHONE_15'],
  ['ES-60W', 'ES60W', 'es 60w', 'es_60w'],
  ['WF-M5799DWF', 'WFM5799DWF'],
  ['GB/T 7714', 'GB/T7714', 'GBT7714', 'gbt-7714'],
  ['COVID-19', 'covid19', 'Covid 19'],
  ['AirPods 3', 'airpods3'],
  ['WiFi 6', 'wifi6', 'WiFi-6'],
  ['PM2.5'],
  ['C#'],
  ['C++'],
  ['5G'],
  ['Node.js'],
  ['A4'],
];

describe('each spelling is found by each other', () => {
  for (const spellings of SPELLINGS)
    for (const written of spellings)
      for (const asked of spellings)
        test(`${written} by ${asked}`, () => {
          const held = new Set(termsOf(`窗口办理${written}换新补贴。`));
          const [name] = analyseQuestion(`${asked}补贴多少`).content;
          expect(held).toContain(name?.term);
        });
});

describe('another name is not found', () => {
  const others = [
    ['iPhone 14', 'iPhone 15'],
    ['iPhone 155', 'iPhone 15'],
    ['ES-60', 'ES-60W'],
    ['GB/T 7715', 'GB/T 7714'],
    ['4G', '5G'],
    ['C', 'C#'],
  ] as const;
  test.each(others)('%s by %s', (written, asked) => {
    const [name] = analyseQuestion(`${asked}补贴多少`).content;
    expect(termsOf(`窗口办理${written}换新补贴。`)).not.toContain(name?.term);
  });
});

describe('a number that counts something is no part of a name', () => {
  const cases = [
    ['APP 3个版本', 'app'],
    ['WiFi 2023年开通', 'wifi'],
    ['Line 5人组队', 'line'],
    ['VIP 20元', 'vip'],
  ] as const;
  test.each(cases)('%s: %s', (text, word) => {
    expect(termsOf(text)).toContain(word);
    expect(analyseQuestion(text).content[0]?.term).toBe(word);
  });
});

test('who asks of the kind finds each of the kind', () => {
  expect(termsOf('iPhone 15 换新')).toEqual(expect.arrayContaining(['iphone15', 'iphone', '15']));
});

test('a code is looked for in texts as people write it', () => {
  expect(codeForms('iphone15')).toEqual(['iphone15', 'iphone-15', 'iphone 15', 'iphone_15']);
  expect(codeForms('gbt7714')).toEqual(
    expect.arrayContaining(['gbt7714', 'gb/t7714', 'gb/t 7714', 'gbt-7714']),
  );
  expect(codeForms('wechat')).toEqual(['wechat']);
  expect(codeForms('a1b2c3d4e5f6').length).toBeLessThanOrEqual(64);
});
