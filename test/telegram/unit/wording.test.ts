import { describe, expect, it } from 'vitest';
import { scriptOf } from '../../../src/language/script.js';
import { localeFor } from '../../../src/telegram/locale-for.js';
import { en } from '../../../src/telegram/wording/en.js';
import type { Locale } from '../../../src/telegram/wording/locale.js';
import { refusalOf } from '../../../src/telegram/wording/refusal.js';
import { zh } from '../../../src/telegram/wording/zh.js';
import { zhHant } from '../../../src/telegram/wording/zh-hant.js';

describe('localeFor', () => {
  it.each<[language: string | undefined, asked: string, Locale]>([
    ['en', '', en],
    ['en-GB', '', en],
    ['EN', '末班車幾點？', en],
    ['zh-hans', '', zh],
    ['zh-CN', '', zh],
    ['zh', '', zh],
    ['zh-hans', '末班車幾點？', zhHant],
    ['zh-hant', '', zhHant],
    ['zh-Hant-HK', '', zhHant],
    ['zh-TW', '102', zhHant],
    ['zh-hk', '', zhHant],
    ['zh-TW', '末班车几点？', zh],
    ['de', '', zh],
    ['de', '圖書館', zhHant],
    ['enm', '', zh],
    [undefined, '', zh],
    [undefined, '圖書館', zhHant],
  ])('%s, asked %s', (language, asked, expected) => {
    expect(localeFor(language, asked)).toBe(expected);
  });
});

describe('Traditional wording', () => {
  /** All that a locale says, said of the same things. */
  const said = (of: object): string[] =>
    Object.values(of).flatMap((value: unknown) => {
      if (typeof value === 'string') return [value];
      if (typeof value === 'object' && value !== null) return said(value);
      return [];
    });

  it('shares nothing with Simplified that is written otherwise in Traditional', () => {
    const keys = (of: object, path = ''): string[] =>
      Object.entries(of).flatMap(([key, value]) =>
        typeof value === 'object' ? keys(value, `${path}${key}.`) : [`${path}${key}`],
      );
    const at = (of: Locale, path: string): unknown =>
      path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], of);
    // Of a function its text counts; names of parameters and Latin letters tell nothing.
    const shared = keys(zh).filter((path) => {
      const [simplified, traditional] = [String(at(zh, path)), String(at(zhHant, path))];
      return simplified === traditional && scriptOf(simplified) === 'simplified';
    });
    expect(shared).toEqual([]);
    expect(keys(zhHant).sort()).toEqual(keys(zh).sort());
  });

  it('has no function with Simplified characters in it', () => {
    const written = (of: object): string[] =>
      Object.values(of).flatMap((value) => (typeof value === 'object' ? written(value) : [String(value)]));
    for (const text of written(zhHant)) expect([text, scriptOf(text)]).not.toEqual([text, 'simplified']);
  });

  it('is written in Traditional characters', () => {
    for (const text of said(zhHant)) expect([text, scriptOf(text)]).not.toEqual([text, 'simplified']);
  });
});

describe.each<[string, Locale]>([
  ['zh', zh],
  ['zh-Hant', zhHant],
  ['en', en],
])('%s', (_, words) => {
  const summary = { articles: 12, passages: 40, files: 2, titles: ['甲', '乙'] };

  it('keeps what is shown as an alert within 200 characters', () => {
    for (const text of [
      words.questionGone,
      words.passageGone,
      words.failed,
      words.notAllowed(9_007_199_254_740_991),
      words.told.wished(90),
      words.told.unwished,
      words.told.tooManyHere(20),
      words.told.tooMany,
      words.told.stopped(20),
      words.told.gone,
      words.told.judged,
      words.told.judgedEnough,
    ]) {
      expect(text.length).toBeLessThanOrEqual(200);
    }
  });

  it('says of words whether they stand in so many places or in more', () => {
    const [all, more] = [false, true].map((isMore) => words.reading.exactly('大桥', 50_000, isMore));
    expect([all, more].map((text) => text?.includes('50000'))).toEqual([true, true]);
    expect([all, more].map((text) => /至少|at least/.test(text ?? ''))).toEqual([false, true]);
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
    const [first, last] = ['2025-03-14', '2025-04-01'];
    const [shown, later] = [words.reading.date(first), words.reading.date(last)];
    expect(words.about({ ...summary, dates: { first, last: first } }).split(shown)).toHaveLength(2);
    expect(words.about({ ...summary, dates: { first, last } })).toContain(later);
  });

  it('speaks of inline mode only where it is on', () => {
    const folders = false;
    expect(words.help('jianbao_bot', { inline: true, folders })).not.toBe(
      words.help('jianbao_bot', { inline: false, folders }),
    );
  });

  it('helps within a phone’s screen, and speaks of folders only where there are any', () => {
    const help = words.help('jianbao_bot', { inline: true, folders: true });
    expect(help.split('\n').length).toBeLessThanOrEqual(14);
    for (const told of [words.told.wish, '/use', '/privacy']) expect(help).toContain(told);
    expect(words.help('jianbao_bot', { inline: true, folders: false })).not.toContain('/use');
  });

  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('tells in two sentences what is kept: on disk %s, questions %s', (onDisk, questions) => {
    const told = words.privacy.privacy({ onDisk, questions });
    expect(told.match(/[。.](?= |\P{ASCII}|$)/gu)).toHaveLength(2);
    for (const part of ['/forget', '/use', '90']) expect(told).toContain(part);
    expect(told.includes('30')).toBe(questions);
    expect(/内存|記憶體|memory/.test(told)).toBe(!onDisk);
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
