import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FileChanges, Settling, type Stamp } from '../../../src/corpus/watch/settling.js';

const QUIET = 10;

/** A folder as a text: `a1 b2` holds file a in version 1 and file b in version 2. */
function folder(text: string): Map<string, Stamp> {
  const files = text.split(' ').filter((file) => file !== '');
  return new Map(files.map((file) => [file[0]!, { bytes: 1, modifiedMs: Number(file.slice(1)) }]));
}

/** Changes as a text: `+a ~b -c`. */
function told({ added, changed, removed }: FileChanges): string {
  const signed = (sign: string, sources: readonly string[]) => sources.map((source) => sign + source);
  return [...signed('+', added), ...signed('~', changed), ...signed('-', removed)].join(' ');
}

describe('looks', () => {
  const cases: readonly [name: string, known: string, looks: [now: number, found: string, told: string][]][] =
    [
      [
        'nothing changes',
        'a1',
        [
          [0, 'a1', ''],
          [50, 'a1', ''],
        ],
      ],
      [
        'a new file is told once it is quiet',
        '',
        [
          [0, 'a1', ''],
          [9, 'a1', ''],
          [10, 'a1', '+a'],
          [11, 'a1', ''],
        ],
      ],
      [
        'a changed file too',
        'a1',
        [
          [0, 'a2', ''],
          [10, 'a2', '~a'],
        ],
      ],
      [
        'and one that is gone',
        'a1',
        [
          [0, '', ''],
          [10, '', '-a'],
          [20, '', ''],
        ],
      ],
      [
        'a file still being written is waited for',
        '',
        [
          [0, 'a1', ''],
          [8, 'a2', ''],
          [16, 'a3', ''],
          [25, 'a3', ''],
          [26, 'a3', '+a'],
        ],
      ],
      [
        'a file put aside for a moment was never gone',
        'a1',
        [
          [0, '', ''],
          [5, 'a1', ''],
          [30, 'a1', ''],
        ],
      ],
      [
        'a file replaced after a moment is changed',
        'a1',
        [
          [0, '', ''],
          [5, 'a2', ''],
          [15, 'a2', '~a'],
        ],
      ],
      [
        'a file that comes and goes is never told',
        '',
        [
          [0, 'a1', ''],
          [5, '', ''],
          [30, '', ''],
        ],
      ],
      [
        'a renamed file is told in one',
        'a1',
        [
          [0, 'b1', ''],
          [10, 'b1', '+b -a'],
        ],
      ],
      [
        'one file does not wait for another',
        '',
        [
          [0, 'a1', ''],
          [6, 'a1 b1', ''],
          [10, 'a1 b2', '+a'],
          [20, 'a1 b2', '+b'],
        ],
      ],
      [
        'changes are sorted',
        'd1 c1',
        [
          [0, 'b1 a1', ''],
          [10, 'b1 a1', '+a +b -c -d'],
        ],
      ],
    ];
  test.each(cases)('%s', (_, known, looks) => {
    const settling = new Settling(folder(known), QUIET);
    for (const [now, found, expected] of looks) {
      const changes = settling.look(folder(found), now);
      expect([now, told(changes)]).toEqual([now, expected]);
      settling.accept(changes);
    }
  });
});

test('changes that are not accepted are told again', () => {
  const settling = new Settling(folder(''), QUIET);
  settling.look(folder('a1'), 0);
  expect(told(settling.look(folder('a1'), 10))).toBe('+a');
  expect(told(settling.look(folder('a1'), 20))).toBe('+a');
  expect(told(settling.look(folder(''), 30))).toBe('');
});

test('the next look is due when the oldest change has been quiet', () => {
  const settling = new Settling(folder(''), QUIET);
  expect(settling.dueAt).toBeUndefined();
  settling.look(folder('a1'), 5);
  settling.look(folder('a1 b1'), 7);
  expect(settling.dueAt).toBe(15);
  settling.accept(settling.look(folder('a1 b1'), 15));
  expect(settling.dueAt).toBe(17);
});

test.each<[Stamp, Stamp, string]>([
  [{ bytes: 1, modifiedMs: 1 }, { bytes: 2, modifiedMs: 1 }, '~a'],
  [{ bytes: 1, modifiedMs: 1, changedMs: 1 }, { bytes: 1, modifiedMs: 1, changedMs: 2 }, '~a'],
  [{ bytes: 1, modifiedMs: 1 }, { bytes: 1, modifiedMs: 1, changedMs: 2 }, ''],
])('%o and then %o: %s', (before, after, expected) => {
  const settling = new Settling(new Map([['a', before]]), QUIET);
  settling.look(new Map([['a', after]]), 0);
  expect(told(settling.look(new Map([['a', after]]), QUIET))).toBe(expected);
});

test('whatever happens, the changes told lead from what was known to what is there', () => {
  const state = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 3 })), {
    maxLength: 3,
  });
  const text = (files: readonly (readonly [string, number])[]) =>
    files.map((file) => file.join('')).join(' ');
  fc.assert(
    fc.property(state, fc.array(fc.tuple(fc.nat(15), state)), state, (known, looks, end) => {
      const settling = new Settling(folder(text(known)), QUIET);
      const held = new Set(folder(text(known)).keys());
      let now = 0;
      for (const [pause, found] of [...looks, [0, end], [QUIET, end]] as const) {
        now += pause;
        const changes = settling.look(folder(text(found)), now);
        for (const source of changes.added) expect(held.has(source)).toBe(false);
        for (const source of [...changes.changed, ...changes.removed]) expect(held.has(source)).toBe(true);
        for (const source of changes.added) held.add(source);
        for (const source of changes.removed) held.delete(source);
        settling.accept(changes);
      }
      expect([...held].sort()).toEqual([...folder(text(end)).keys()].sort());
      expect([...settling.known].sort()).toEqual([...folder(text(end))].sort());
    }),
  );
});
