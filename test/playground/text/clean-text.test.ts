import type { MessageEntity } from '@grammyjs/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, isEmpty } from '../../../playground/text/clean-text.js';

describe('cleaning a text as the server does', () => {
  it.each<[what: string, given: string, kept: string]>([
    ['keeps line breaks inside', 'a\nb', 'a\nb'],
    ['turns a tab into a space', 'a\tb', 'a b'],
    ['turns control characters into spaces, one for each', 'a\0\u0001\u001fb', 'a   b'],
    ['takes carriage returns out', 'a\r\nb', 'a\nb'],
    ['takes line separators and direction overrides out', 'a\u2028\u2029\u202a\u202eb', 'ab'],
    ['takes three combining marks out', 'a\u0333b\u033fc\u030ad', 'abcd'],
    ['keeps other combining marks', 'e\u0301', 'e\u0301'],
    ['keeps delete and C1 characters', 'a\u007f\u0085b', 'a\u007f\u0085b'],
    ['leaves one direction mark of several its meaning', '\u200e\u200f\u200ea', '\u200c\u200c\u200ea'],
    ['trims blanks and line breaks at both ends', ' \n a \n ', 'a'],
    ['keeps ideographic spaces at the ends', '\u3000a\u3000', '\u3000a\u3000'],
    ['keeps full-width and astral characters', '“字”😀', '“字”😀'],
  ])('%s', (_, given, kept) => {
    expect(cleanText(given).text).toBe(kept);
  });

  it.each<[what: string, text: string, empty: boolean]>([
    ['nothing', '', true],
    ['blanks', ' \n ', true],
    ['zero-width characters', '\u200b\u200d\ufeff', true],
    ['spaces of other scripts', '\u3000\u2003\u2800\u00a0', true],
    ['a full stop', '。', false],
    ['an emoji', '🙂', false],
  ])('counts %s as empty: %#', (_, text, empty) => {
    expect(isEmpty(text)).toBe(empty);
  });

  const bold = (offset: number, length: number): MessageEntity => ({ type: 'bold', offset, length });

  it.each<[what: string, text: string, given: MessageEntity[], kept: MessageEntity[]]>([
    ['moves with what is trimmed before', '  ab', [bold(2, 2)], [bold(0, 2)]],
    ['moves with what is taken out before', '\r\u2028ab', [bold(2, 2)], [bold(0, 2)]],
    ['shrinks with what is taken out inside', 'a\r\rb', [bold(0, 4)], [bold(0, 2)]],
    ['shrinks to the end of the text', 'ab  ', [bold(0, 4)], [bold(0, 2)]],
    ['loses the blanks that it begins with', 'a  b', [bold(1, 3)], [bold(3, 1)]],
    ['goes when it holds blanks alone', 'a  b', [bold(1, 2)], []],
    ['goes when it holds nothing', 'ab', [bold(1, 0)], []],
    ['counts UTF-16 units', '😀b', [bold(2, 1)], [bold(2, 1)]],
    ['comes after the one that contains it', 'abc', [bold(0, 1), bold(0, 3)], [bold(0, 3), bold(0, 1)]],
  ])('an entity %s', (_, text, given, kept) => {
    expect(cleanText(text, given).entities).toEqual(kept);
  });

  const part = fc.constantFrom('a', '字', '😀', ' ', '\n', '\t', '\r', '\u2028', '\u0333', '\u200f');
  const parts = fc.string({ unit: part, maxLength: 10 });

  it('leaves a cleaned text as it is', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const { text } = cleanText(given);
        expect(cleanText(text).text).toBe(text);
      }),
    );
  });

  it('keeps entities on the characters that they were on', () => {
    fc.assert(
      fc.property(
        parts,
        fc.string({ unit: part, minLength: 1, maxLength: 10 }),
        parts,
        (before, inside, after) => {
          const entity = bold(before.length, inside.length);
          const { text, entities } = cleanText(before + inside + after, [entity]);
          const covered = entities.map(({ offset, length }) => text.slice(offset, offset + length));
          const wanted = cleanText(inside).text;
          // A direction mark at the seam counts as one of several in the whole text and as the last in the part.
          const same = (a: string) => a.replaceAll('\u200c', '\u200f').replace(/[ \n]+$/, '');
          expect(covered.map(same)).toEqual(wanted === '' ? [] : [same(wanted)]);
        },
      ),
    );
  });
});
