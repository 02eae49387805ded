import { describe, expect, it } from 'vitest';
import { KeptMap } from '../../../src/keeping/kept-map.js';
import { lastDays } from '../../../src/telegram/administration/calendar.js';
import {
  BOUNDS_S,
  type Day,
  DayCounts,
  emptyDay,
  parseDay,
  quantile,
  sumOf,
} from '../../../src/telegram/administration/day-counts.js';

async function counting(at: string) {
  let now = new Date(at);
  const kept = await KeptMap.open<Day>(undefined, { parse: parseDay });
  const calendar = { now: () => now, timeZone: 'Asia/Shanghai' };
  const counts = new DayCounts(kept, calendar);
  return {
    counts,
    kept,
    calendar,
    later(moment: string) {
      now = new Date(moment);
    },
  };
}

describe('counts by day', () => {
  it('count what was asked anew and by its outcome', async () => {
    const { counts } = await counting('2026-03-08T04:00:00Z');
    counts.answered('private', 'answered', 0.02);
    counts.answered('group', 'possible', 0.02);
    counts.answered('guest', 'refused', 0.02);
    counts.answered('inline', 'answered', 0.02);
    counts.answered('button', 'answered', 0.02);
    counts.answered('private', 'greeting', 0.02);
    counts.answered('private', 'empty', 0.02);
    expect(counts.last(1)).toMatchObject([
      { date: '2026-03-08', questions: 3, answered: 1, possible: 1, refused: 1 },
    ]);
  });

  it('begin anew at midnight where the readers are', async () => {
    const { counts, later } = await counting('2026-03-08T15:59:00Z');
    counts.answered('private', 'answered', 0.02);
    counts.chatAsked(1);
    later('2026-03-08T16:01:00Z');
    counts.answered('private', 'refused', 0.02);
    counts.chatAsked(1);
    counts.chatAsked(2);
    const week = counts.last(7);
    expect(week.map(({ questions }) => questions)).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect(week.slice(-2).map(({ date, chats }) => [date, chats])).toEqual([
      ['2026-03-08', 1],
      ['2026-03-09', 2],
    ]);
  });

  it('are there after a restart, and keep no chat', async () => {
    const { counts, kept, calendar } = await counting('2026-03-08T04:00:00Z');
    counts.answered('private', 'answered', 0.02);
    counts.chatAsked(123_456);
    await counts.close();
    expect(new DayCounts(kept, calendar).last(1)).toMatchObject([{ questions: 1, chats: 1 }]);
    expect(JSON.stringify([...kept.entries()])).not.toContain('123456');
  });

  it('are kept for 60 days', async () => {
    const { counts, kept, later } = await counting('2026-01-01T04:00:00Z');
    for (let day = 0; day < 70; day++) {
      later(new Date(Date.parse('2026-01-01T04:00:00Z') + day * 86_400_000).toISOString());
      counts.answered('private', 'answered', 0.02);
    }
    await counts.close();
    expect(kept.size).toBeLessThanOrEqual(61);
    expect(kept.has('2026-01-01')).toBe(false);
  });
});

describe('the last days', () => {
  it.each<[timeZone: string, now: string, days: readonly string[]]>([
    ['Asia/Shanghai', '2026-03-01T16:30:00Z', ['2026-02-28', '2026-03-01', '2026-03-02']],
    ['UTC', '2026-03-01T16:30:00Z', ['2026-02-27', '2026-02-28', '2026-03-01']],
    // The clocks go forward on 2026-03-08.
    ['America/New_York', '2026-03-09T03:30:00Z', ['2026-03-06', '2026-03-07', '2026-03-08']],
  ])('in %s at %s', (timeZone, now, days) => {
    expect(lastDays(3, { now: () => new Date(now), timeZone })).toEqual(days);
  });
});

describe('quantiles', () => {
  const times = (...counts: readonly [place: number, count: number][]): number[] => {
    const all = BOUNDS_S.map(() => 0);
    for (const [place, count] of counts) all[place] = count;
    return all;
  };

  it.each<[what: string, times: readonly number[], share: number, bound: number | undefined]>([
    ['of nothing', [], 0.5, undefined],
    ['of one', times([3, 1]), 0.5, BOUNDS_S[3]],
    ['half of two', times([1, 1], [9, 1]), 0.5, BOUNDS_S[1]],
    ['99 of 100', times([1, 99], [9, 1]), 0.99, BOUNDS_S[1]],
    ['99 of 100, two of them slow', times([1, 98], [9, 2]), 0.99, BOUNDS_S[9]],
  ])('%s', (_, counts, share, bound) => {
    expect(quantile({ times: counts }, share)).toBe(bound);
  });

  it('of several days are of all their answers', () => {
    const day = { ...emptyDay('2026-03-08'), questions: 1, times: times([2, 1]) };
    const slow = { ...emptyDay('2026-03-09'), questions: 2, chats: 4, times: times([8, 2]) };
    expect(sumOf([day, slow])).toMatchObject({ questions: 3, chats: 4 });
    expect(quantile(sumOf([day, slow]), 0.5)).toBe(BOUNDS_S[8]);
  });
});

describe('a kept day', () => {
  it.each([[null], [1], [{ date: 'today', times: [] }], [{ ...emptyDay('2026-03-08'), questions: -1 }]])(
    'is none: %j',
    (value) => {
      expect(parseDay(value)).toBeUndefined();
    },
  );
});
