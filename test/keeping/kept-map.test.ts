import { mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeptMap } from '../../src/keeping/kept-map.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
  path = join(folder, 'data', 'wishes.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const parse = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const open = (onFault?: (error: Error) => void) => KeptMap.open(path, { parse, ...(onFault && { onFault }) });
const all = (map: KeptMap<string>) => [...map.entries()];

describe('what is kept', () => {
  it('is there again after a restart, the last changed last', async () => {
    const map = await open();
    map.set('a', '1');
    map.set('b', '2');
    map.set('c', '3');
    map.set('a', '4');
    expect(map.delete('b')).toBe(true);
    expect(map.delete('b')).toBe(false);
    await map.settled();
    expect(all(await open())).toEqual([
      ['c', '3'],
      ['a', '4'],
    ]);
  });

  it('is for its owner alone', async () => {
    const map = await open();
    map.set('a', '1');
    await map.settled();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'data'))).mode & 0o777).toBe(0o700);
  });

  it('does not grow with changes, only with values', async () => {
    const map = await open();
    for (let change = 0; change < 5_000; change += 1) map.set(`key ${change % 10}`, String(change));
    await map.settled();
    const lines = (await readFile(path, 'utf8')).split('\n').length;
    expect(lines).toBeLessThan(300);
    expect(all(await open())).toEqual(all(map));
  });

  it('is nothing where there is no file to keep it in', async () => {
    const map = await KeptMap.open<string>(undefined, { parse });
    map.set('a', '1');
    await map.settled();
    expect(map.get('a')).toBe('1');
  });

  it('drops what this version cannot use, and lines that are no entries', async () => {
    await mkdir(join(folder, 'data'));
    await writeFile(path, '{"key":"a","value":7}\nno json\n[]\n{"key":"b","value":"2"}\n');
    expect(all(await open())).toEqual([['b', '2']]);
  });
});

describe('a crash', () => {
  it('loses no more than the line that was being written, wherever it cut', async () => {
    const map = await open();
    for (const key of ['a', 'b', 'c']) map.set(key, key);
    await map.settled();
    const { length } = await readFile(path);
    for (let bytes = length; bytes >= 0; bytes -= 1) {
      await truncate(path, bytes);
      const cut = await open();
      const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.endsWith('}')).length;
      expect(cut.size).toBe(lines);
    }
  });

  it('does not glue the next line to one that was cut off', async () => {
    await mkdir(join(folder, 'data'));
    await writeFile(path, '{"key":"a","value":"1"}\n{"key":"b","val');
    const map = await open();
    map.set('c', '3');
    await map.settled();
    expect(all(await open())).toEqual([
      ['a', '1'],
      ['c', '3'],
    ]);
  });
});

describe('a disk that refuses', () => {
  it('is told of once, and gets all when it bears it again', async () => {
    // A file where the folder should be.
    await writeFile(join(folder, 'data'), '');
    const faults: string[] = [];
    await rm(join(folder, 'data'));
    const map = await open((error) => faults.push((error as NodeJS.ErrnoException).code ?? ''));
    await writeFile(join(folder, 'data'), '');
    map.set('a', '1');
    await map.settled();
    map.set('b', '2');
    await map.settled();
    expect(faults).toEqual([expect.stringMatching(/EEXIST|ENOTDIR/)]);
    expect(map.get('b')).toBe('2');
    await rm(join(folder, 'data'));
    map.set('c', '3');
    await map.settled();
    expect(all(await open())).toEqual(all(map));
    await rm(join(folder, 'data'), { recursive: true });
    await writeFile(join(folder, 'data'), '');
    map.set('d', '4');
    await map.settled();
    expect(faults).toHaveLength(2);
  });
});

it('holds after a restart what it held before, whatever was changed', async () => {
  const change = fc.record({
    key: fc.constantFrom('a', 'b', 'c'),
    value: fc.option(fc.string(), { nil: undefined }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 40 }), async (changes) => {
      await rm(path, { force: true });
      const map = await open();
      for (const { key, value } of changes) value === undefined ? map.delete(key) : map.set(key, value);
      await map.settled();
      expect(all(await open())).toEqual(all(map));
    }),
    { numRuns: 50 },
  );
});
