import fc from 'fast-check';
import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { Confirmations } from '../../../src/telegram/updates/confirmations.js';

function update(update_id: number): Update {
  return { update_id };
}

describe('the offset', () => {
  it('is that of the first update that is not settled, in whatever order they settle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.infiniteStream(fc.nat()), (count, draws) => {
        const confirmations = new Confirmations();
        const open = Array.from({ length: count }, (_, index) => index + 100);
        for (const id of open) confirmations.received(update(id));
        while (open.length > 0) {
          expect(confirmations.offset).toBe(open[0]);
          const [id] = open.splice((draws.next().value as number) % open.length, 1);
          confirmations.settled(id as number);
        }
        expect(confirmations.offset).toBe(count + 100);
      }),
    );
  });

  it('is 0 before the first update', () => {
    expect(new Confirmations().offset).toBe(0);
  });

  it('follows numbers that begin anew, as they may after a week without any', () => {
    const confirmations = new Confirmations();
    for (const id of [900, 17]) {
      confirmations.received(update(id));
      confirmations.settled(id);
    }
    expect(confirmations.offset).toBe(18);
  });

  it('passes over the first that may be, as far as they reach', () => {
    const confirmations = new Confirmations();
    for (const id of [1, 2, 3, 4]) confirmations.received(update(id));
    confirmations.passOver(confirmations.first((id) => id !== 3));
    expect([confirmations.offset, confirmations.size]).toEqual([3, 2]);
  });
});

describe('waiting for the offset to move', () => {
  it('ends when it does', async () => {
    const confirmations = new Confirmations();
    for (const id of [1, 2]) confirmations.received(update(id));
    const moved = confirmations.moved(1, 60_000);
    confirmations.settled(2);
    confirmations.settled(1);
    await moved;
    expect(confirmations.offset).toBe(3);
  });

  it('ends when the first are passed over', async () => {
    const confirmations = new Confirmations();
    const updates = [1, 2].map(update);
    for (const one of updates) confirmations.received(one);
    const moved = confirmations.moved(1, 60_000);
    confirmations.passOver(updates);
    await moved;
    expect(confirmations.offset).toBe(3);
  });

  it('ends after its time', async () => {
    const confirmations = new Confirmations();
    confirmations.received(update(1));
    await confirmations.moved(1, 5);
    expect(confirmations.offset).toBe(1);
  });
});
