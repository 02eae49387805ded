import { chmodSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Unreadable } from '../../src/corpus/article.js';
import {
  EmptyCollectionError,
  MissingCollectionError,
  mergeReadings,
  readCollection,
} from '../../src/corpus/collection.js';
import { describeUnreadable } from '../../src/corpus/errors.js';
import { faultOf } from '../../src/corpus/fault.js';
import { locate } from '../../src/corpus/files.js';
import { readSourceFile } from '../../src/corpus/source-file.js';
import { type Files, folderOf } from './folder.js';

const JSON_LINE = '{"id":"j1","title":"丁","text":"丁文。"}\n';

function inEnglish(fault: Unreadable): string {
  return describeUnreadable(fault, 'en');
}

async function sources(folder: string): Promise<string[]> {
  return (await readCollection(folder)).articles.map(({ source, title }) => `${source}: ${title}`);
}

describe('a folder', () => {
  test('is read with all that is below it, in the order of the paths', async () => {
    const folder = folderOf({
      'b.txt': '# 乙\n\n乙文。',
      'a/二 版.md': '# 甲\n\n甲文。\n\n# 丙\n\n丙文。',
      'a-.TXT': '# 戊\n\n戊文。',
      'c.jsonl': JSON_LINE,
      '1/2/3/4/5/6/7/8/9/10/深.txt': '# 深\n\n深处。',
      'picture.png': new Uint8Array([0]),
      README: '不读。',
      '.hidden.txt': '# 藏',
      '.git/x.md': '# 藏',
    });
    const collection = await readCollection(folder);
    expect(collection.articles.map(({ source, title }) => `${source}: ${title}`)).toEqual([
      '1/2/3/4/5/6/7/8/9/10/深.txt: 深',
      'a-.TXT: 戊',
      'a/二 版.md: 甲',
      'a/二 版.md: 丙',
      'b.txt: 乙',
      'c.jsonl: 丁',
    ]);
    expect(collection).toMatchObject({ files: 5, passedOver: 2, unreadable: [] });
  });

  test('gives the same ids wherever it lies', async () => {
    const files = { 'a/b.txt': '# 乙\n\n乙文。', 'c.jsonl': '{"text":"丁文。"}' };
    const ids = async (path: string) => (await readCollection(path)).articles.map(({ id }) => id);
    expect(await ids(folderOf(files))).toEqual(await ids(folderOf(files)));
  });

  test('is read once, whatever links lead round in it', async () => {
    const folder = folderOf({ 'a/b/x.txt': '# 甲\n\n甲文。' });
    symlinkSync('..', join(folder, 'a/up'));
    symlinkSync('../..', join(folder, 'a/b/top'));
    expect(await sources(folder)).toEqual(['a/b/x.txt: 甲']);
  });

  test('may be reached over a link, and hold links to what is in it', async () => {
    const folder = folderOf({ 'real/.store/x.txt': '# 甲\n\n甲文。', 'real/.store/y.txt': '# 乙\n\n乙文。' });
    symlinkSync('.store', join(folder, 'real/linked'));
    symlinkSync('linked/y.txt', join(folder, 'real/z.txt'));
    symlinkSync('real', join(folder, 'way'));
    expect(await sources(join(folder, 'way'))).toEqual(['linked/x.txt: 甲', 'linked/y.txt: 乙', 'z.txt: 乙']);
  });

  test('holds nothing that links fetch from outside: they are named, with the remedy', async () => {
    const elsewhere = folderOf({ 'x.txt': '# 甲\n\n甲文。', 'pictures/a.png': '' });
    const folder = folderOf({ 'in/a.txt': '# 乙\n\n乙文。', 'in-side/b.txt': '# 丙\n\n丙文。' });
    symlinkSync(elsewhere, join(folder, 'in/folder'));
    symlinkSync(join(elsewhere, 'x.txt'), join(folder, 'in/file.txt'));
    symlinkSync('file.txt', join(folder, 'in/link to a link.txt'));
    // Begins like the collection's own name, and lies beside it.
    symlinkSync('../in-side', join(folder, 'in/neighbour'));
    symlinkSync('..', join(folder, 'in/up'));
    const { articles, unreadable } = await readCollection(join(folder, 'in'));
    expect(articles.map(({ title }) => title)).toEqual(['乙']);
    expect(unreadable.map(inEnglish)).toEqual(
      ['file.txt', 'folder', 'link to a link.txt', 'neighbour', 'up'].map(
        (name) =>
          `${name}: It is a link that leads out of the collection. Put the file or folder itself into the ` +
          'collection, or name the place that it leads to with SEEDS_DIR.',
      ),
    );
  });

  // Windows has no such names.
  test.skipIf(process.platform === 'win32')('holds no names that cannot be shown as they are', async () => {
    const folder = folderOf({
      '甲\u0007.txt': '# 甲\n\n甲文。',
      '夹\n/乙.txt': '# 乙\n\n乙文。',
      '丙\u202etxt.md': '# 丙\n\n丙文。',
      'emoji 🚢 é.txt': '# 丁\n\n丁文。',
    });
    const { articles, unreadable } = await readCollection(folder);
    expect(articles.map(({ title }) => title)).toEqual(['丁']);
    expect(unreadable.map(inEnglish)).toEqual(
      ['丙\\u{202e}txt.md', '夹\\u{a}', '甲\\u{7}.txt'].map(
        (name) => `${name}: Its name has a control character in it. Give it another name.`,
      ),
    );
  });
});

