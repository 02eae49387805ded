import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type OpenCollection, type OpenOptions, openCollection } from '../../src/app/open.js';
import { describeUnreadable } from '../../src/corpus/errors.js';
import { type Files, folderOf } from '../corpus/folder.js';

const BRIDGE = '# 清江大桥封闭施工\n清江大桥11月3日起封闭，预计15天。\n';
const WATER = '# 停水通知\n因管道检修，城南片区周三停水8小时。\n';
const LIBRARY = '# 图书馆延长开放\n市图书馆每晚开到21点，周一照常闭馆。\n';
const OTHERS: Files = { 'water.txt': WATER, 'library.txt': LIBRARY };

/** Lines that were logged, as a person reads them. */
interface Log {
  readonly lines: string[];
  readonly options: Pick<OpenOptions, 'log'>;
}

function logging(): Log {
  const lines: string[] = [];
  const note = (level: string) => (first: unknown, message?: string) =>
    lines.push(`${level}: ${message === undefined ? first : `${message} ${JSON.stringify(first)}`}`);
  return { lines, options: { log: { info: note('info'), warn: note('warn') } } };
}

/** The index in memory, kept in a folder. */
function kept(cacheDir: string): OpenOptions {
  return { index: { kind: 'memory', cacheDir } };
}

async function opened(folder: string, options: OpenOptions = {}): Promise<OpenCollection> {
  // What is found is the same without the reader, and sooner.
  const collection = await openCollection(folder, { settleMs: 50, keepMs: 0, reader: 'off', ...options });
  onTestFinished(() => collection.close());
  return collection;
}

/** The first clipping of an answer; '' when it is refused. */
async function clipping({ answerer }: OpenCollection, question: string): Promise<string> {
  const answer = await answerer.answer({ text: question });
  return answer.status !== 'refused' ? (answer.results[0]?.excerpt ?? '') : '';
}

