import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  loadSnapshot,
  type SnapshotContent,
  saveSnapshot,
} from '../../../src/collection/snapshot/snapshot.js';
import { mergeReadings, readCollection } from '../../../src/corpus/collection.js';
import { passagesOf } from '../../../src/corpus/passages.js';
import type { FileReading } from '../../../src/corpus/source-file.js';
import { EmbeddedIndex } from '../../../src/retrieval/embedded-index.js';
import { folderOf } from '../../corpus/folder.js';

const FILES = {
  '2024/头版.txt':
    '# 清江大桥封闭施工\n本报讯（记者 林禾）大桥11月3日起封闭，预计15天。\n\n车辆请绕行北滨路。\n',
  'notices.jsonl': [
    '{"id":"a","title":"停水通知","text":"城南片区周三停水8小时。","date":"2024-11-04"}',
    '{"id":"b","title":"缺半个字\\ud842","text":"𠮷野家开张，\\ud842 是半个字。"}',
    '{"id":"a","title":"同号","text":"与前面的重号。"}',
    '{"broken"',
  ].join('\n'),
  'empty.md': '',
};
const QUERY = ['大桥', '停水', '11月', '开张', '城南', '水', '野家'].map((term) => ({ term, weight: 1 }));
const RUNNING = new AbortController().signal;

let readings: readonly FileReading[];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-snapshot-'));
  for (const [name, content] of Object.entries(FILES)) {
    writeFileSync(join(folder, name.replace('/', '-')), content);
  }
  ({ readings } = await readCollection(folder));
  rmSync(folder, { recursive: true });
});

async function contentOf(files: readonly FileReading[] = readings): Promise<SnapshotContent> {
  const index = new EmbeddedIndex();
  const { articles } = mergeReadings(files);
  await index.add(articles.flatMap((article) => passagesOf(article)));
  return { readings: files, index };
}

async function saved(content: SnapshotContent, settings = 'these'): Promise<string> {
  const path = join(folderOf({}), 'cache', 'index.snapshot');
  await saveSnapshot(path, settings, content, RUNNING);
  return path;
}

/** A file's bytes with one of them changed. */
function withOther(whole: Buffer, at: number, change: number): Buffer {
  const damaged = Buffer.from(whole);
  damaged[at] = (damaged[at] as number) ^ change;
  return damaged;
}

async function restored(path: string): Promise<SnapshotContent> {
  const outcome = await loadSnapshot(path, 'these');
  if (outcome.kind !== 'restored') throw new Error(`not restored: ${JSON.stringify(outcome)}`);
  return outcome;
}