test('documents of kinds that are not read are named, other files passed over in silence', async () => {
  const documents = [
    ['b.DOC', '.docx'],
    ['c.odt', '.docx'],
    ['d.rtf', '.docx'],
    ['e.xls', '.xlsx'],
  ];
  const files = [...documents.map(([name]) => name), 'i.png', 'j.bin'].map((name) => [name, ''] as const);
  const { unreadable, passedOver } = await readCollection(
    folderOf({ ...Object.fromEntries(files), 'z.txt': '# 乙\n\n乙文。' }),
  );
  expect(unreadable.map(inEnglish)).toEqual(
    documents.map(([name, better]) => `${name}: Files of this kind are not read. Save it as ${better}.`),
  );
  expect(passedOver).toBe(6);
});

describe('front matter that is not as it should be is told by its line, and the articles are served', () => {
  test.each<[what: string, page: string, told: readonly string[]]>([
    ['nothing wrong', '---\ndate: 2024-11-05\n# 注\n\npage: 1\n---\n# 甲\n', []],
    ['no colon', '---\ndate: 2024-11-05\n第1版\n---\n# 甲\n', ['3 has no colon']],
    [
      'a misspelt name; others are of other programs',
      '\n---\ndate: 2024-11-05\nautor: 李明\ntags:\n  - 桥\n---\n# 甲\n',
      ['4 "autor"'],
    ],
    ['no colon anywhere', '---\ndate 2024-11-05\npage=1\n---\n# 甲\n', ['2 has no colon']],
    ['names of which none is known', '---\n期数：7\n---\n# 甲\n', []],
    ['no end', '---\ndate: 2024-11-05\n\n# 甲\n', ['1 has no end']],
    ['no end, and an unknown name first', '---\nissue: 7\ndate: 2024-11-05\n# 甲\n', ['1 has no end']],
    [
      'no end, and a rule in the article',
      '---\ndate: 2024-11-05\n\n昨日开工。\n\n明年通车。\n---\n# 甲\n',
      ['1 has no end'],
    ],
    ['a rule before prose that begins like an entry', '---\nDate palms grow here.\n\n# 甲\n', []],
    ['two rules, with an entry further down', '---\n昨日开工。\n\nurl: 无\n---\n# 甲\n', []],
    [
      'a date that is none',
      '---\npage: 1\ndate: last spring\nautor: 李明\n---\n# 甲\n',
      ['3 "last spring"', '4 "autor"'],
    ],
    ['prose between rules', '---\n昨日开工。\n---\n# 甲\n', []],
    ['a rule before prose', '---\n昨日：开工。\n# 甲\n', []],
  ])('%s', async (_, page, told) => {
    const { articles, unreadable } = await readCollection(folderOf({ 'a.md': page }));
    expect(articles.at(-1)?.title).toBe('甲');
    expect(unreadable.map(({ line, problem }) => `${line} ${problem.en}`)).toEqual(
      told.map((part) => expect.stringMatching(part.replace(' ', ' .*'))),
    );
  });
});

