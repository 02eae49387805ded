import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MissingCollectionError, readCollection } from '../../../src/corpus/collection.js';
import { type FileChanges, type WatchOptions, watchCollection } from '../../../src/corpus/watch/watch.js';
import { type Files, folderOf } from '../folder.js';

/** Changes as they come, to be awaited one after the other. */
class Told {
  readonly #waiting: ((changes: FileChanges) => void)[] = [];
  readonly #came: FileChanges[] = [];

  take = (changes: FileChanges): void => {
    const next = this.#waiting.shift();
    if (next) next(changes);
    else this.#came.push(changes);
  };

  next(): Promise<FileChanges> {
    const came = this.#came.shift();
    return came ? Promise.resolve(came) : new Promise((resolve) => this.#waiting.push(resolve));
  }
}

async function watched(files: Files, options: WatchOptions = {}): Promise<{ folder: string; told: Told }> {
  const folder = folderOf(files);
  const told = new Told();
  const watch = await watchCollection(folder, told.take, { quietMs: 50, ...options });
  onTestFinished(() => watch.close());
  return { folder, told };
}

function changes(change: Partial<FileChanges>): FileChanges {
  return { added: [], changed: [], removed: [], ...change };
}

describe('what happens in the folder is told', () => {
  const cases: readonly [name: string, act: (folder: string) => void, expected: Partial<FileChanges>][] = [
    ['a new file', (folder) => writeFileSync(join(folder, '新 闻.txt'), '新。'), { added: ['新 闻.txt'] }],
    ['a changed file', (folder) => appendFileSync(join(folder, 'a.txt'), '又。'), { changed: ['a.txt'] }],
    ['a removed file', (folder) => rmSync(join(folder, 'a.txt')), { removed: ['a.txt'] }],
    [
      'a renamed file',
      (folder) => renameSync(join(folder, 'a.txt'), join(folder, 'z.md')),
      { added: ['z.md'], removed: ['a.txt'] },
    ],
    [
      'a renamed folder',
      (folder) => renameSync(join(folder, 'b'), join(folder, 'y')),
      { added: ['y/c.txt'], removed: ['b/c.txt'] },
    ],
    [
      'a removed folder',
      (folder) => rmSync(join(folder, 'b'), { recursive: true }),
      { removed: ['b/c.txt'] },
    ],
    [
      'a change further down',
      (folder) => appendFileSync(join(folder, 'b/c.txt'), '又。'),
      { changed: ['b/c.txt'] },
    ],
    [
      'a file replaced from aside',
      (folder) => {
        writeFileSync(join(folder, '.tmp'), '换。');
        renameSync(join(folder, '.tmp'), join(folder, 'a.txt'));
      },
      { changed: ['a.txt'] },
    ],
    [
      'a file moved in from elsewhere',
      (folder) => renameSync(join(folderOf({ 'x.txt': '外。' }), 'x.txt'), join(folder, 'x.txt')),
      { added: ['x.txt'] },
    ],
    [
      'a linked folder',
      (folder) => {
        mkdirSync(join(folder, '.store'));
        writeFileSync(join(folder, '.store/x.txt'), '库。');
        symlinkSync('.store', join(folder, 'link'));
      },
      { added: ['link/x.txt'] },
    ],
  ];
  test.each(cases)('%s', async (_, act, expected) => {
    const { folder, told } = await watched({ 'a.txt': '甲。', 'b/c.txt': '丙。', 'notes.log': '' });
    act(folder);
    expect(await told.next()).toEqual(changes(expected));
  });

  test('files in new folders, and changes in them later on', async () => {
    const { folder, told } = await watched({ 'a.txt': '甲。' });
    mkdirSync(join(folder, 'x/y'), { recursive: true });
    writeFileSync(join(folder, 'x/y/z.txt'), '新。');
    expect(await told.next()).toEqual(changes({ added: ['x/y/z.txt'] }));
    appendFileSync(join(folder, 'x/y/z.txt'), '又。');
    expect(await told.next()).toEqual(changes({ changed: ['x/y/z.txt'] }));
  });

  test('a folder put in the place of another', async () => {
    const { folder, told } = await watched({ 'b/c.txt': '丙。' });
    rmSync(join(folder, 'b'), { recursive: true });
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'b/d.txt'), '丁。');
    expect(await told.next()).toEqual(changes({ added: ['b/d.txt'], removed: ['b/c.txt'] }));
    appendFileSync(join(folder, 'b/d.txt'), '又。');
    expect(await told.next()).toEqual(changes({ changed: ['b/d.txt'] }));
  });

  test('what is of no format is not', async () => {
    const { folder, told } = await watched({ 'a.txt': '甲。' });
    writeFileSync(join(folder, 'x.log'), '略。');
    writeFileSync(join(folder, '.x.txt'), '略。');
    writeFileSync(join(folder, 'z.txt'), '新。');
    expect(await told.next()).toEqual(changes({ added: ['z.txt'] }));
  });
});

