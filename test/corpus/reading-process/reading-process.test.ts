import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { locate } from '../../../src/corpus/files.js';
import { explain } from '../../../src/corpus/reading-process/ending.js';
import { DEFAULT_LIMITS, isMore, type ReadingLimits } from '../../../src/corpus/reading-process/limits.js';
import { ReadingProcess } from '../../../src/corpus/reading-process/reading-process.js';
import { type FileReading, readSourceFile } from '../../../src/corpus/source-file.js';
import { folderOf } from '../folder.js';

const GOOD = '# 青石渡口今起停运\n\n最后一班渡船载客四十七人。\n';
/** Long articles come in parts: this many paragraphs take several. */
const LONG = paragraphs(5_000);
/** Takes a second to read on a fast machine, and some tens of megabytes on any. */
const TOO_LONG = paragraphs(60_000);
/** Nothing takes so long, however busy the machine is; in seconds. */
const NEVER = 3_600;

function paragraphs(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `青石大桥第${i}号桥墩昨日浇筑完成，工期比计划提前两天。\n`,
  ).join('\n');
}

/** What is told of a file that exceeds limits. */
function leftOut(file: string, problem: string, remedy: RegExp, exceeded: ReadingLimits) {
  return {
    source: 'b.md',
    articles: [],
    unreadable: [
      {
        source: 'b.md',
        problem: expect.objectContaining({ en: problem }),
        remedy: expect.objectContaining({ en: expect.stringMatching(remedy) }),
      },
    ],
    // It is not read again while it stays as it is, unless the limits are raised.
    fingerprint: expect.objectContaining({ bytes: Buffer.byteLength(file), hash: '' }),
    exceeded,
  };
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
    const reading = new ReadingProcess({ ...DEFAULT_LIMITS, seconds: NEVER });
    onTestFinished(() => reading.close());
    for (const source of [...Object.keys(files), 'gone.txt'])
      expect(await reading.read(place, source)).toEqual(await readSourceFile(place, source));
  });

  describe('leaves out what takes too much, with its reason, and reads on:', () => {
    const read = { articles: [{ title: '青石渡口今起停运' }], unreadable: [] };

    async function begin(file: string, limits: ReadingLimits) {
      const place = await locate(folderOf({ 'a.txt': GOOD, 'b.md': file, 'c.txt': GOOD }));
      const reading = new ReadingProcess(limits);
      onTestFinished(() => reading.close());
      return (source: string) => reading.read(place, source);
    }

    test('time', async () => {
      // Its time passes while the long file is read, and at no other time.
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      onTestFinished(() => void vi.useRealTimers());
      const limits: ReadingLimits = { ...DEFAULT_LIMITS, seconds: 30 };
      const reads = await begin(TOO_LONG, limits);
      expect(await reads('a.txt')).toMatchObject(read);
      let told: FileReading | undefined;
      void reads('b.md').then((reading) => {
        told = reading;
      });
      while (!told) {
        vi.advanceTimersByTime(30_000);
        await nextTurn();
      }
      expect(told).toEqual(leftOut(TOO_LONG, 'It takes longer than 30 s to read.', /READ_SECONDS/, limits));
      expect(await reads('c.txt')).toMatchObject(read);
    });

    test('memory', async () => {
      const limits: ReadingLimits = { seconds: NEVER, megabytes: 24 };
      const reads = await begin(TOO_LONG, limits);
      const [before, tooMuch, after] = await Promise.all(['a.txt', 'b.md', 'c.txt'].map(reads));
      expect(tooMuch).toEqual(
        leftOut(TOO_LONG, 'It takes more than 24 MB of memory to read.', /READ_MEGABYTES/, limits),
      );
      for (const reading of [before, after]) expect(reading).toMatchObject(read);
    });
  });

  test('can be used again after it was closed', async () => {
    const folder = folderOf({ 'a.txt': GOOD });
    const place = await locate(folder);
    const reading = new ReadingProcess({ ...DEFAULT_LIMITS, seconds: NEVER });
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
    problem: expect.objectContaining({ en: expect.stringMatching(problem) }),
    remedy: expect.objectContaining({ en: expect.stringMatching(remedy) }),
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
