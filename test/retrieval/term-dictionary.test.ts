import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TermDictionary, UNKNOWN_TERM } from '../../src/retrieval/inverted-index/term-dictionary.js';

/** Short terms of few letters, so that they meet again, and terms of any length and letters. */
const term = fc.oneof(
  fc.string({ unit: fc.constantFrom('中', '国', 'a', '\ud842', '\udfb7'), minLength: 1, maxLength: 4 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
);

describe('a dictionary of terms', () => {
  it('numbers terms as a Map would, in the order in which they came', () => {
    fc.assert(
      fc.property(fc.array(term, { maxLength: 400 }), fc.array(term), (terms, others) => {
        const dictionary = new TermDictionary();
        const numbers = new Map<string, number>();
        for (const one of terms) {
          if (!numbers.has(one)) numbers.set(one, numbers.size + 1);
          expect(dictionary.intern(one)).toBe(numbers.get(one));
        }
        for (const one of [...terms, ...others])
          expect(dictionary.find(one)).toBe(numbers.get(one) ?? UNKNOWN_TERM);
        expect(dictionary.size).toBe(numbers.size);
      }),
    );
  });

  it('takes a term out of a longer text', () => {
    const dictionary = new TermDictionary();
    const numbers = [
      dictionary.intern('清江大桥', 2, 4),
      dictionary.intern('清江大桥', 0, 3),
      dictionary.intern('江', 0, 1),
    ];
    expect(['大桥', '清江大', '江', '清江'].map((one) => dictionary.find(one))).toEqual([
      ...numbers,
      UNKNOWN_TERM,
    ]);
  });

  it('gives some of its terms as a dictionary that numbers them anew and goes on from there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(term, { minLength: 1, maxLength: 100 }), fc.nat(), (terms, seed) => {
        const dictionary = new TermDictionary();
        for (const one of terms) dictionary.intern(one);
        const kept = terms.filter((_, i) => (seed >> (i % 16)) % 2 === 0);
        const picked = new TermDictionary(
          dictionary.pick(Uint32Array.from(kept, (one) => dictionary.find(one))),
        );
        expect(kept.map((one) => picked.find(one))).toEqual(kept.map((_, i) => i + 1));
        expect(picked.intern('新来的')).toBe(kept.length + 1);
        expect(kept.map((one) => picked.find(one))).toEqual(kept.map((_, i) => i + 1));
      }),
    );
  });
});
