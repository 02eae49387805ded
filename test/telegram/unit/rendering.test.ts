import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { clean, cleanText } from '../../../src/telegram/rendering/clean.js';
import { emphasised } from '../../../src/telegram/rendering/emphasis.js';
import {
  concat,
  type FormattedText,
  joined,
  link,
  styled,
} from '../../../src/telegram/rendering/formatted-text.js';
import { beginning, shorten } from '../../../src/telegram/wording/shorten.js';

/** What each entity covers, as `type:text`, in the order of the entities. */
function covered({ text, entities }: FormattedText): string[] {
  return entities.map(({ type, offset, length }) => `${type}:${text.slice(offset, offset + length)}`);
}

describe('formatted text', () => {
  it('moves entities with their pieces, in UTF-16 units', () => {
    const message = concat(
      '😀',
      styled('blockquote', concat('谁是', styled('bold', '馆长'))),
      '\n',
      link('https://a.cn', '题'),
    );
    expect(message.text).toBe('😀谁是馆长\n题');
    expect(message.entities).toEqual([
      { type: 'blockquote', offset: 2, length: 4 },
      { type: 'bold', offset: 4, length: 2 },
      { type: 'text_link', url: 'https://a.cn', offset: 7, length: 1 },
    ]);
  });

  it('joins pieces with separators between them only', () => {
    expect(joined(['甲', styled('bold', '乙'), '丙'], ' · ').text).toBe('甲 · 乙 · 丙');
    expect(joined([], ' · ').text).toBe('');
  });
});

describe('cleaning, as the server does it', () => {
  it.each([
    ['carriage returns go', 'a\r\nb', 'a\nb'],
    ['tabs and control characters become spaces', 'a\tb\u0000c\u001Fd', 'a b c d'],
    ['line breaks stay', 'a\nb', 'a\nb'],
    ['line and paragraph separators and bidi overrides go', 'a\u2028\u2029\u202A\u202Eb', 'ab'],
    ['the marks that pile up vertically go', 'a\u030A\u0333\u033Fb', 'ab'],
    ['other combining marks stay', 'e\u0301', 'e\u0301'],
    ['half a surrogate pair goes', 'a\uD83Db\uDE00c', 'abc'],
    ['a whole pair stays', '😀', '😀'],
  ])('%s', (_, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('trims, and moves entities along', () => {
    const message = concat(' \t', styled('bold', '\u202E甲\r\n乙 '), '\n');
    expect(clean(message)).toEqual({ text: '甲\n乙', entities: [{ type: 'bold', offset: 0, length: 3 }] });
  });

  it('drops entities of which nothing is left', () => {
    expect(clean(concat('甲', styled('bold', '\u202E'), styled('underline', ' '))).entities).toEqual([]);
  });

  it('keeps every entity inside the text and off the middle of pairs, for any text', () => {
    const units = fc.string({
      unit: fc.constantFrom('甲', ' ', '\n', '\r', '\t', '😀', '\uD83D', '\u202E', '\u030A'),
    });
    fc.assert(
      fc.property(units, fc.nat(12), fc.nat(12), (text, offset, length) => {
        const entity: MessageEntity = { type: 'bold', offset, length };
        const cleaned = clean({ text, entities: [entity] });
        expect(cleaned.text).toBe(cleanText(text).trim());
        for (const { offset: start, length: size } of cleaned.entities) {
          expect(size).toBeGreaterThan(0);
          expect(start + size).toBeLessThanOrEqual(cleaned.text.length);
          expect(cleaned.text.slice(start, start + size)).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });
});

describe('shortening', () => {
  it.each([
    ['图书馆', 3, '图书馆'],
    ['图书馆搬家', 3, '图书…'],
    ['图😀馆搬家', 3, '图…'],
  ])('%s to %i units', (text, units, expected) => {
    expect(shorten(text, units)).toBe(expected);
  });

  it('never cuts a surrogate pair', () => {
    expect(beginning('😀😀', 3)).toBe('😀');
    expect(beginning('😀😀', 4)).toBe('😀😀');
  });
});

describe('emphasis', () => {
  const TEXT = '新馆面积1860平方米，藏书4.2万册';
  const AREA = { start: 4, end: 11 };
  const at = (word: string) => ({ start: TEXT.indexOf(word), end: TEXT.indexOf(word) + word.length });

  it.each([
    ['nothing to mark', {}, []],
    [
      'words without an answer',
      { highlights: [at('面积'), at('藏书')] },
      ['underline:面积', 'underline:藏书'],
    ],
    ['an answer without words', { answer: AREA }, ['bold:1860平方米']],
    [
      'a word inside the answer lies within the bold',
      { highlights: [at('平方')], answer: AREA },
      ['bold:1860平方米', 'underline:平方'],
    ],
    [
      'a word across the edge is marked in two parts',
      { highlights: [at('面积1860')], answer: AREA },
      ['underline:面积', 'bold:1860平方米', 'underline:1860'],
    ],
    [
      'a word around the answer in three',
      { highlights: [{ start: 2, end: 13 }], answer: AREA },
      ['underline:面积', 'bold:1860平方米', 'underline:1860平方米', 'underline:，藏'],
    ],
    ['an empty answer is none', { answer: { start: 4, end: 4 } }, []],
    [
      'ranges that overlap are marked once',
      {
        highlights: [
          { start: 0, end: 3 },
          { start: 1, end: 4 },
        ],
      },
      ['underline:新馆面', 'underline:积'],
    ],
    ['ranges past the end are cut', { highlights: [{ start: 16, end: 99 }] }, ['underline:2万册']],
  ])('%s', (_, emphasis, expected) => {
    const message = emphasised(TEXT, emphasis);
    expect(message.text).toBe(TEXT);
    expect(covered(message)).toEqual(expected);
  });

  it('leaves room for the entities of the citation', () => {
    const highlights = Array.from({ length: 200 }, (_, i) => ({ start: 2 * i, end: 2 * i + 1 }));
    const { entities } = emphasised('字'.repeat(400), { highlights, answer: { start: 0, end: 400 } });
    expect(entities.length).toBeLessThan(90);
  });
});
