import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/language/fold.js';
import { numberForms } from '../../src/language/number-forms.js';
import { findNumbers, type NumberKind } from '../../src/language/numbers.js';

/** The numbers of a text as `what is written → its term`, one after the other. */
function numbersIn(text: string): string {
  return findNumbers(fold(text))
    .map(({ start, end, term }) => `${text.slice(start, end)}→${term}`)
    .join(' ');
}

describe('spellings of the same number', () => {
  const cases: readonly [term: string, kind: NumberKind, spellings: readonly string[]][] = [
    ['12000', 'number', ['12000', '12,000', '１２０００', '1.2万', '1万2千', '一万二千', '一万二', '1.20萬']],
    ['250', 'number', ['250', '二百五十', '两百五', '兩百五十']],
    ['105', 'number', ['105', '一百零五', '一百〇五']],
    ['1200000', 'number', ['1,200,000', '120万', '一百二十万', '1.2百万']],
    ['1371000000', 'number', ['13.71亿', '13亿7100万', '十三亿七千一百万', '十三點七一億']],
    ['150000000', 'number', ['1.5亿', '一点五亿', '一亿五千万', '1亿5000万', '15000万']],
    ['30000000000000', 'number', ['30万亿', '三十万亿', '三十萬億']],
    ['5000', 'number', ['5000', '5千', '五千']],
    ['2.5', 'number', ['2.5', '二点五', '２．５']],
    ['20%', 'share', ['20%', '20％', '百分之二十', '百分之20', '20个百分点', '20.0%']],
    ['0.5%', 'share', ['0.5%', '0.50%', '百分之零点五']],
    ['100%', 'share', ['100%', '百分之百', '百分之一百']],
    ['5‰', 'share', ['5‰', '千分之五', '千分之5']],
    ['1/3', 'share', ['1/3', '三分之一', '3分之1']],
    ['3/10000', 'share', ['一万分之三', '10000分之3']],
    ['2023年', 'time', ['2023年', '２０２３年', '二〇二三年', '二零二三年', '二○二三年']],
    ['19世纪', 'time', ['19世纪', '十九世纪', '十九世紀']],
    ['80年代', 'time', ['80年代', '八十年代']],
    ['10月', 'time', ['10月', '十月', '10月份']],
    ['5月', 'time', ['5月', '05月', '五月份']],
    ['26日', 'time', ['26日', '26号', '二十六日', '二十六號']],
    ['9点', 'time', ['9点', '9时', '九點', '9:00', '09:00', '9：00']],
    ['8:30', 'time', ['8:30', '08:30', '8：30', '8点30分', '8时30分', '八点三十分']],
    ['15分', 'time', ['15分', '十五分']],
  ];
  test.each(cases)('%s', (term, kind, spellings) => {
    const read = spellings.map((text) => findNumbers(fold(text)));
    expect(read).toEqual(spellings.map((text) => [{ start: 0, end: text.length, term, kind }]));
  });
});

describe('numbers in a text', () => {
  test.each([
    ['10月26日', '10月→10月 26日→26日', 'day and month are asked for apart'],
    ['一九四九年十月一日', '一九四九年→1949年 十月→10月 一日→1日', ''],
    ['20世纪80年代', '20世纪→20世纪 80年代→80年代', ''],
    ['1990-2000年', '1990→1990 2000年→2000年', 'a span is two numbers'],
    ['2023-10-26', '2023→2023 10→10 26→26', ''],
    ['2023/10/26', '2023→2023 10→10 26→26', 'two slashes make a date, not a fraction'],
    ['比分是3:1', '3→3 1→1', 'a score is no time of day'],
    ['从8:30到17：05', '8:30→8:30 17：05→17:05', ''],
    ['11，199', '11→11 199→199', 'a full-width comma parts two numbers'],
    ['11,199', '11,199→11199', 'a comma between groups of three is part of one'],
    ['4,5个', '4→4 5→5', ''],
    ['双十一和双11', '十一→11 11→11', ''],
    ['得了第007号', '007号→7日', ''],
    ['特工007的3.0版', '007→007 3.0→3.0', 'zeros of names and versions stay'],
    ['3号线和16号楼', '3→3 16→16', 'lines and buildings are no days'],
    ['5千克、3千米、2千瓦', '5→5 3→3 2→2', 'a kilogram is not five thousand grams of 克'],
    ['5千人', '5千→5000', ''],
    ['18.6亿元', '18.6亿→1860000000', ''],
    ['4.1万余名', '4.1万→41000', ''],
    ['-5℃', '5→5', ''],
    ['四万万同胞', '四万万→400000000', ''],
  ])('%s: %s %s', (text, expected) => {
    expect(numbersIn(text)).toBe(expected);
  });
});

