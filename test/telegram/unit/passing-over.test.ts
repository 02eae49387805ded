import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { Intake } from '../../../src/telegram/updates/intake.js';
import { openKeptUpdates } from '../../../src/telegram/updates/kept-updates.js';
import { MOST_UPDATES } from '../../../src/telegram/updates/poll.js';
import { startPolling } from '../../../src/telegram/updates/polling.js';

const log = pino({ enabled: false });
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A server that has many updates at once: it gives the first of those that it has not been told to forget. */
function serverOf(count: number) {
  const updates = Array.from({ length: count }, (_, at) => ({ update_id: at + 1 }) as Update);
  const offsets: number[] = [];
  const api = {
    deleteWebhook: async () => true,
    async getUpdates({ offset, limit }: { offset: number; limit: number }) {
      offsets.push(offset);
      return updates.filter(({ update_id: id }) => id >= offset).slice(0, limit);
    },
  };
  return { api: api as unknown as Api, offsets };
}

/** Takes updates in; all are settled at once but the first, of which nothing is heard. @param slow how many these are */
function intakeOf(slow: number) {
  const taken: number[] = [];
  const intake = {
    size: 1,
    isHeldUp: () => false,
    take({ update_id: id }: Update) {
      const isNew = !taken.includes(id);
      if (isNew) taken.push(id);
      return { isNew, settled: id <= slow ? new Promise<void>(() => {}) : Promise.resolve() };
    },
    close: async () => {},
  };
  return { intake: intake as unknown as Intake, taken };
}

async function polled(
  dataDir: string | undefined,
  enough: (taken: readonly number[], polls: number) => boolean,
  { updates = 3 * MOST_UPDATES, slow = 1 } = {},
) {
  const { api, offsets } = serverOf(updates);
  const { intake, taken } = intakeOf(slow);
  const kept = await openKeptUpdates(dataDir, 1, log);
  const delivery = await startPolling({ api, intake, kept, kinds: [], log, apiRoot: '' });
  while (!enough(taken, offsets.length)) await new Promise((resolve) => setTimeout(resolve, 5));
  await delivery.stop();
  await kept.waiting.settled();
  return { taken, offsets };
}

describe('an update that takes its time, and more behind it than a poll brings', () => {
  it('is on disk before the server is told to forget it, and holds up none of them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jianbao-passing-'));
    folders.push(folder);
    const { taken } = await polled(folder, (taken) => taken.length === 3 * MOST_UPDATES);
    expect(taken).toHaveLength(3 * MOST_UPDATES);
    const { waiting } = await openKeptUpdates(folder, 1, log);
    expect(waiting.all().map(({ update_id: id }) => id)).toEqual([1]);
    expect(await readFile(join(folder, 'waiting-updates-1.jsonl'), 'utf8')).toContain('"update_id":1');
  });

  it.each([
    ['nothing is kept', () => undefined],
    ['the disk does not take it', () => join(folders[0] as string, 'a file')],
  ])('stays with the server where %s', async (_, dataDir) => {
    const folder = await mkdtemp(join(tmpdir(), 'jianbao-passing-'));
    folders.push(folder);
    await writeFile(join(folder, 'a file'), '');
    const { taken, offsets } = await polled(dataDir(), (_, polls) => polls === 3);
    expect(taken).toHaveLength(MOST_UPDATES);
    expect(Math.max(...offsets)).toBe(1);
  });
});

describe('updates that take their time', () => {
  it.each([
    { updates: 9, slow: 3, offset: 1, kept: [] },
    { updates: 10, slow: 3, offset: 11, kept: [1, 2, 3] },
    { updates: 9, slow: 4, offset: 10, kept: [1, 2, 3, 4] },
  ])(
    'are passed over where there are four, or ten came: $slow of $updates',
    async ({ updates, slow, offset, kept }) => {
      const folder = await mkdtemp(join(tmpdir(), 'jianbao-passing-'));
      folders.push(folder);
      const { offsets } = await polled(folder, (_, polls) => polls === 3, { updates, slow });
      expect(Math.max(...offsets)).toBe(offset);
      const { waiting } = await openKeptUpdates(folder, 1, log);
      expect(waiting.all().map(({ update_id: id }) => id)).toEqual(kept);
    },
  );
});
