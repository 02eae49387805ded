import { describe, expect, it } from 'vitest';
import { en } from '../../../src/telegram/wording/en.js';
import type { Locale } from '../../../src/telegram/wording/locale.js';
import { localeFor } from '../../../src/telegram/wording/locale-for.js';
import { refusalOf } from '../../../src/telegram/wording/refusal.js';
import { zh } from '../../../src/telegram/wording/zh.js';

describe('localeFor', () => {
  it.each([
    ['en', en],
    ['en-GB', en],
    ['EN', en],
    ['zh-hans', zh],
    ['de', zh],
    ['enm', zh],
    [undefined, zh],
  ])('%s', (language, expected) => {
    expect(localeFor(language)).toBe(expected);
  });
});

describe.each<[string, Locale]>([
  ['zh', zh],
  ['en', en],
])('%s', (_, words) => {
  const summary = { articles: 12, passages: 40, files: 2, titles: ['甲', '乙'] };

  it('keeps what is shown as an alert within 200 characters', () => {
    for (const text of [
      words.questionGone,
      words.passageGone,
      words.failed,
      words.notAllowed(9_007_199_254_740_991),
    ]) {
      expect(text.length).toBeLessThanOrEqual(200);
    }
  });

  it('describes each command in 1 to 256 characters', () => {
    for (const description of Object.values(words.commands)) {
      expect(description.length).toBeGreaterThan(0);
      expect(description.length).toBeLessThanOrEqual(256);
    }
  });

  it('names the words that are missing, and does without when there are none', () => {
    expect(words.refusal(['火星', '移民'])).toMatch(/火星(、|, )移民/);
    expect(words.refusal([])).not.toMatch(/[:：]/);
  });

  it('tells what the collection holds, and that there is more', () => {
    expect(words.about(summary)).toMatch(/12[\s\S]*40|12[\s\S]*2[\s\S]*40/);
    expect(words.about(summary)).toContain('10');
    expect(words.about({ ...summary, titles: [], articles: 0 })).not.toContain('undefined');
  });

  it('says one date once', () => {
    const first = '2025-03-14';
    expect(words.about({ ...summary, dates: { first, last: first } }).split(first)).toHaveLength(2);
    expect(words.about({ ...summary, dates: { first, last: '2025-04-01' } })).toContain('2025-04-01');
  });

  it('speaks of inline mode only where it is on', () => {
    expect(words.help('jianbao_bot', { inline: true })).not.toBe(
      words.help('jianbao_bot', { inline: false }),
    );
  });
});

describe('a refusal tells of the articles’ language', () => {
  it.each<[question: string, titles: readonly string[], tells: boolean]>([
    ['How long is the bridge?', ['图书馆搬家'], true],
    ['Где мост?', ['list', '图书馆搬家'], true],
    ['How long is 清江大桥?', ['图书馆搬家'], false],
    ['2025?', ['图书馆搬家'], false],
    ['How long is the bridge?', ['The library moves'], false],
  ])('%s, of %o: %s', (question, titles, tells) => {
    const answerer = { summary: () => ({ articles: 2, passages: 2, files: 1, titles }) };
    for (const words of [zh, en]) {
      const refusal = refusalOf(question, ['bridge'], answerer, words);
      expect(refusal.startsWith(words.refusal(['bridge']))).toBe(true);
      expect(refusal.endsWith(words.askInChinese)).toBe(tells);
    }
  });
});
