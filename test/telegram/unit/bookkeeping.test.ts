import { describe, expect, it } from 'vitest';
import { BoundedMap } from '../../../src/telegram/bounded-map.js';
import { InFlight } from '../../../src/telegram/updates/in-flight.js';

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

describe('InFlight', () => {
  it('is settled when all work is, also what was begun meanwhile and what failed', async () => {
    const work = new InFlight();
    const done: string[] = [];
    const first = deferred();
    const second = deferred();
    void work.track(
      first.promise.then(() => {
        done.push('first');
        void work.track(second.promise.then(() => done.push('second')));
      }),
    );
    work.track(Promise.reject(new Error('failed'))).catch(() => done.push('failed'));
    const settled = work.settled().then(() => done.push('settled'));
    first.resolve();
    await first.promise;
    second.resolve();
    await settled;
    expect(done).toEqual(['failed', 'first', 'second', 'settled']);
  });

  it('is settled at once when there is none', async () => {
    await expect(new InFlight().settled()).resolves.toBeUndefined();
  });
});

/** A promise that the test resolves. */
function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