test('a date that is none is told of once a file, in every format, and cited all the same', async () => {
  const line = (fields: object) => JSON.stringify({ text: '甲文。', ...fields });
  const { articles, unreadable } = await readCollection(
    folderOf({
      'a.md': '---\ndate: 2025-13-45\n---\n# 甲\n\n甲文。',
      'b.html': '<meta name="date" content="last spring"><p>甲文。</p>',
      'c.jsonl': [{}, { date: '去年' }, { date: '2025年10月' }, { date: 1761523200000 }, { date: '前年' }]
        .map(line)
        .join('\n'),
    }),
  );
  expect(articles.map(({ date }) => date)).toEqual([
    '2025-13-45',
    'last spring',
    undefined,
    '去年',
    '2025年10月',
    '2025-10-27',
    '前年',
  ]);
  expect(unreadable.map(({ source, line, problem }) => `${source}:${line} ${problem.en}`)).toEqual([
    'a.md:2 The date "2025-13-45" is not read as one and is cited as it stands.',
    'b.html:undefined The date "last spring" is not read as one and is cited as it stands.',
    'c.jsonl:2 The date "去年" is not read as one and is cited as it stands (so is another of this file).',
  ]);
});

test('every format and encoding is read side by side', async () => {
  const folder = folderOf({
    'a.txt': '\ufeff# 甲\r\n\r\n甲文。',
    'b.md': Buffer.from('\ufeff# 乙\n\n乙文。', 'utf16le'),
    'c.txt': Buffer.from('23206d0a0ab1fbcec4a1a30a', 'hex'),
    'd.HTM': '<h1>丁</h1><p>丁文。</p>',
    'e.html': Buffer.from('\ufeff<h1>戊</h1><p>戊文。</p>', 'utf16le').swap16(),
    'f.jsonl': '{"id":"f","title":"己","text":"己文。"}',
  });
  const { articles, unreadable } = await readCollection(folder);
  expect(unreadable).toEqual([]);
  expect(articles.map(({ title, text }) => `${title}: ${text.split('\n').at(-1)}`)).toEqual([
    '甲: 甲文。',
    '乙: 乙文。',
    'm: 丙文。',
    '丁: 丁文。',
    '戊: 戊文。',
    '己: 己文。',
  ]);
});

test('a single file is a collection', async () => {
  const folder = folderOf({ 'a/b.txt': '# 乙\n\n乙文。', 'a/c.txt': '# 丙' });
  expect(await readCollection(join(folder, 'a/b.txt'))).toMatchObject({
    files: 1,
    articles: [{ source: 'b.txt', title: '乙' }],
  });
});

test('a single file named outright is read whatever its ending', async () => {
  const folder = folderOf({ notes: '# 乙\n\n乙文。' });
  expect(await sources(join(folder, 'notes'))).toEqual(['notes: 乙']);
});

