import fc from 'fast-check';
import type { Update } from 'grammy/types';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { laneOf } from '../../../src/telegram/updates/lane.js';
import { Schedule, type ScheduleOptions } from '../../../src/telegram/updates/schedule.js';
import { resting } from '../../../src/telegram/updates/work.js';

const log = pino({ enabled: false });

/** A message of a chat. */
function message(update_id: number, chat: number): Update {
  return { update_id, message: { chat: { id: chat } } } as unknown as Update;
}

/** The press of a button in a chat. */
function press(update_id: number, chat: number): Update {
  return { update_id, callback_query: { message: { chat: { id: chat } } } } as unknown as Update;
}

/** A schedule whose handling ends when the test says so. */
function harness(options: Partial<ScheduleOptions> = {}) {
  const begun: number[] = [];
  const told: number[] = [];
  const settled: number[] = [];
  const released: number[] = [];
  const ends = new Map<number, () => void>();
  const schedule = new Schedule({
    log,
    laneOf,
    tellSkipped: async ({ update_id }) => void told.push(update_id),
    releasePress: ({ update_id }) => void released.push(update_id),
    handle({ update_id }) {
      begun.push(update_id);
      return new Promise((resolve) => ends.set(update_id, resolve));
    },
    ...options,
  });
  return {
    schedule,
    begun,
    told,
    settled,
    released,
    add(update: Update): void {
      void schedule.add(update).then(() => settled.push(update.update_id));
    },
    /** Ends the handling of an update that has begun, and lets what follows happen. */
    async end(id: number): Promise<void> {
      ends.get(id)?.();
      ends.delete(id);
      await turn();
    },
    underWay: () => [...ends.keys()],
  };
}

/** Lets all that is due happen. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('whatever comes and settles in which order', () => {
  /** Chats of updates that come one after the other, and which of those under way ends next. */
  const run = fc.array(
    fc.oneof(
      fc.nat({ max: 4 }).map((chat) => ({ chat })),
      fc.nat({ max: 99 }).map((end) => ({ end })),
    ),
    {
      maxLength: 80,
    },
  );

  it('none is lost or handled twice, a chat keeps its order, and few are worked on at a time', async () => {
    await fc.assert(
      fc.asyncProperty(run, fc.integer({ min: 1, max: 3 }), async (steps, atOnce) => {
        const { schedule, add, end, begun, settled, underWay } = harness({ atOnce, backlog: 3 });
        const chats = new Map<number, number>();
        for (const step of steps) {
          if ('chat' in step) {
            const id = chats.size + 1;
            chats.set(id, step.chat + 1);
            add(message(id, step.chat + 1));
            await turn();
          } else {
            const open = underWay();
            if (open.length > 0) await end(open[step.end % open.length] as number);
          }
          const open = underWay();
          expect(open.length).toBeLessThanOrEqual(atOnce);
          expect(new Set(open.map((id) => chats.get(id))).size).toBe(open.length);
        }
        while (underWay().length > 0) await end(underWay()[0] as number);
        expect([...settled].sort((one, other) => one - other)).toEqual([...chats.keys()]);
        expect(new Set(begun).size).toBe(begun.length);
        for (const chat of new Set(chats.values())) {
          const own = begun.filter((id) => chats.get(id) === chat);
          expect(own).toEqual([...own].sort((one, other) => one - other));
        }
        expect(schedule.size).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it('a chat waits for no more than one update of each other chat', async () => {
    const { add, end, begun, underWay } = harness({ atOnce: 1, backlog: 50 });
    for (let id = 1; id <= 40; id++) add(message(id, 1));
    add(message(41, 2));
    await turn();
    await end(underWay()[0] as number);
    await end(underWay()[0] as number);
    expect(begun).toContain(41);
  });
});

describe('a chat that asks too fast', () => {
  it('has its newest questions kept, and is told once', async () => {
    const { add, end, begun, told, settled, underWay } = harness({ backlog: 3 });
    for (let id = 1; id <= 20; id++) add(message(id, 1));
    await turn();
    expect(settled).toHaveLength(16);
    for (let round = 0; round < 4; round++) await end(underWay()[0] as number);
    expect(begun).toEqual([1, 18, 19, 20]);
    expect(told).toEqual([2]);
  });

  it('is not told of what was pressed, but whoever pressed is let go at once', async () => {
    const { add, end, told, released, underWay } = harness({ backlog: 2 });
    for (const update of [message(1, 1), press(2, 1), message(3, 1), press(4, 1), press(5, 1)]) add(update);
    await turn();
    expect([released, told]).toEqual([[2], []]);
    add(message(6, 1));
    await end(1);
    expect([underWay(), released, told]).toEqual([[5], [2, 4], [3]]);
  });

  it('has as many kept when its turn is yet to come', async () => {
    const { add, end, begun, underWay } = harness({ backlog: 2, atOnce: 1 });
    add(message(1, 1));
    for (const id of [2, 3, 4]) add(message(id, 2));
    await turn();
    for (let round = 0; round < 4; round++) await end(underWay()[0] as number);
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('does not keep another waiting that is worked on in a single turn', async () => {
    const { add, begun } = harness({ backlog: 3 });
    for (let id = 1; id <= 20; id++) add(message(id, 1));
    add(message(21, 2));
    await turn();
    expect(begun).toEqual([1, 21]);
  });
});

describe('work that rests', () => {
  it('gives its turn to others, and holds up its own chat alone', async () => {
    let wake = (): void => {};
    const handled: number[] = [];
    const { schedule, add } = harness({
      atOnce: 1,
      async handle({ update_id }) {
        if (update_id === 1)
          await resting(
            new Promise<void>((resolve) => {
              wake = resolve;
            }),
          );
        handled.push(update_id);
      },
    });
    add(message(1, 1));
    add(message(2, 1));
    add(message(3, 2));
    await turn();
    expect(handled).toEqual([3]);
    expect([1, 2, 3].map((id) => schedule.isHeldUp(id))).toEqual([true, true, false]);
    wake();
    await turn();
    await turn();
    expect(handled).toEqual([3, 1, 2]);
  });

  it('is not waited for when all is closed', async () => {
    const { schedule, add } = harness({ handle: () => resting(new Promise<void>(() => {})) });
    add(message(1, 1));
    await schedule.close(60_000);
  });
});

describe('work that never ends', () => {
  it('is given up, and the next of its chat has its turn', async () => {
    const { add, begun, settled } = harness({ limitMs: 5 });
    add(message(1, 1));
    add(message(2, 1));
    while (!begun.includes(2)) await turn();
    expect(settled).toEqual([1]);
  });
});

describe('closing', () => {
  it('waits for what is worked on, begins nothing more, and settles nothing else', async () => {
    const { schedule, add, end, begun, settled } = harness();
    for (const id of [1, 2]) add(message(id, 1));
    await turn();
    const closed = schedule.close(60_000);
    await end(1);
    await closed;
    expect([begun, settled]).toEqual([[1], [1]]);
  });
});

describe('updates that are nobody’s turn', () => {
  it('wait for none', async () => {
    const { add, begun } = harness({ laneOf: () => undefined });
    for (const id of [1, 2, 3]) add(message(id, 1));
    await turn();
    expect(begun).toEqual([1, 2, 3]);
  });
});
