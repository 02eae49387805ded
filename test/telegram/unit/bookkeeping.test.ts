import { describe, expect, it } from 'vitest';
import { BoundedMap } from '../../../src/telegram/bounded-map.js';

describe('BoundedMap', () => {
  it('forgets the oldest entries beyond its capacity', () => {
    const recent = new BoundedMap<number, string>(2);
    for (const key of [1, 2, 3]) recent.set(key, `value ${key}`);
    expect([1, 2, 3].map((key) => recent.get(key))).toEqual([undefined, 'value 2', 'value 3']);
  });

  it('counts an entry that is set again as new', () => {
    const recent = new BoundedMap<number, string>(2);
    recent.set(1, 'first');
    recent.set(2, 'second');
    recent.set(1, 'again');
    recent.set(3, 'third');
    expect([1, 2, 3].map((key) => recent.has(key))).toEqual([true, false, true]);
    expect(recent.get(1)).toBe('again');
  });
});
