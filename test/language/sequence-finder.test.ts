import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitsOf } from '../../src/language/fold.js';
import { SequenceFinder } from '../../src/language/sequence-finder.js';

/** Few letters, two of which fall into the same slot, so that sequences overlap and compete. */
const letters = fc.constantFrom('a', 'b', '中', String.fromCharCode('中'.charCodeAt(0) + 1024));
const text = (minLength: number, maxLength: number) => fc.string({ unit: letters, minLength, maxLength });

function found(sequences: readonly string[], where: string): [string, number][] {
  const all: [string, number][] = [];
  new SequenceFinder(sequences.map(unitsOf)).find(unitsOf(where), (s, at) =>
    all.push([sequences[s] as string, at]),
  );
  return all;
}

describe('a finder of sequences', () => {
  it('finds all of them, place by place, at one place in the order in which they were given', () => {
    expect(found(['大桥', '桥', '清江大桥'], '清江大桥和小桥')).toEqual([
      ['清江大桥', 0],
      ['大桥', 2],
      ['桥', 3],
      ['桥', 6],
    ]);
  });

  it('finds what a search for each of them would find', () => {
    fc.assert(
      fc.property(fc.array(text(1, 4), { maxLength: 12 }), text(0, 60), (sequences, where) => {
        const naive = Array.from(where, (_, at) =>
          sequences.flatMap((one): [string, number][] => (where.startsWith(one, at) ? [[one, at]] : [])),
        ).flat();
        expect(found(sequences, where)).toEqual(naive);
      }),
    );
  });
});