describe('a bad file never stops the good ones', () => {
  const cases: readonly [name: string, files: Files, source: string, problem: RegExp][] = [
    ['empty', { 'x.txt': '' }, 'x.txt', /no text/],
    ['blank', { 'x.md': ' \n\n\t' }, 'x.md', /no text/],
    ['binary', { 'x.txt': new Uint8Array([137, 80, 78, 71, 0, 0, 1]) }, 'x.txt', /not text/],
    ['in no known encoding', { 'x.txt': new Uint8Array([0xe9, 0x20, 0xff, 0xfe]) }, 'x.txt', /neither UTF-8/],
    ['an empty list', { 'x.jsonl': '\n' }, 'x.jsonl', /no text/],
  ];
  test.each(cases)('%s', async (_, files, source, problem) => {
    const folder = folderOf({ ...files, 'a.txt': '# 甲\n\n甲文。' });
    const { articles, unreadable } = await readCollection(folder);
    expect(articles).toHaveLength(1);
    expect(unreadable).toEqual([
      {
        source,
        problem: { en: expect.stringMatching(problem), zh: expect.stringMatching(/。$/) },
        remedy: { en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/。$/) },
      },
    ]);
  });

  test.each([
    ['nowhere', 'x.txt', /no such file/],
    ['x.txt', 'x.txt', /circle/],
  ])('a link to %s', async (target, source, problem) => {
    const folder = folderOf({ 'a.txt': '# 甲\n\n甲文。' });
    symlinkSync(target, join(folder, 'x.txt'));
    expect((await readCollection(folder)).unreadable).toEqual([
      {
        source,
        problem: { en: expect.stringMatching(problem), zh: expect.stringMatching(/。$/) },
        remedy: { en: expect.any(String), zh: expect.any(String) },
      },
    ]);
  });

  // The superuser may read everything.
  test.skipIf(process.getuid?.() === 0)('without permission', async () => {
    const folder = folderOf({ 'a.txt': '# 甲\n\n甲文。', 'x.txt': '锁。', 'y/z.txt': '锁。' });
    chmodSync(join(folder, 'x.txt'), 0);
    chmodSync(join(folder, 'y'), 0);
    onTestFinished(() => chmodSync(join(folder, 'y'), 0o700));
    const { unreadable } = await readCollection(folder);
    expect(unreadable.map(({ source, problem }) => `${source}: ${problem.en}`).sort()).toEqual([
      'x.txt: It cannot be read: permission to read it is missing.',
      'y: It cannot be read: permission to read it is missing.',
    ]);
  });

  test('a folder named like a file is a folder', async () => {
    expect(await sources(folderOf({ 'x.txt/y.txt': '# 甲\n\n甲文。' }))).toEqual(['x.txt/y.txt: 甲']);
  });

  test('a file too large for any text', async () => {
    const folder = folderOf({ 'a.txt': '# 甲\n\n甲文。', 'x.txt': '' });
    // It has no content, only a length.
    truncateSync(join(folder, 'x.txt'), 256 * 1024 * 1024 + 1);
    expect((await readCollection(folder)).unreadable.map(inEnglish)).toEqual([
      'x.txt: It is larger than 256 MB. Divide it into smaller files.',
    ]);
  });

  test('a file that goes before it is read', async () => {
    const folder = folderOf({ 'a.txt': '# 甲' });
    const place = await locate(folder);
    rmSync(join(folder, 'a.txt'));
    expect(await readSourceFile(place, 'a.txt')).toMatchObject({
      articles: [],
      unreadable: [{ source: 'a.txt' }],
    });
  });

  test.each(['EACCES', 'EPERM', 'EIO', 'ENOENT', 'EISDIR', 'EMFILE', 'ENAMETOOLONG', 'EWHATEVER'])(
    '%s',
    (code) => {
      const { problem, remedy } = faultOf(Object.assign(new Error('raw system text'), { code }));
      expect(problem.en).toMatch(/^It cannot be read: .+\.$/);
      expect(problem.zh).toMatch(/^读不了：.+。$/);
      expect(JSON.stringify({ problem, remedy })).not.toContain('raw system text');
    },
  );

  test('a fault in the program is not taken for one of the file', () => {
    const mistake = new TypeError('x is undefined');
    expect(() => faultOf(mistake)).toThrow(mistake);
  });
});