describe('a snapshot', () => {
  it('gives back what the files hold, faults and lone halves of pairs too', async () => {
    expect((await restored(await saved(await contentOf()))).readings).toEqual(readings);
  });

  it('gives back an index that finds the same, with the same scores and version', async () => {
    const content = await contentOf();
    const { index } = await restored(await saved(content));
    expect(await index.search(QUERY, 10)).toEqual(await content.index.search(QUERY, 10));
    expect(index.state.version).toBe(content.index.state.version);
    expect(index.state.size).toBe(content.index.state.size);
  });

  it('gives passages of the articles that it gives', async () => {
    const { index, readings: files } = await restored(await saved(await contentOf()));
    const { candidates } = await index.search(QUERY, 10);
    const articles = files.flatMap((file) => file.articles);
    expect(candidates.every(({ passage }) => articles.includes(passage.article))).toBe(true);
  });

  it('of nothing is nothing', async () => {
    const { index, readings: files } = await restored(await saved(await contentOf([])));
    expect([index.state.size, files]).toEqual([0, []]);
  });

  it('is gone on from as if there had been no restart', async () => {
    const ids = async (index: EmbeddedIndex) =>
      (await index.search(QUERY, 10)).candidates.map(({ passage }) => passage.id);
    const content = await contentOf();
    const gone = await ids(content.index);
    await fc.assert(
      fc.asyncProperty(fc.subarray(gone), fc.subarray(gone), async (first, second) => {
        const { index, readings: files } = await contentOf();
        const passages = mergeReadings(files).articles.flatMap((article) => passagesOf(article));
        await index.remove(first);
        const { index: after } = await restored(await saved({ index, readings: files }));
        for (const each of [index, after]) {
          await each.add(passages.filter(({ id }) => first.includes(id)));
          await each.remove(second);
        }
        expect(await after.search(QUERY, 10)).toEqual(await index.search(QUERY, 10));
        expect(after.state.version).toBe(index.state.version);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a snapshot is of no use', () => {
  it('when there is none', async () => {
    expect(await loadSnapshot(join(folderOf({}), 'none'), 'these')).toEqual({ kind: 'absent' });
  });

  it('when it was made under other settings', async () => {
    const path = await saved(await contentOf(), 'those');
    expect(await loadSnapshot(path, 'these')).toEqual({ kind: 'other', settings: 'those' });
  });

  it('when it is a folder', async () => {
    expect(await loadSnapshot(folderOf({}), 'these')).toMatchObject({ kind: 'unusable' });
  });

  it('when it is something else', async () => {
    const folder = folderOf({ 'index.snapshot': 'JIANBAO\n'.repeat(10), empty: '' });
    for (const name of ['index.snapshot', 'empty']) {
      expect(await loadSnapshot(join(folder, name), 'these')).toMatchObject({ kind: 'unusable' });
    }
  });

  it('wherever it was cut off', async () => {
    const path = await saved(await contentOf());
    for (let { length } = readFileSync(path); length > 0; length = Math.floor(length * 0.97)) {
      truncateSync(path, length - 1);
      expect((await loadSnapshot(path, 'these')).kind).toBe('unusable');
    }
  });

  // Of other settings, where the byte is one of those that state them.
  const USELESS = /^(unusable|other)$/;

  it('whichever byte is another', async () => {
    const path = await saved(await contentOf());
    const whole = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        writeFileSync(path, withOther(whole, at, change));
        expect((await loadSnapshot(path, 'these')).kind).toMatch(USELESS);
      }),
    );
  });

  it('when a byte of its table is another, be it in the name of what the table tells', async () => {
    const path = await saved(await contentOf());
    const whole = readFileSync(path);
    const table = whole.indexOf('{"about":');
    expect(table).toBeGreaterThan(0);
    for (let at = table; at < whole.length; at++) {
      writeFileSync(path, withOther(whole, at, 1));
      expect((await loadSnapshot(path, 'these')).kind, `byte ${at - table} of the table`).toMatch(USELESS);
    }
  });
});

describe('while a snapshot is written', () => {
  it('the old one stays until the new one is whole, and nothing else is left', async () => {
    const path = await saved(await contentOf());
    const before = readFileSync(path);
    const stopping = new AbortController();
    stopping.abort(new Error('enough'));
    await expect(saveSnapshot(path, 'these', await contentOf([]), stopping.signal)).rejects.toThrow('enough');
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(join(path, '..'))).toEqual(['index.snapshot']);
  });

  it('what killed processes left is removed, what others are writing is not', async () => {
    const path = await saved(await contentOf());
    // No process has a number this high (the limit of Linux is 2^22).
    const names = ['index.snapshot.99999999.tmp', `index.snapshot.${process.ppid}.tmp`, 'notes.txt'];
    for (const name of names) writeFileSync(join(path, '..', name), 'half');
    await saveSnapshot(path, 'these', await contentOf(), RUNNING);
    expect(readdirSync(join(path, '..')).sort()).toEqual(['index.snapshot', names[1], names[2]].sort());
  });

  it('a folder that cannot be made is an error of the file system', async () => {
    const folder = folderOf({ file: '' });
    const path = join(folder, 'file', 'index.snapshot');
    await expect(saveSnapshot(path, 'these', await contentOf([]), RUNNING)).rejects.toMatchObject({
      code: expect.stringMatching(/ENOTDIR|EEXIST/),
    });
  });
});