test('a file written piece by piece is told when it is whole', async () => {
  const { folder, told } = await watched({ 'a.txt': '甲。' }, { quietMs: 300 });
  const path = join(folder, 'b.txt');
  const pieces = [...'一二三四五六七八九十'];
  const writing = setInterval(() => {
    const piece = pieces.shift();
    if (piece === undefined) clearInterval(writing);
    else appendFileSync(path, piece);
  }, 40);
  expect(await told.next()).toEqual(changes({ added: ['b.txt'] }));
  expect(readFileSync(path, 'utf8')).toBe('一二三四五六七八九十');
});

test('what has changed since the files were read is told first of all', async () => {
  const folder = folderOf({ 'a.txt': '甲。', 'b.txt': '乙。', 'c.txt': '丙。' });
  const { readings } = await readCollection(folder);
  const known = new Map(readings.map(({ source, fingerprint }) => [source, fingerprint!]));
  appendFileSync(join(folder, 'a.txt'), '又。');
  rmSync(join(folder, 'b.txt'));
  writeFileSync(join(folder, 'd.txt'), '丁。');
  const told = new Told();
  const watch = await watchCollection(folder, told.take, { known, quietMs: 50 });
  onTestFinished(() => watch.close());
  expect(await told.next()).toEqual({ added: ['d.txt'], changed: ['a.txt'], removed: ['b.txt'] });
});

test('a single file is watched through replacement', async () => {
  const folder = folderOf({ 'a.txt': '甲。', 'b.txt': '乙。' });
  const told = new Told();
  const watch = await watchCollection(join(folder, 'a.txt'), told.take, { quietMs: 50 });
  onTestFinished(() => watch.close());
  appendFileSync(join(folder, 'b.txt'), '又。');
  writeFileSync(join(folder, 'new'), '换。');
  renameSync(join(folder, 'new'), join(folder, 'a.txt'));
  expect(await told.next()).toEqual(changes({ changed: ['a.txt'] }));
});

describe('errors', () => {
  test('nothing at the path', async () => {
    await expect(watchCollection(join(folderOf({}), 'none'), () => {})).rejects.toBeInstanceOf(
      MissingCollectionError,
    );
  });

  test('a collection that goes is reported, not removed, and taken up again when it is back', async () => {
    const errors = new Told();
    const folder = folderOf({ 'top/a.txt': '甲。' });
    const inner = join(folder, 'top');
    const told = new Told();
    const watch = await watchCollection(inner, told.take, {
      quietMs: 50,
      onError: (error) => errors.take(error as FileChanges),
    });
    onTestFinished(() => watch.close());
    renameSync(inner, join(folder, 'aside'));
    expect(await errors.next()).toBeInstanceOf(MissingCollectionError);
    renameSync(join(folder, 'aside'), inner);
    writeFileSync(join(inner, 'b.txt'), '乙。');
    expect(await told.next()).toEqual(changes({ added: ['b.txt'] }));
  });

  // The superuser may read everything.
  test.skipIf(process.getuid?.() === 0)('files in a folder that is locked are not gone', async () => {
    const { folder, told } = await watched({ 'a.txt': '甲。', 'b/c.txt': '丙。' });
    chmodSync(join(folder, 'b'), 0);
    onTestFinished(() => chmodSync(join(folder, 'b'), 0o700));
    rmSync(join(folder, 'a.txt'));
    expect(await told.next()).toEqual(changes({ removed: ['a.txt'] }));
  });

  test('a listener that fails is told the same again', async () => {
    const folder = folderOf({ 'a.txt': '甲。' });
    const told = new Told();
    const errors: unknown[] = [];
    const failure = new Error('index busy');
    const watch = await watchCollection(
      folder,
      (change) => {
        told.take(change);
        if (errors.length === 0) throw failure;
      },
      { quietMs: 50, onError: (error) => errors.push(error) },
    );
    onTestFinished(() => watch.close());
    writeFileSync(join(folder, 'b.txt'), '乙。');
    expect([await told.next(), await told.next()]).toEqual(Array(2).fill(changes({ added: ['b.txt'] })));
    expect(errors).toEqual([failure]);
  });
});

test('closing waits for the listener, and nothing is told afterwards', async () => {
  const folder = folderOf({ 'a.txt': '甲。' });
  let finish = () => {};
  let finished = false;
  const begun = new Told();
  const watch = await watchCollection(
    folder,
    (change) => {
      begun.take(change);
      return new Promise<void>((resolve) => {
        finish = () => {
          finished = true;
          resolve();
        };
      });
    },
    { quietMs: 50 },
  );
  writeFileSync(join(folder, 'b.txt'), '乙。');
  await begun.next();
  const closed = watch.close().then(() => finished);
  finish();
  expect(await closed).toBe(true);
  await watch.close();
});
