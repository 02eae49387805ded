import { describe, expect, it } from 'vitest';
import { WantedPassages } from '../../../src/retrieval/opensearch/wanted.js';
import { DuplicatePassageError } from '../../../src/retrieval/passage-index.js';
import { passageOf } from '../passages.js';

const ferry = passageOf({ id: 'ferry', text: '渡口停运。' });
const bridge = passageOf({ id: 'bridge', text: '大桥合龙。' });
const reopened = passageOf({ id: 'ferry', text: '渡口恢复通航。' });

describe('what an index is to hold', () => {
  it('is known from the first exchange on, even an empty one', () => {
    const wanted = new WantedPassages();
    expect(wanted.isKnown).toBe(false);
    wanted.note({});
    expect([wanted.isKnown, wanted.passages.size]).toEqual([true, 0]);
  });

  it('is what came less what went', () => {
    const wanted = new WantedPassages();
    expect(wanted.note({ add: [ferry, bridge] })).toEqual({ remove: [], add: [ferry, bridge] });
    expect(wanted.note({ remove: ['bridge'] })).toEqual({ remove: ['bridge'], add: [] });
    expect([...wanted.passages.values()]).toEqual([ferry]);
  });

  it('is replaced under the same id', () => {
    const wanted = new WantedPassages();
    wanted.note({ add: [ferry] });
    expect(wanted.note({ remove: ['ferry'], add: [reopened] }).add).toEqual([reopened]);
    expect(wanted.passages.get('ferry')).toBe(reopened);
  });

  it('may be asked for again, when nobody knows whether it was made: nothing is left to make', () => {
    const wanted = new WantedPassages();
    wanted.note({ add: [ferry, bridge] });
    expect(wanted.note({ add: [ferry, bridge] }).add).toEqual([]);
    expect(wanted.passages.size).toBe(2);
  });

  it.each([
    ['another passage under an id that is held', [reopened]],
    ['an id twice', [bridge, bridge]],
  ])('refuses %s, and keeps what it had', (_, add) => {
    const wanted = new WantedPassages();
    wanted.note({ add: [ferry] });
    expect(() => wanted.note({ add })).toThrow(DuplicatePassageError);
    expect([...wanted.passages.values()]).toEqual([ferry]);
  });
});
