import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own that can be made to fail, and to bear it again. */
export interface SickDisk {
  readonly folder: string;
  /** Makes it fail. */
  fail(): void;
  heal(): void;
  remove(): void;
}

/** Ways in which a disk fails. Each takes rights that a test may not have: `undefined` then. */
export const SICKNESSES: readonly (readonly [name: string, make: () => SickDisk | undefined])[] = [
  ['is full', fullDisk],
  ['is read-only', readOnlyDisk],
  ['gives no permission any more', lockedFolder],
];

/** A file system of 256 KB in memory, filled to the last byte. */
function fullDisk(): SickDisk | undefined {
  return mounted((folder) => {
    const ballast = join(folder, '..ballast');
    return {
      fail: () => {
        try {
          writeFileSync(ballast, Buffer.alloc(2 ** 19));
        } catch {
          // It takes what fits.
        }
      },
      heal: () => rmSync(ballast, { force: true }),
    };
  });
}

function readOnlyDisk(): SickDisk | undefined {
  return mounted((folder) => ({
    fail: () => tried('mount', '-o', 'remount,ro', folder),
    heal: () => tried('mount', '-o', 'remount,rw', folder),
  }));
}

/** The immutable mark is heeded for the administrator too, whom permissions do not bind. */
function lockedFolder(): SickDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-disk-'));
  const marked = (mark: string): boolean => tried('chattr', mark, folder);
  if (marked('+i') && marked('-i'))
    return {
      folder,
      fail: () => marked('+i'),
      heal: () => marked('-i'),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  rmSync(folder, { recursive: true });
  return undefined;
}

function mounted(make: (folder: string) => Pick<SickDisk, 'fail' | 'heal'>): SickDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-disk-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  if (!tried('mount', '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder)) {
    remove();
    return undefined;
  }
  return {
    folder,
    ...make(folder),
    remove: () => {
      tried('umount', folder);
      remove();
    },
  };
}

function tried(command: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