/** Waits until something holds; a test that waits in vain ends by its time limit. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(20);
}

describe('a collection that is followed', () => {
  const bridge = '清江大桥封闭多少天？';

  it.each<[what: string, before: Files, change: (folder: string) => void, after: string]>([
    ['a new file', {}, (folder) => writeFileSync(join(folder, 'bridge.txt'), BRIDGE), '15天'],
    [
      'a changed file',
      { 'bridge.txt': BRIDGE },
      (folder) => writeFileSync(join(folder, 'bridge.txt'), BRIDGE.replace('15', '25')),
      '25天',
    ],
    [
      'a file put in the place of another',
      { 'bridge.txt': BRIDGE, 'new.part': BRIDGE.replace('15', '25') },
      (folder) => renameSync(join(folder, 'new.part'), join(folder, 'bridge.txt')),
      '25天',
    ],
    [
      'a folder that is moved in',
      { '.hidden/2024/bridge.txt': BRIDGE },
      (folder) => renameSync(join(folder, '.hidden'), join(folder, '11月')),
      '15天',
    ],
  ])('%s is found', async (_, before, change, after) => {
    const folder = folderOf({ ...OTHERS, ...before });
    const collection = await opened(folder, { watch: true });
    expect(await clipping(collection, bridge)).not.toContain(after);
    change(folder);
    await until(async () => (await clipping(collection, bridge)).includes(after));
    expect(await clipping(collection, '城南停水多久？')).toContain('8小时');
  });

  it('a renamed file is found under its new name, a removed one no longer', async () => {
    const folder = folderOf({ ...OTHERS, 'bridge.txt': BRIDGE });
    const collection = await opened(folder, { watch: true });
    const sources = async (): Promise<string[]> =>
      (await collection.answerer.answer({ text: bridge })).results.map(({ citation }) => citation.source);
    renameSync(join(folder, 'bridge.txt'), join(folder, '大桥 封闭.txt'));
    await until(async () => (await sources())[0] === '大桥 封闭.txt');
    rmSync(join(folder, '大桥 封闭.txt'));
    await until(async () => !(await sources()).includes('大桥 封闭.txt'));
    expect(collection.answerer.summary(0).files).toBe(2);
  });

  it('tells of each change which articles are new or changed, and not which were there', async () => {
    const added: (readonly string[] | undefined)[] = [];
    const folder = folderOf(OTHERS);
    const collection = await opened(folder, { watch: true, onChange: (ids) => added.push(ids) });
    const list = (text: string) => `{"id":"one","text":"大桥封闭15天。"}\n{"id":"two","text":"${text}"}\n`;
    for (const [text, changes] of [
      ['轮渡停航。', 1],
      ['轮渡复航。', 2],
    ] as const) {
      writeFileSync(join(folder, 'list.jsonl'), list(text));
      await until(() => added.length === changes);
    }
    rmSync(join(folder, 'list.jsonl'));
    await until(() => added.length === 3);
    expect(added).toEqual([['one', 'two'], ['two'], []]);
    expect(collection.answerer.summary(0).articles).toBe(2);
  });

  it('what of a change cannot be read is told once, with its place', async () => {
    const { lines, options } = logging();
    const folder = folderOf(OTHERS);
    const collection = await opened(folder, { watch: true, ...options });
    writeFileSync(join(folder, 'list.jsonl'), '{"id":"1","text":"大桥封闭15天。"}\n{"broken"\n');
    await until(() => collection.answerer.summary(0).files === 3);
    writeFileSync(join(folder, 'bridge.txt'), BRIDGE);
    await until(() => collection.answerer.summary(0).files === 4);
    expect(lines.filter((line) => line.startsWith('warn: list.jsonl:2: '))).toHaveLength(1);
  });

  it('a document that comes and is not read is named once', async () => {
    const { lines, options } = logging();
    const folder = folderOf(OTHERS);
    await opened(folder, { watch: true, ...options });
    writeFileSync(join(folder, 'page.doc'), '%PDF');
    await until(() => lines.length > 0);
    writeFileSync(join(folder, 'bridge.txt'), BRIDGE);
    await until(() => lines.length > 1);
    expect(lines).toEqual([
      'warn: page.doc: Files of this kind are not read. Save it as .docx.',
      expect.stringMatching(/^info: collection changed .*bridge\.txt/),
    ]);
  });

  it('that goes and comes back is told of in one line each, by name', async () => {
    const { lines, options } = logging();
    const folder = join(folderOf({ 'all/bridge.txt': BRIDGE }), 'all');
    const collection = await opened(folder, { watch: true, ...options });
    renameSync(folder, `${folder}.aside`);
    await until(() => lines.length > 0);
    expect(await clipping(collection, bridge)).toContain('15天');
    renameSync(`${folder}.aside`, folder);
    await until(() => lines.length > 1);
    expect(lines).toEqual([
      `warn: The collection "${folder}" is gone: there is no such file or folder. Put it back; until then, what was read before is served.`,
      `info: The collection "${folder}" is there again and followed.`,
    ]);
  });

  it('stays when the last file goes, and answers again when one comes', async () => {
    const { lines, options } = logging();
    const folder = folderOf({ 'bridge.txt': BRIDGE });
    const collection = await opened(folder, { watch: true, ...options });
    rmSync(join(folder, 'bridge.txt'));
    await until(() => collection.answerer.summary(0).articles === 0 && lines.length > 1);
    expect(lines[1]).toBe(
      `warn: The collection "${folder}" holds no article any more. Add one to have answers.`,
    );
    expect((await collection.answerer.answer({ text: bridge })).status).toBe('refused');
    writeFileSync(join(folder, 'bridge.txt'), BRIDGE);
    await until(async () => (await clipping(collection, bridge)) !== '');
  });
});

describe('a collection whose index is kept', () => {
  const FILES: Files = { ...OTHERS, 'bridge.txt': BRIDGE };

  async function openAndClose(folder: string, options: OpenOptions): Promise<string> {
    const collection = await openCollection(folder, { reader: 'off', ...options });
    await collection.close();
    return collection.answerer.version;
  }

  it('is the same after a restart', async () => {
    const [folder, cacheDir] = [folderOf(FILES), join(folderOf({}), 'cache')];
    const first = await opened(folder, kept(cacheDir));
    const answer = await first.answerer.answer({ text: '城南停水多久？' });
    await first.close();
    const { lines, options } = logging();
    const second = await opened(folder, { ...kept(cacheDir), ...options });
    expect(await second.answerer.answer({ text: '城南停水多久？' })).toEqual(answer);
    expect(second.answerer.version).toBe(first.answerer.version);
    expect(lines).toEqual([]);
  });

  it('is not written again when nothing has changed, once the files are old enough to be trusted', async () => {
    const [folder, cacheDir] = [folderOf(FILES), folderOf({})];
    // Part of a second tells of a file system with fine times, whose files are soon trusted.
    for (const name of Object.keys(FILES)) utimesSync(join(folder, name), 1_700_000_000.5, 1_700_000_000.5);
    const written = (): number => statSync(join(cacheDir, 'index.snapshot')).ino;
    await openAndClose(folder, kept(cacheDir));
    await vi.waitUntil(async () => {
      const before = written();
      await openAndClose(folder, kept(cacheDir));
      return written() === before;
    });
  });

  it('has only those files read at a restart that have changed, of a thousand', async () => {
    const names = Array.from({ length: 1_000 }, (_, i) => `${i}.txt`);
    const notice = (name: string) => `# 第${name}号通告\n城南片区第${name}号路段周三停水8小时。\n`;
    const folder = folderOf(Object.fromEntries(names.map((name) => [name, notice(name)])));
    // Part of a second tells of a file system with fine times, whose files are soon trusted.
    for (const name of names) utimesSync(join(folder, name), 1_700_000_000.5, 1_700_000_000.5);
    await pause(100);
    const cacheDir = folderOf({});
    const reads = async (): Promise<number> => {
      let files = 0;
      await openAndClose(folder, { ...kept(cacheDir), onRead: () => files++ });
      return files;
    };
    expect(await reads()).toBe(1_000);
    expect(await reads()).toBe(0);
    writeFileSync(join(folder, '7.txt'), BRIDGE);
    writeFileSync(join(folder, 'new.txt'), WATER);
    rmSync(join(folder, '8.txt'));
    expect(await reads()).toBe(2);
  });

  it('has a file that took too much read again only when the limits are raised', async () => {
    const long = Array.from({ length: 100_000 }, (_, i) => `第${i}号桥墩昨日浇筑完成。\n`).join('\n');
    const folder = folderOf({ ...FILES, 'long.txt': long });
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1_700_000_000.5, 1_700_000_000.5);
    await pause(100);
    const cacheDir = folderOf({});
    const open = async (megabytes: number): Promise<readonly string[]> => {
      let files = 0;
      // What memory it takes is the same on any machine, unlike the time.
      const limits = { seconds: 3_600, megabytes };
      const collection = await openCollection(folder, {
        ...kept(cacheDir),
        reader: 'off',
        limits,
        onRead: () => files++,
      });
      await collection.close();
      const told = collection.unreadable.flatMap((fault) => [
        describeUnreadable(fault, 'en'),
        describeUnreadable(fault, 'zh'),
      ]);
      return [`${files} read`, ...told];
    };
    const leftOut = (megabytes: number) => [
      `long.txt: It takes more than ${megabytes} MB of memory to read. Divide it into smaller files, or raise READ_MEGABYTES.`,
      `long.txt：读取所需的内存超过 ${megabytes} MB。请拆成几个小文件，或调高 READ_MEGABYTES。`,
    ];
    expect(await open(24)).toEqual(['4 read', ...leftOut(24)]);
    expect(await open(24)).toEqual(['0 read', ...leftOut(24)]);
    expect(await open(25)).toEqual(['1 read', ...leftOut(25)]);
  });

  it('takes in what has changed meanwhile', async () => {
    const [folder, cacheDir] = [folderOf(FILES), folderOf({})];
    await openAndClose(folder, kept(cacheDir));
    writeFileSync(join(folder, 'bridge.txt'), BRIDGE.replace('15', '25'));
    rmSync(join(folder, 'water.txt'));
    mkdirSync(join(folder, 'new'));
    writeFileSync(join(folder, 'new', 'market.txt'), '# 市集开张\n周末市集有八十个摊位。\n');
    const restarted = await opened(folder, kept(cacheDir));
    const fresh = await opened(folder);
    expect(restarted.answerer.version).toBe(fresh.answerer.version);
    for (const question of ['大桥封闭多少天？', '城南停水多久？', '市集有多少摊位？']) {
      expect(await restarted.answerer.answer({ text: question })).toEqual(
        await fresh.answerer.answer({ text: question }),
      );
    }
  });

  it.each<[what: string, spoil: (path: string) => void]>([
    ['damaged', (path) => writeFileSync(path, readFileSync(path).fill(0, 100, 200))],
    ['cut off', (path) => writeFileSync(path, readFileSync(path).subarray(0, -1))],
    ['something else', (path) => writeFileSync(path, 'hello')],
  ])('is built anew, with one line that says so, when what was kept is %s', async (_, spoil) => {
    const [folder, cacheDir] = [folderOf(FILES), folderOf({})];
    const version = await openAndClose(folder, kept(cacheDir));
    spoil(join(cacheDir, 'index.snapshot'));
    const { lines, options } = logging();
    expect(await openAndClose(folder, { ...kept(cacheDir), ...options })).toBe(version);
    expect(lines).toEqual([
      expect.stringMatching(/^warn: .*index\.snapshot is not used: .* It is built anew\./),
    ]);
    expect(await openAndClose(folder, kept(cacheDir))).toBe(version);
  });

  it('is built anew when what was kept is of another collection', async () => {
    const [folder, other, cacheDir] = [folderOf(FILES), folderOf({ 'water.txt': WATER }), folderOf({})];
    await openAndClose(folder, kept(cacheDir));
    const { lines, options } = logging();
    const version = await openAndClose(other, { ...kept(cacheDir), ...options });
    expect(version).toBe(await openAndClose(other, {}));
    expect(lines).toEqual([
      `info: The collection is another one than last time: reading the articles in "${other}" anew.`,
    ]);
  });

  it('is built anew when what was kept is of another version', async () => {
    const [folder, cacheDir] = [folderOf(FILES), folderOf({})];
    const version = await openAndClose(folder, kept(cacheDir));
    const path = join(cacheDir, 'index.snapshot');
    // As latin1, every byte stays as it is.
    writeFileSync(path, readFileSync(path, 'latin1').replace('\\"format\\":', '\\"former\\":'), 'latin1');
    const { lines, options } = logging();
    expect(await openAndClose(folder, { ...kept(cacheDir), ...options })).toBe(version);
    expect(lines).toEqual([expect.stringMatching(/^info: The program .* changed since last time: reading/)]);
  });

  it('is served all the same when it cannot be kept, and that is said once', async () => {
    const folder = folderOf(FILES);
    const { lines, options } = logging();
    const cacheDir = join(folder, 'bridge.txt', 'cache');
    const collection = await opened(folder, { ...kept(cacheDir), watch: true, ...options });
    await until(() => lines.length > 0);
    writeFileSync(join(folder, 'new.txt'), '# 市集开张\n周末市集有八十个摊位。\n');
    await until(async () => (await clipping(collection, '市集有多少摊位？')) !== '');
    await collection.close();
    expect(lines.filter((line) => line.includes('cannot be kept'))).toHaveLength(1);
  });

  it('is kept as it is when the files are followed', async () => {
    const [folder, cacheDir] = [folderOf(FILES), folderOf({})];
    const collection = await opened(folder, { ...kept(cacheDir), watch: true });
    writeFileSync(join(folder, 'new.txt'), '# 市集开张\n周末市集有八十个摊位。\n');
    await until(() => collection.answerer.summary(0).files === 4);
    await collection.close();
    expect(readdirSync(cacheDir)).toEqual(['index.snapshot']);
    expect(await openAndClose(folder, kept(cacheDir))).toBe(collection.answerer.version);
  });
});

describe('the reader', () => {
  const question = '城南停水多久？';

  it.each<[what: string, options: OpenOptions, reader: OpenCollection['reader']]>([
    ['is off where that is wanted', { reader: 'off' }, { kind: 'off' }],
    [
      'may lack its model',
      { reader: 'on', reading: { folder: '/nowhere' } },
      { kind: 'unavailable', why: expect.objectContaining({ en: expect.stringContaining('/nowhere') }) },
    ],
    [
      'may lack its package',
      { reader: 'on', reading: { runtime: 'jianbao-has-no-such-package' } },
      {
        kind: 'unavailable',
        why: expect.objectContaining({ en: expect.stringMatching(/not installed|there is no/) }),
      },
    ],
  ])('%s; what is found is then possible, and suggested all the same', async (_, options, reader) => {
    const collection = await opened(folderOf(OTHERS), options);
    expect(collection.reader).toEqual(reader);
    const { status, results } = await collection.answerer.answer({ text: question });
    expect([status, results[0]?.excerpt]).toEqual(['possible', expect.stringContaining('8小时')]);
    expect((await collection.answerer.examples(2)).length).toBeGreaterThan(0);
  });

  it('does not hide that there is no collection', async () => {
    await expect(openCollection('/nowhere/at/all')).rejects.toThrow(/nowhere/);
  });
});
