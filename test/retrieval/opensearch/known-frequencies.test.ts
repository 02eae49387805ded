import { describe, expect, test } from 'vitest';
import { KnownFrequencies } from '../../../src/retrieval/opensearch/known-frequencies.js';

const OFTEN = { either: 9_000, text: 8_999, title: 2 };

describe('how often a term stands', () => {
  test('is known of the version that it was counted in, and no other', () => {
    const known = new KnownFrequencies();
    known.note([['大桥', OFTEN]], 'v1');
    expect(known.of('大桥', 'v1')).toEqual(OFTEN);
    expect(known.of('大桥', 'v2')).toBeUndefined();
    expect(known.of('封闭', 'v1')).toBeUndefined();
  });

  test('is known nearly, whatever has changed since', () => {
    const known = new KnownFrequencies();
    expect(known.lately('大桥')).toBe(0);
    known.note([['大桥', OFTEN]], 'v1');
    known.note([['封闭', OFTEN]], 'v2');
    expect(known.lately('大桥')).toBe(8_999);
  });

  test('is forgotten of the terms that were counted longest ago', () => {
    const known = new KnownFrequencies();
    known.note([['大桥', OFTEN]], 'v1');
    known.note(
      Array.from({ length: 20_000 }, (_, i) => [`词${i}`, OFTEN] as const),
      'v1',
    );
    expect(known.of('大桥', 'v1')).toBeUndefined();
    expect(known.of('词0', 'v1')).toEqual(OFTEN);
  });
});
