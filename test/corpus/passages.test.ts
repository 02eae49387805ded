import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, BlockRole } from '../../src/corpus/article.js';
import { composeText } from '../../src/corpus/article-text.js';
import { PASSAGE_LENGTH, passagesOf } from '../../src/corpus/passages.js';

type Draft = readonly [role: BlockRole, text: string];

function article(...drafts: readonly Draft[]): Article {
  const blocks = drafts.map(([role, text], i) => ({ role, text, lines: [i + 1, i + 1] as const }));
  return { id: 'a', source: 'a.txt', title: '题', lines: [1, blocks.length], ...composeText(blocks) };
}

/** A sentence of the given length in UTF-16 units, its full stop included. */
function sentence(length: number, character = '字'): string {
  return `${character.repeat(length - 1)}。`;
}

function lengths(drafts: readonly Draft[], length: number): number[] {
  return passagesOf(article(...drafts), { length }).map(({ text }) => text.length);
}

describe('lengths', () => {
  const p = (length: number): Draft => ['paragraph', sentence(length)];
  const h = (length: number): Draft => ['subhead', '题'.repeat(length)];
  const cases: readonly [name: string, drafts: Draft[], lengths: number[]][] = [
    ['whole blocks together while they fit', [p(40), p(30), p(27), p(20)], [99, 20]],
    ['the line break between two counts', [p(50), p(50)], [50, 50]],
    ['a long paragraph is cut into about equal parts', [['paragraph', sentence(30).repeat(5)]], [90, 60]],
    ['a long sentence is cut at clauses', [['paragraph', `${'字'.repeat(69)}，${sentence(70)}`]], [70, 70]],
    ['text without any sign is cut anywhere', [['paragraph', '字'.repeat(250)]], [83, 83, 84]],
    ['a headline stays with its text', [p(60), h(10), p(60)], [60, 71]],
    ['a headline may come on top of the length', [h(10), p(100)], [111]],
    ['a long head is a passage of its own', [h(30), ['summary', sentence(40)], p(80)], [71, 80]],
    [
      'the rest of a cut paragraph takes in what follows',
      [['paragraph', sentence(60).repeat(2)], p(30)],
      [60, 91],
    ],
  ];
  test.each(cases)('%s', (_, drafts, expected) => {
    expect(lengths(drafts, 100)).toEqual(expected);
  });
});

test('the usual length fits a few paragraphs', () => {
  expect(PASSAGE_LENGTH).toBe(600);
  expect(passagesOf(article(['paragraph', sentence(150)], ['paragraph', sentence(149)]))).toHaveLength(1);
});

test('a passage knows its place in the text and its lines in the file', () => {
  const long: Draft = ['paragraph', sentence(60).repeat(2)];
  const found = passagesOf(article(['title', '题'], long, ['paragraph', '尾。']), { length: 100 });
  expect(found.map(({ start, end, lines }) => ({ start, end, lines }))).toEqual([
    { start: 0, end: 62, lines: [1, 2] },
    { start: 62, end: 125, lines: [2, 3] },
  ]);
});

describe('ids', () => {
  const ids = (one: Article) => passagesOf(one, { length: 20 }).map(({ id }) => id);
  const base = article(['paragraph', sentence(15)], ['paragraph', sentence(16)], ['paragraph', sentence(15)]);

  test('have 12 characters that may stand in a link', () => {
    for (const id of ids(base)) expect(id).toMatch(/^[A-Za-z0-9_-]{12}$/);
  });

  test('differ for equal texts', () => {
    expect(new Set(ids(base)).size).toBe(3);
  });

  test('stay when the lines move', () => {
    const moved = base.blocks.map((block) => ({ ...block, lines: [90, 90] as const }));
    expect(ids({ ...base, blocks: moved, lines: [90, 99] })).toEqual(ids(base));
  });

  test.each([{ source: 'b.txt' }, { id: 'b' }])('differ with another %o', (change) => {
    expect(ids({ ...base, ...change })).not.toEqual(ids(base));
  });
});

test('passages hold all of the text, in order, and cut no surrogate pair', () => {
  const part = fc.constantFrom('字', '𠮷', '👩‍👩‍👧', '。', '，', '！”', 'word ', '3.5', ' ', '　', '……');
  const text = fc
    .array(part, { minLength: 1, maxLength: 120 })
    .map((parts) => parts.join('').trim())
    .filter((joined) => joined !== '');
  const role = fc.constantFrom<BlockRole>('title', 'subhead', 'paragraph', 'credit');
  fc.assert(
    fc.property(
      fc.array(fc.tuple(role, text), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 2, max: 90 }),
      (drafts, length) => {
        const one = article(...drafts);
        const found = passagesOf(one, { length });
        let at = 0;
        for (const { text: passage, start, end } of found) {
          expect(one.text.slice(at, start).trim()).toBe('');
          expect(one.text.slice(start, end)).toBe(passage);
          expect(() => encodeURIComponent(passage)).not.toThrow();
          expect(passage.trim()).toBe(passage);
          at = end;
        }
        expect(one.text.slice(at).trim()).toBe('');
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
      },
    ),
  );
});
