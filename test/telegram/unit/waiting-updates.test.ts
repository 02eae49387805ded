import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Update } from 'grammy/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { WaitingUpdates } from '../../../src/telegram/updates/waiting-updates.js';
import { temporaryFolder } from '../support/articles.js';

const HOUR_MS = 3_600_000;
let path: string;

beforeEach(async () => {
  path = join(await temporaryFolder(), 'waiting.jsonl');
});

function update(update_id: number, text = '几点？'): Update {
  return { update_id, message: { text } } as unknown as Update;
}

function open(now = 0): Promise<WaitingUpdates> {
  return WaitingUpdates.open(path, { now: () => now });
}

describe('updates that wait', () => {
  it('are there for the next process, oldest first', async () => {
    const waiting = await open();
    await waiting.add([update(7), update(9)]);
    await waiting.add([update(8)]);
    // Nothing is asked of the first one any more: it might as well have been killed.
    expect((await open()).all()).toEqual([update(7), update(8), update(9)]);
  });

  it('are gone when they are settled, and nothing of them is left on disk', async () => {
    const waiting = await open();
    await waiting.add([update(7, '紫檀木匣在哪里？'), update(8)]);
    waiting.remove(7);
    waiting.remove(1_000);
    await waiting.settled();
    expect(readFileSync(path, 'utf8')).not.toContain('紫檀');
    expect((await open()).all()).toEqual([update(8)]);
  });

  it('are dropped after the day for which the server would have kept them, on disk too', async () => {
    await (await open()).add([update(7, '紫檀木匣在哪里？')]);
    await (await open(12 * HOUR_MS)).add([update(8)]);
    const later = await open(30 * HOUR_MS);
    expect(later.all()).toEqual([update(8)]);
    await later.settled();
    expect(readFileSync(path, 'utf8')).not.toContain('紫檀');
  });

  it('are for their owner alone', async () => {
    await (await open()).add([update(7)]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('are read around a line that is none', async () => {
    await (await open()).add([update(7)]);
    writeFileSync(path, '{"key":"1","value":{"since":0}}\n{"key":"2","val', { flag: 'a' });
    expect((await open()).all()).toEqual([update(7)]);
  });

  it('are lost with the process where nothing is kept', async () => {
    const waiting = await WaitingUpdates.open(undefined, {});
    await waiting.add([update(7)]);
    expect(waiting.all()).toEqual([update(7)]);
  });
});
