import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../src/answering/quoting/context.js';
import { anyText, cutsPair } from '../../language/texts.js';
import { alone, article, passage } from '../support.js';

const ferry = article('渡口关停', ['甲一。甲二。', '乙一，乙二。乙三。', '丙一。丙二。']);

/** What is shown around a passage, with `…` where the article goes on. */
function shown(text: string, chars: number): string {
  const { text: around, more } = contextOf(passage(ferry, text), chars);
  return `${more.before ? '…' : ''}${around}${more.after ? '…' : ''}`.replaceAll('\n', '/');
}

describe('the text around a passage', () => {
  test.each([
    ['the passage alone, where there is room for no more', '乙一，乙二。乙三。', 9, '…乙一，乙二。乙三。…'],
    ['a sentence after it first', '乙一，乙二。乙三。', 13, '…乙一，乙二。乙三。/丙一。…'],
    ['then one before it', '乙一，乙二。乙三。', 17, '…甲二。/乙一，乙二。乙三。/丙一。…'],
    ['the rest of a sentence that the passage cuts', '乙二。', 10, '…乙一，乙二。乙三。…'],
    ['more on one side, where the other ends', '丙一。丙二。', 16, '…乙一，乙二。乙三。/丙一。丙二。'],
    ['all of the article', '乙三。', 100, '渡口关停/甲一。甲二。/乙一，乙二。乙三。/丙一。丙二。'],
    ['the sentences of a long passage that fit', '乙一，乙二。乙三。', 8, '…乙一，乙二。…'],
    ['the beginning of a sentence that is too long', '乙一，乙二。乙三。', 4, '…乙一，乙…'],
  ])('is %s', (_, text, chars, expected) => {
    expect(shown(text, chars)).toBe(expected);
  });

  test('is no longer than asked for, verbatim, and says where the passage stands', () => {
    const texts = fc.array(anyText, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('。'));
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(texts, share, share, fc.integer({ min: 2, max: 200 }), (text, one, other, chars) => {
        const [start, end] = [one, other].map((at) => Math.floor(at * text.length)).sort((a, b) => a - b) as [
          number,
          number,
        ];
        fc.pre(text.slice(start, end).trim() === text.slice(start, end) && end > start);
        fc.pre(!cutsPair(text, start) && !cutsPair(text, end));
        const context = contextOf({ ...alone(text), start, end, text: text.slice(start, end) }, chars);
        const at = start - context.passage.start;
        expect(context.text.length).toBeLessThanOrEqual(chars);
        expect(text.slice(at, at + context.text.length)).toBe(context.text);
        expect(cutsPair(text, at) || cutsPair(text, at + context.text.length)).toBe(false);
        expect(context.passage.start).toBeGreaterThanOrEqual(0);
        expect(context.passage.end).toBeGreaterThan(context.passage.start);
        expect(context.passage.end).toBe(Math.min(end - at, context.text.length));
        expect(context.more.before).toBe(at > 0);
      }),
    );
  });
});

test('an article of any length costs no more than what is shown', () => {
  const long = alone('字字字。'.repeat(500_000));
  expect(contextOf({ ...long, start: 1_000_000, end: 1_000_004 }, 12).text).toBe('字字字。'.repeat(3));
});

test('the citation is the passage’s', () => {
  expect(contextOf(passage(ferry, '乙三。'), 20).citation).toMatchObject({
    id: 'p',
    title: '渡口关停',
    lines: [1, 4],
  });
});
