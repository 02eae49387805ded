import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, styled } from '../../../src/telegram/rendering/formatted-text.js';
import {
  MESSAGE_ENTITIES,
  MESSAGE_UNITS,
  NotVerbatimError,
  seal,
} from '../../../src/telegram/rendering/sendable.js';
import { isVerbatim } from '../../../src/telegram/rendering/verbatim.js';

const PASSAGE = '馆长何敏说，图书馆搬家\n是因为旧馆每逢雨季都会漏水，三年里有两千多册书受潮。';

describe('isVerbatim', () => {
  it.each([
    ['the whole', PASSAGE, true],
    ['a part', '旧馆每逢雨季都会漏水', true],
    ['across a line break that is gone', '图书馆搬家是因为旧馆', true],
    ['with an omission', '馆长何敏说，……三年里有两千多册书受潮。', true],
    ['with omissions at both ends', '…旧馆每逢雨季…', true],
    ['another word', '旧馆每逢冬季都会漏水', false],
    ['a word left out without an ellipsis', '旧馆每逢都会漏水', false],
    ['the order changed', '三年里有两千多册书受潮。…旧馆每逢雨季', false],
    ['the same stretch twice', '旧馆…旧馆', false],
    ['another punctuation mark', '馆长何敏说:图书馆搬家', false],
    ['nothing', '', false],
    ['ellipses alone', '……', false],
  ])('%s: %s', (_, quotation, expected) => {
    expect(isVerbatim(quotation, PASSAGE)).toBe(expected);
  });

  it('holds for every stretch of every text, and for two stretches in their order', () => {
    const text = fc.string({
      unit: fc.constantFrom('图', '书', '馆', '。', ' ', '\n', '😀', '…'),
      minLength: 1,
    });
    fc.assert(
      fc.property(text, fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20), (source, ...cuts) => {
        const [a, b, c, d] = cuts.sort((x, y) => x - y);
        const quotation = `${source.slice(a, b)}…${source.slice(c, d)}`;
        fc.pre(/[^\s…]/u.test(quotation) && !/\p{Cs}/u.test(quotation));
        expect(isVerbatim(quotation, source)).toBe(true);
      }),
    );
  });

  it('fails for a character that the source has not, wherever it stands', () => {
    fc.assert(
      fc.property(fc.nat(PASSAGE.length), (at) => {
        expect(isVerbatim(`${PASSAGE.slice(0, at)}外${PASSAGE.slice(at)}`, PASSAGE)).toBe(false);
      }),
    );
  });
});

describe('seal', () => {
  it('lets a faithful quotation pass', () => {
    const message = concat('找到：\n', styled('blockquote', '旧馆每逢雨季都会漏水'), '\n《搬家》');
    expect(seal(message, [PASSAGE])).toEqual(message);
  });

  it.each([
    ['an unfaithful quotation', concat(styled('blockquote', '旧馆从不漏水')), [PASSAGE]],
    ['a quotation without a source', concat(styled('blockquote', '旧馆')), []],
    ['a source without its quotation', concat('旧馆'), [PASSAGE]],
    [
      'the second of two',
      concat(styled('blockquote', '旧馆'), styled('expandable_blockquote', '新馆')),
      [PASSAGE, PASSAGE],
    ],
  ])('holds back %s', (_, message, sources) => {
    expect(() => seal(message, sources)).toThrow(NotVerbatimError);
  });

  it('says nothing of the text in the error, which goes to the log', () => {
    expect(() => seal(concat(styled('blockquote', '旧馆从不漏水')), [PASSAGE])).not.toThrow(/旧馆/);
  });

  it('keeps a text within 4,096 units, whole pairs, entities inside', () => {
    const { text, entities } = seal(concat('a', styled('bold', '😀'.repeat(3000))));
    expect(text).toBe(`a${'😀'.repeat(2047)}`);
    expect(entities).toEqual([{ type: 'bold', offset: 1, length: 4094 }]);
    expect(text.length).toBeLessThanOrEqual(MESSAGE_UNITS);
  });

  it('keeps the first entities when there are too many, the quotation among them', () => {
    const words = Array.from({ length: 150 }, () => styled('underline', '书'));
    const { entities } = seal(concat(styled('blockquote', concat(...words))), ['书'.repeat(150)]);
    expect(entities).toHaveLength(MESSAGE_ENTITIES);
    expect(entities[0]).toMatchObject({ type: 'blockquote', length: 150 });
  });
});
