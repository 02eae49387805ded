import fc from 'fast-check';
import { expect, test } from 'vitest';
import { characterClass } from '../../../src/answering/reading/characters.js';
import { tokenize } from '../../../src/answering/reading/tokenize.js';
import { vocabularyOf } from '../../../src/answering/reading/vocabulary.js';
import { fold } from '../../../src/language/fold.js';
import { anyText, cutsPair } from '../../language/texts.js';
import { flat, rowsOf, vocabulary } from './support.js';

test.each(rowsOf<[string, number[], number[]]>('tokens.json'))(
  'as the base model cuts it: %j',
  (text, ids, places) => {
    const tokens = tokenize(text, vocabulary);
    expect(tokens.map(({ id }) => id)).toEqual(ids);
    expect(flat(tokens)).toEqual(places);
  },
);

test('the class of each code point is what the base model takes it for', () => {
  const runs = rowsOf<[number, string | null]>('characters.json');
  const wrong: string[] = [];
  for (const [at, [first, expected]] of runs.entries()) {
    const beyond = runs[at + 1]?.[0] ?? 0x110000;
    for (let code = first; code < beyond && expected !== null; code++) {
      if (characterClass(code) !== expected) wrong.push(`${code.toString(16)}: ${characterClass(code)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('places of tokens are in the text, one after another, and cut no pair of surrogates', () => {
  fc.assert(
    fc.property(anyText, (source) => {
      const text = fold(source);
      let last = 0;
      for (const { id, start, end } of tokenize(text, vocabulary)) {
        expect(id).toBeLessThan(vocabulary.size);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(cutsPair(text, start) || cutsPair(text, end)).toBe(false);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('halves of surrogate pairs are as if they were not there', () => {
  expect(tokenize('图\ud842书', vocabulary).map(({ start, end }) => [start, end])).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test('a vocabulary without a piece that means something says which', () => {
  expect(() => vocabularyOf(['[PAD]', '[UNK]', '[CLS]'])).toThrow('the vocabulary lacks [SEP]');
});
