import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { readFile, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Claim, claimFolder, holderOf } from '../../src/keeping/folder-lock.js';
import { folderOf } from '../corpus/folder.js';

const QUICK = { beatMs: 20, patienceMs: 200 };
const NOTE = '.in-use';

async function held(folder: string): Promise<Extract<Claim, { kind: 'held' }>> {
  const claim = await claimFolder(folder, QUICK);
  if (claim.kind !== 'held') throw new Error(`not held: ${claim.kind}`);
  return claim;
}

/** The note of a holder, as a folder in which a process was killed has it. */
const noteOf = (pid: number, host = hostname()): string =>
  JSON.stringify({ id: 'other', pid, host, since: '2025-11-03T08:00:00.000Z' });

/** By what a note is known in the name of the one that inherits it. */
const nameOf = (note: string): string => createHash('sha256').update(note).digest('hex').slice(0, 16);

/** A number that no process has. */
function freePid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('a folder', () => {
  it('is held by one at a time, and the other is told by whom', async () => {
    const folder = join(folderOf({}), 'not/there/yet');
    const first = await held(folder);
    expect(await claimFolder(folder, QUICK)).toMatchObject({
      kind: 'taken',
      holder: { pid: process.pid, host: hostname() },
    });
    await first.release();
    expect(readdirSync(folder)).toEqual([]);
    await (await held(folder)).release();
  });

  it.each([
    ['is free', () => ({})],
    ['was left by a process that is gone', (gone: string) => ({ [NOTE]: gone })],
    [
      'was left by one, and by another that was killed while it inherited it',
      (gone: string) => ({ [NOTE]: gone, [`${NOTE}.${nameOf(gone)}`]: gone.replace('other', 'heir') }),
    ],
  ])('is had by exactly one of many that want it at the same moment, where it %s', async (_, files) => {
    const gone = noteOf(freePid());
    const contend = async (): Promise<void> => {
      const folder = folderOf(files(gone));
      const claims = await Promise.all(Array.from({ length: 8 }, () => claimFolder(folder, QUICK)));
      expect(claims.filter(({ kind }) => kind === 'held')).toHaveLength(1);
      for (const claim of claims) if (claim.kind === 'held') await claim.release();
      expect(readdirSync(folder)).toEqual([]);
    };
    for (let round = 0; round < 6; round += 1) await Promise.all(Array.from({ length: 7 }, contend));
  });
});

describe('what a killed process left', () => {
  it.each([
    ['its number is free', () => noteOf(freePid())],
    ['its number was given to another process', () => noteOf(process.ppid)],
    ['it was in another container', () => noteOf(1, 'gone')],
    ['it was killed before it had written', () => ''],
    ['it is no note', () => '{"id":1}'],
  ])('does not keep the folder: %s', async (_, note) => {
    const folder = folderOf({ [NOTE]: note() });
    const claim = await held(folder);
    expect((await holderOf(folder))?.pid).toBe(process.pid);
    await claim.release();
  });

  it('is not mistaken for a holder that lives, whatever its clock says', async () => {
    for (const year of ['1999', '2099']) {
      const folder = folderOf({});
      const first = await held(folder);
      const then = new Date(`${year}-01-01`);
      await utimes(join(folder, NOTE), then, then);
      expect((await claimFolder(folder, QUICK)).kind).toBe('taken');
      await first.release();
    }
  });
});

it('does not take away a note that is not its own', async () => {
  const folder = folderOf({});
  const claim = await held(folder);
  writeFileSync(join(folder, NOTE), noteOf(process.pid));
  await claim.release();
  expect(await readFile(join(folder, NOTE), 'utf8')).toBe(noteOf(process.pid));
});

it('cannot be had where nothing can be written', async () => {
  const folder = folderOf({ file: '' });
  expect((await claimFolder(join(folder, 'file'), QUICK)).kind).toBe('impossible');
  expect((await claimFolder(join(folder, 'file/below'), QUICK)).kind).toBe('impossible');
});
