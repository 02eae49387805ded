import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../corpus/folder.js';

const SCRIPT = new URL('../../scripts/install.mjs', import.meta.url);

/** A package of a lock file, as far as it matters. */
interface Package {
  readonly version?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
type Packages = Readonly<Record<string, Package>>;

const OTHER_SYSTEM = process.platform === 'win32' ? 'linux' : 'win32';
const PLAIN: Packages = { 'node_modules/plain': { version: '1.0.0' } };
const ROOT: Package = { dependencies: { plain: '1' }, optionalDependencies: { native: '1' } };

/** All that a lock file names, with one optional package, which is like this. */
function lockWith(native: Package, more: Packages = {}): Packages {
  return {
    '': ROOT,
    ...PLAIN,
    'node_modules/native': { version: '1.0.0', optional: true, ...native },
    ...more,
  };
}

/** A project with the script, and an npm that notes that it was called and installs what it is told to. */
function project(lock: Packages, installed: Packages | undefined, npmInstalls: Packages, npmFails = false) {
  const folder = folderOf({
    'package.json': '{"engines":{"node":">=20.19"},"type":"module"}',
    'package-lock.json': JSON.stringify({ packages: lock }),
    ...(installed && { 'node_modules/.package-lock.json': JSON.stringify({ packages: installed }) }),
    'bin/installs.json': JSON.stringify({ packages: npmInstalls }),
  });
  mkdirSync(join(folder, 'scripts'));
  copyFileSync(SCRIPT, join(folder, 'scripts/install.mjs'));
  const npm = [
    '#!/bin/sh',
    'echo "$*" >> calls',
    'rm -rf node_modules && mkdir node_modules',
    npmFails ? 'exit 1' : 'cp bin/installs.json node_modules/.package-lock.json',
  ];
  writeFileSync(join(folder, 'bin/npm'), `${npm.join('\n')}\n`, { mode: 0o755 });
  return {
    /** Runs the script, and gives its exit code. */
    run: () =>
      new Promise<number>((resolve) => {
        const env = { PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}` };
        execFile(process.execPath, [join(folder, 'scripts/install.mjs')], { env }, (error) =>
          resolve(error === null ? 0 : Number(error.code)),
        );
      }),
    /** Puts another lock file in the place of the first. */
    locks: (next: Packages) =>
      writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: next })),
    /** How often npm was called, and with what. */
    calls: (): string[] =>
      existsSync(join(folder, 'calls'))
        ? readFileSync(join(folder, 'calls'), 'utf8').trimEnd().split('\n')
        : [],
  };
}

const CI = 'ci --include=dev --loglevel=error';

// npm is another kind of program on Windows.
describe.skipIf(process.platform === 'win32')('the packages', () => {
  const whole = lockWith({});

  test.each<[when: string, lock: Packages, installed: Packages | undefined]>([
    ['there are none', whole, undefined],
    ['one is missing', whole, { 'node_modules/native': { version: '1.0.0' } }],
    ['one is of another version', whole, { ...whole, 'node_modules/plain': { version: '0.9.0' } }],
    ['an optional one is missing that runs here', whole, PLAIN],
    ['an optional one is missing that is for this system', lockWith({ os: [process.platform] }), PLAIN],
    ['an optional one is missing that is not for another', lockWith({ os: [`!${OTHER_SYSTEM}`] }), PLAIN],
    [
      'an optional one lacks what it is built on',
      lockWith(
        { dependencies: { base: '1' } },
        { 'node_modules/base': { version: '1.0.0', optional: true } },
      ),
      whole,
    ],
    [
      'an optional one lacks a package of its own',
      lockWith(
        { dependencies: { base: '2' } },
        {
          'node_modules/base': { version: '1.0.0', optional: true },
          'node_modules/native/node_modules/base': { version: '2.0.0', optional: true },
        },
      ),
      { ...whole, 'node_modules/base': { version: '1.0.0' } },
    ],
  ])('are installed when %s, once', async (_, lock, installed) => {
    const { run, calls } = project(lock, installed, lock);
    expect([await run(), await run()]).toEqual([0, 0]);
    expect(calls()).toEqual([CI]);
  });

  test.each<[when: string, lock: Packages, installed: Packages]>([
    ['all are there', whole, whole],
    ['an optional one is for another system', lockWith({ os: [OTHER_SYSTEM] }), PLAIN],
    ['an optional one is not for this system', lockWith({ os: [`!${process.platform}`] }), PLAIN],
    ['an optional one is for another processor', lockWith({ cpu: ['mips'] }), PLAIN],
    ['an optional one is for another C library', lockWith({ libc: ['newlib'] }), PLAIN],
    [
      'what is missing belongs to an optional one for another system',
      lockWith(
        { os: [OTHER_SYSTEM], dependencies: { base: '1' } },
        { 'node_modules/base': { version: '1.0.0', optional: true } },
      ),
      PLAIN,
    ],
  ])('are left as they are when %s', async (_, lock, installed) => {
    const { run, calls } = project(lock, installed, lock);
    expect(await run()).toBe(0);
    expect(calls()).toEqual([]);
  });

  test('are tried once where npm goes on without an optional one, and again when it is of another version', async () => {
    const { run, calls, locks } = project(whole, PLAIN, PLAIN);
    expect([await run(), await run(), await run()]).toEqual([0, 0, 0]);
    expect(calls()).toEqual([CI]);
    locks(lockWith({ version: '1.0.1' }));
    expect([await run(), await run()]).toEqual([0, 0]);
    expect(calls()).toEqual([CI, CI]);
  });

  test('that npm cannot install end the command', async () => {
    const { run, calls } = project(whole, PLAIN, whole, true);
    expect(await run()).toBe(1);
    expect(calls()).toEqual([CI]);
  });
});
