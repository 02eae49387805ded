import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { locate } from '../../../src/corpus/files.js';
import { explain } from '../../../src/corpus/reading-process/ending.js';
import { DEFAULT_LIMITS, isMore, type ReadingLimits } from '../../../src/corpus/reading-process/limits.js';
import { ReadingProcess } from '../../../src/corpus/reading-process/reading-process.js';
import { readSourceFile } from '../../../src/corpus/source-file.js';
import { type Files, folderOf } from '../folder.js';

const GOOD = '# 青石渡口今起停运\n\n最后一班渡船载客四十七人。\n';
/** Takes a second to read, and some tens of megabytes. */
const LONG = Array.from(
  { length: 60_000 },
  (_, i) => `青石大桥第${i}号桥墩昨日浇筑完成，工期比计划提前两天。\n`,
).join('\n');

async function readAll(files: Files, limits: Partial<ReadingLimits> = {}) {
  const place = await locate(folderOf(files));
  const reading = new ReadingProcess({ ...DEFAULT_LIMITS, ...limits });
  onTestFinished(() => reading.close());
  return Promise.all(Object.keys(files).map((source) => reading.read(place, source)));
}

describe('a process that reads files', () => {
  test('gives what reading in this process gives', async () => {
    const files = {
      'a.txt': GOOD,
      'b.jsonl': '{"id":"1","title":"停水","text":"城南停水8小时。"}\n{"broken"\n',
      'c.html': '<h1>丁</h1><p>丁文。</p>',
      'long.md': LONG,
      'empty.txt': '',
      'binary.txt': new Uint8Array([137, 80, 78, 71, 0, 0, 1]),
    };
    const folder = folderOf(files);
    const place = await locate(folder);
    const reading = new ReadingProcess(DEFAULT_LIMITS);
    onTestFinished(() => reading.close());
    for (const source of [...Object.keys(files), 'gone.txt'])
      expect(await reading.read(place, source)).toEqual(await readSourceFile(place, source));
  });

  test.each<[what: string, limits: Partial<ReadingLimits>, file: string, problem: string, remedy: RegExp]>([
    ['time', { seconds: 2 }, LONG.repeat(12), 'It takes longer than 2 s to read.', /READ_SECONDS/],
    ['memory', { megabytes: 24 }, LONG, 'It takes more than 24 MB of memory to read.', /READ_MEGABYTES/],
  ])(
    'leaves out what takes too much %s, with its reason, and reads on',
    async (_, limits, file, problem, remedy) => {
      const [before, tooMuch, after] = await readAll({ 'a.txt': GOOD, 'b.md': file, 'c.txt': GOOD }, limits);
      expect(tooMuch).toEqual({
        source: 'b.md',
        articles: [],
        unreadable: [{ source: 'b.md', problem, remedy: expect.stringMatching(remedy) }],
        // It is not read again while it stays as it is, unless the limits are raised.
        fingerprint: expect.objectContaining({ bytes: Buffer.byteLength(file), hash: '' }),
        exceeded: { ...DEFAULT_LIMITS, ...limits },
      });
      for (const reading of [before, after])
        expect(reading).toMatchObject({ articles: [{ title: '青石渡口今起停运' }], unreadable: [] });
    },
  );

  test('can be used again after it was closed', async () => {
    const folder = folderOf({ 'a.txt': GOOD });
    const place = await locate(folder);
    const reading = new ReadingProcess(DEFAULT_LIMITS);
    onTestFinished(() => reading.close());
    await reading.read(place, 'a.txt');
    await reading.close();
    writeFileSync(join(folder, 'a.txt'), '# 乙\n\n乙文。');
    expect(await reading.read(place, 'a.txt')).toMatchObject({ articles: [{ title: '乙' }] });
  });
});

test.each([
  [{ kind: 'late' }, /longer than 30 s/, /READ_SECONDS/],
  [{ kind: 'full' }, /more than 512 MB/, /READ_MEGABYTES/],
  [{ kind: 'defect', message: 'TypeError: x' }, /fails at it: TypeError: x\./, /report/],
  [{ kind: 'died', how: 'SIGSEGV' }, /has ended \(SIGSEGV\)\./, /report/],
  [{ kind: 'unstarted', why: 'spawn EAGAIN' }, /started for it \(spawn EAGAIN\)\./, /Free memory/],
] as const)('%o is told with its remedy', (reason, problem, remedy) => {
  expect(explain(reason, DEFAULT_LIMITS)).toEqual({
    problem: expect.stringMatching(problem),
    remedy: expect.stringMatching(remedy),
  });
});

test.each<[limits: ReadingLimits, more: boolean]>([
  [{ seconds: 30, megabytes: 512 }, false],
  [{ seconds: 31, megabytes: 512 }, true],
  [{ seconds: 10, megabytes: 1_024 }, true],
  [{ seconds: 10, megabytes: 64 }, false],
])('%o may do where 30 s and 512 MB did not: %s', (limits, more) => {
  expect(isMore(limits, DEFAULT_LIMITS)).toBe(more);
});