describe('what only looks like a number is left to segmentation', () => {
  test.each([
    ['十分高兴', 'very'],
    ['有一点累', 'a little'],
    ['一时想不起', 'for a moment'],
    ['第三届', 'a single character may be part of any word'],
    ['一个人', ''],
    ['三峡', ''],
    ['百姓和万一', 'place words alone'],
    ['几百万', ''],
    ['二三十人', 'a guess'],
    ['三十五六岁', 'a guess'],
    ['三五成群', ''],
    ['七八月间', ''],
    ['五一劳动节', 'a name of two digits'],
  ])('%s (%s)', (text) => {
    expect(numbersIn(text)).toBe('');
  });

  test.each([
    ['八点十分', '八点十分→8:10'],
    ['十分钟', '十分→10分'],
    ['下午一点开会', '一点→1点'],
    ['下午三点一起走', '三点→3点'],
    ['三点五倍', '三点五→3.5'],
    ['一点半', '一点→1点'],
  ])('but %s is %s', (text, expected) => {
    expect(numbersIn(text)).toBe(expected);
  });
});

describe('forms', () => {
  test.each([
    ['12000', ['12000', '12,000', '1.2万', '一万二千', '一万两千']],
    ['2023年', ['2023年', '二〇二三年', '二○二三年', '二零二三年']],
    ['20%', ['20%', '20个百分点', '百分之20', '百分之二十']],
    ['26日', ['26日', '26号', '二十六日', '二十六号']],
    ['8:30', ['8:30', '8：30', '08:30', '8点30分', '八点三十分', '八时三十分']],
    ['1/3', ['1/3', '3分之1', '三分之一']],
    ['90年代', ['90年代', '九十年代']],
  ])('of %s are found: %o', (term, forms) => {
    expect(numberForms(term)).toEqual(expect.arrayContaining(forms));
    expect(numberForms(term)[0]).toBe(term);
  });

  test('of a single digit hold no single character, which may be part of any word', () => {
    expect(numberForms('3')).toEqual(['3']);
  });

  const units = fc.constantFrom('', '%', '‰', '年', '月', '日', '点', '分', '秒', '世纪', '年代');
  const terms = fc.oneof(
    fc.tuple(fc.nat({ max: 2_000_000_000 }), units).map(([value, unit]) => `${value}${unit}`),
    fc.tuple(fc.nat({ max: 100 }), units).map(([value, unit]) => `${value}${unit}`),
    fc
      .tuple(fc.nat({ max: 99_999 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom('', '%', '‰'))
      .map(([whole, tenth, unit]) => `${whole}.${tenth}${unit}`),
    fc.tuple(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 10, max: 59 })).map((time) => time.join(':')),
    fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 2, max: 99 }))
      .map((share) => share.join('/')),
  );

  test('are read as the number that they are forms of', () => {
    fc.assert(
      fc.property(terms, (term) => {
        for (const form of numberForms(term)) {
          // 整 says that 一点 is a time here.
          expect([form, findNumbers(`${form}整`)]).toMatchObject([
            form,
            [{ start: 0, end: form.length, term }],
          ]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test('any text is read, with ranges in order that do not overlap', () => {
  const part = fc.constantFrom(...'0123456789.,:：%一二两三十百千万亿零〇点分之年月日号个又/ 第');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      let at = 0;
      for (const { start, end, term } of findNumbers(text)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(term).toMatch(/\d/);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
});
