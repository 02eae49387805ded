import { cpSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openCollection } from '../../src/app/open.js';
import { folderOf } from '../corpus/folder.js';
import { SICKNESSES } from './support/sick-disk.js';

/** More than a disk of 256 KB holds twice. */
const LONG = Array.from({ length: 900 }, (_, i) => `第${i}号井于${i}日停水${i}小时，请用户提前储水。`).join(
  '\n',
);
const ARTICLES = { 'a.txt': `# 图书馆延长开放\n市图书馆每晚开到21点。\n\n${LONG}\n` };
const QUESTION = { text: '图书馆开到几点？' };

function logged() {
  const warnings: string[] = [];
  const warn = (...args: readonly unknown[]) => warnings.push(String(args.at(-1)));
  return { warnings, log: { info: () => {}, warn, error: warn, debug: () => {} } };
}

async function opened(
  folder: string,
  cacheDir: string,
  log?: ReturnType<typeof logged>['log'],
  keeps = true,
) {
  return openCollection(folder, {
    index: { kind: 'memory', cacheDir, keeps },
    reader: 'off',
    ...(log && { log }),
  });
}

describe.each(SICKNESSES)('an index on a disk that %s', (_, make) => {
  it('is not kept: the bot answers on, says so, and keeps it when the disk is well again', async (context) => {
    const disk = make();
    if (!disk) return context.skip();
    onTestFinished(() => {
      disk.heal();
      disk.remove();
    });
    const folder = folderOf(ARTICLES);
    const { warnings, log } = logged();
    disk.fail();
    const first = await opened(folder, disk.folder, log);
    const answer = await first.answerer.answer(QUESTION);
    expect(answer.results[0]?.excerpt).toContain('21点');
    await first.close();
    expect(warnings.filter((text) => text.includes('cannot be kept'))).toHaveLength(1);
    disk.heal();
    const second = await opened(folder, disk.folder, log);
    await second.close();
    expect(warnings).toHaveLength(1);
    const third = await opened(folder, disk.folder, log);
    expect((await third.answerer.answer(QUESTION)).results).toEqual(answer.results);
    await third.close();
  });
});

describe('a kept index', () => {
  it('that was cut off anywhere is not used, and the answers are the same', async () => {
    const folder = folderOf({ 'a.txt': '# 图书馆延长开放\n市图书馆每晚开到21点。\n' });
    const cache = folderOf({});
    const first = await opened(folder, cache);
    const { results } = await first.answerer.answer(QUESTION);
    await first.close();
    const whole = join(cache, 'index.snapshot');
    const { length } = readFileSync(whole);
    for (let bytes = 0; bytes < length; bytes += Math.ceil(length / 12)) {
      const copy = folderOf({});
      cpSync(whole, join(copy, 'index.snapshot'));
      truncateSync(join(copy, 'index.snapshot'), bytes);
      const { warnings, log } = logged();
      const again = await opened(folder, copy, log);
      expect((await again.answerer.answer(QUESTION)).results).toEqual(results);
      await again.close();
      expect(warnings[0]).toContain('is not used');
      // It is written anew, whole: nothing is told of it at the next start.
      const next = logged();
      await (await opened(folder, copy, next.log)).close();
      expect(next.warnings).toEqual([]);
    }
  });

  it('is read and not written by a process that does not hold the folder', async () => {
    const folder = folderOf({ 'a.txt': ARTICLES['a.txt'] });
    const cache = folderOf({});
    await (await opened(folder, cache)).close();
    const before = readFileSync(join(cache, 'index.snapshot'));
    writeFileSync(join(folder, 'b.txt'), '# 新开通\n102路公交车开通。\n');
    const guest = await opened(folder, cache, undefined, false);
    expect((await guest.answerer.answer({ text: '102路公交车' })).results[0]?.excerpt).toContain('102路');
    await guest.close();
    expect(readFileSync(join(cache, 'index.snapshot')).equals(before)).toBe(true);
  });

  it('does not hide what was written while the clock had been set back', async () => {
    const folder = folderOf(ARTICLES);
    const cache = folderOf({});
    await (await opened(folder, cache)).close();
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2001-01-01') });
    onTestFinished(() => void vi.useRealTimers());
    const path = join(folder, 'a.txt');
    writeFileSync(path, ARTICLES['a.txt'].replace('21点', '22点'));
    utimesSync(path, new Date('2001-01-01'), new Date('2001-01-01'));
    const again = await opened(folder, cache);
    expect((await again.answerer.answer(QUESTION)).results[0]?.excerpt).toContain('22点');
    await again.close();
  });
});
