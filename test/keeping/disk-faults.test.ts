import { mkdirSync } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { claimFolder } from '../../src/keeping/folder-lock.js';
import { KeptMap } from '../../src/keeping/kept-map.js';
import { SICKNESSES } from '../collection/support/sick-disk.js';
import { folderOf } from '../corpus/folder.js';

const parse = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const open = (path: string, faults: string[] = []) =>
  KeptMap.open(path, { parse, onFault: (error) => faults.push((error as NodeJS.ErrnoException).code ?? '') });

describe.each(SICKNESSES)('a disk that %s', (_, make) => {
  it('takes nothing from what was kept, is told of once, and gets all when it is well again', async (context) => {
    const disk = make();
    if (!disk) return context.skip();
    onTestFinished(() => {
      disk.heal();
      disk.remove();
    });
    const path = join(disk.folder, 'wishes.jsonl');
    const faults: string[] = [];
    const map = await open(path, faults);
    map.set('before', '1');
    await map.settled();
    disk.fail();
    // Enough for several blocks of the disk, so that what fits into the last one is not all.
    for (let i = 0; i < 100; i += 1) {
      map.set(`meanwhile ${i}`, '字'.repeat(100));
      await map.settled();
    }
    const refused = faults.length;
    expect(map.size).toBe(101);
    expect((await open(path)).get('before')).toBe('1');
    disk.heal();
    map.set('after', '3');
    await map.settled();
    expect([...(await open(path)).entries()]).toEqual([...map.entries()]);
    // An immutable folder still lets a file that is there grow.
    expect(refused).toBeLessThanOrEqual(1);
  });

  it('is told of as such where a folder on it is to be taken', async (context) => {
    const disk = make();
    if (!disk) return context.skip();
    onTestFinished(() => {
      disk.heal();
      disk.remove();
    });
    disk.fail();
    expect((await claimFolder(disk.folder)).kind).toBe('impossible');
    disk.heal();
    const claim = await claimFolder(disk.folder);
    expect(claim.kind).toBe('held');
    if (claim.kind === 'held') await claim.release();
  });
});

describe('records that cannot be read', () => {
  it('are told of, left as they are, and the process goes on in memory', async () => {
    const folder = folderOf({});
    // A folder where the file should be: unreadable to everyone.
    const path = join(folder, 'wishes.jsonl');
    mkdirSync(path);
    const faults: string[] = [];
    const map = await open(path, faults);
    map.set('a', '1');
    await map.settled();
    expect(faults).toEqual(['EISDIR']);
    expect(map.get('a')).toBe('1');
    await rm(path, { recursive: true });
    await writeFile(path, '{"key":"kept","value":"7"}\n');
    await chmod(path, 0o600);
    map.set('b', '2');
    await map.settled();
    expect(await readFile(path, 'utf8')).toBe('{"key":"kept","value":"7"}\n');
  });
});
