import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FolderEvents } from '../../../src/corpus/watch/folder-events.js';
import { folderOf } from '../folder.js';

/** Events that can be awaited, of a set of folders. */
function follow(...folders: readonly string[]) {
  let happened = () => {};
  const errors: unknown[] = [];
  const events = new FolderEvents(
    () => happened(),
    (error) => errors.push(error),
  );
  onTestFinished(() => events.close());
  const next = (act: () => void) =>
    new Promise<void>((resolve) => {
      happened = resolve;
      act();
    });
  return { events, errors, next, grown: events.follow(named(folders)) };
}

function named(folders: readonly string[]): Map<string, string> {
  return new Map(
    folders.map((folder) => [`${folder} ${statSync(folder, { throwIfNoEntry: false })?.ino}`, folder]),
  );
}

test('whatever happens to a file of any folder is an event', async () => {
  const one = folderOf({ 'a.txt': '甲。' });
  const two = folderOf({});
  const { next, grown } = follow(one, two);
  expect(grown).toBe(true);
  await next(() => writeFileSync(join(one, 'a.txt'), '改。'));
  await next(() => writeFileSync(join(two, 'b.txt'), '乙。'));
  await next(() => renameSync(join(two, 'b.txt'), join(one, 'b.txt')));
  await next(() => rmSync(join(one, 'b.txt')));
  await next(() => mkdirSync(join(two, 'c')));
});

test('only a folder that was not followed before makes the set grow', () => {
  const one = folderOf({});
  const two = folderOf({});
  const { events } = follow(one);
  expect(events.follow(named([one]))).toBe(false);
  expect(events.follow(named([one, two]))).toBe(true);
  expect(events.follow(named([two]))).toBe(false);
});

test('a folder that is gone is passed over without an error', () => {
  const { events, errors } = follow();
  expect(events.follow(named([join(folderOf({}), 'none')]))).toBe(false);
  expect(errors).toEqual([]);
});