describe('ids that repeat', () => {
  const files = { 'a.jsonl': JSON_LINE, 'b.jsonl': `{"id":"j2","text":"二。"}\n${JSON_LINE}` };

  test('the first is served, the later one reported', async () => {
    const { articles, unreadable } = await readCollection(folderOf(files));
    expect(articles.map(({ id, source }) => `${source} ${id}`)).toEqual(['a.jsonl j1', 'b.jsonl j2']);
    expect(unreadable.map(inEnglish)).toEqual([
      'b.jsonl:2: The id "j1" is taken already, by a.jsonl:1. Give each article an id of its own.',
    ]);
  });

  test('the later one is served once the first is gone', async () => {
    const { readings } = await readCollection(folderOf(files));
    expect(mergeReadings(readings.slice(1)).articles.map(({ id }) => id)).toEqual(['j2', 'j1']);
  });
});

describe('nothing to serve', () => {
  test('a missing path is named, with the remedy', async () => {
    const path = join(folderOf({}), '没有');
    const found = await readCollection(path).catch((error: unknown) => error);
    expect(found).toBeInstanceOf(MissingCollectionError);
    expect(found).toMatchObject({ path, cause: { code: 'ENOENT' } });
    expect((found as Error).message).toMatch(/没有.*no such file or folder.*SEEDS_DIR/);
  });

  test.each<[string, Files, RegExp]>([
    ['an empty folder', {}, /holds no article\. Add/],
    ['a folder of other things', { 'a.png': '' }, /holds no article\. Add/],
    [
      'a document of a kind that is not read',
      { 'a.odt': '' },
      /\(a\.odt: Files of this kind are not read\. Save/,
    ],
    ['bad files only', { 'a.txt': '' }, /holds no article \(a\.txt: It holds no text\..*\)/],
  ])('%s', async (_, files, message) => {
    const path = folderOf(files);
    const found = await readCollection(path).catch((error: unknown) => error);
    expect(found).toBeInstanceOf(EmptyCollectionError);
    expect(found).toMatchObject({ path, message: expect.stringMatching(message) });
  });

  test.each(['报告.odt', 'REPORT.DOC'])('%s, named outright, is told of as in a folder', async (name) => {
    const folder = folderOf({ [name]: '甲文。' });
    const [inFolder, alone] = await Promise.all(
      [folder, join(folder, name)].map((path) => readCollection(path).catch((error: unknown) => error)),
    );
    expect(alone).toBeInstanceOf(EmptyCollectionError);
    expect((alone as EmptyCollectionError).unreadable).toEqual((inFolder as EmptyCollectionError).unreadable);
  });
});

describe('fingerprints', () => {
  async function fingerprint(folder: string) {
    return (await readSourceFile(await locate(folder), 'a.txt')).fingerprint;
  }

  test('stay while the file does', async () => {
    const folder = folderOf({ 'a.txt': '甲文。' });
    expect(await fingerprint(folder)).toEqual(await fingerprint(folder));
    expect(await fingerprint(folder)).toMatchObject({ bytes: 9, hash: expect.stringMatching(/^[\w-]{43}$/) });
  });

  test('change with the content even where size and time do not', async () => {
    const folder = folderOf({ 'a.txt': '甲文。' });
    utimesSync(join(folder, 'a.txt'), 1000, 1000);
    const before = await fingerprint(folder);
    writeFileSync(join(folder, 'a.txt'), '乙文。');
    utimesSync(join(folder, 'a.txt'), 1000, 1000);
    const after = await fingerprint(folder);
    expect(after).toEqual({
      ...before,
      changedMs: expect.any(Number),
      hash: expect.not.stringMatching(before!.hash),
    });
  });
});
