import type { Update } from 'grammy/types';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { LeftOutPresses } from '../../../src/telegram/updates/left-out-presses.js';

/** So many presses that were left out at once; gives which are answered, each when `next` is called. */
function leftOut(count: number, fails = false) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const presses = new LeftOutPresses({
    log: pino({ enabled: false }),
    async answer({ update_id }) {
      begun.push(update_id);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (fails) throw new Error('the network is gone');
    },
  });
  for (let id = 1; id <= count; id++) presses.add({ update_id: id } as Update);
  return {
    begun,
    async next(): Promise<void> {
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('presses that are left out', () => {
  it.each([false, true])('are answered few at a time, also when that fails: %s', async (fails) => {
    const { begun, next } = leftOut(6, fails);
    expect(begun).toEqual([1, 2, 3, 4]);
    await next();
    expect(begun).toEqual([1, 2, 3, 4, 5]);
  });

  it('are let go of where there are too many, but for the newest', async () => {
    const { begun, next } = leftOut(1_000);
    for (let round = 0; round < 1_000; round++) await next();
    expect(begun).toEqual([1, 2, 3, 4, ...Array.from({ length: 100 }, (_, index) => 901 + index)]);
  });
});
