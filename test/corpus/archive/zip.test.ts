import { describe, expect, test } from 'vitest';
import { type Contents, withFlags, withName, withSizes, zipOf } from '../../../lab/fuzz/builders/archives.js';
import { MOST_ENTRIES } from '../../../src/corpus/archive/unpack.js';
import { readCollection } from '../../../src/corpus/collection.js';
import { folderOf } from '../folder.js';
import { faultsOf, outlineOf, readFile } from '../read-file.js';

const WELL = '枫桥古井修缮完工\n\n枫桥镇的古井修缮工程昨日完工，井深十二米，井栏由青石重砌。\n';
const MARKET = '柳溪集市改期\n\n柳溪集市改在每月初六开市，摊位费每天十五元。\n';

const sources = async (contents: Contents): Promise<string[]> => {
  const reading = await readFile('旧闻.zip', zipOf(contents));
  expect(faultsOf(reading)).toEqual([]);
  return reading.articles.map(({ source, title }) => `${source}: ${title}`);
};

describe('files in an archive are read as those in a folder', () => {
  test('by their endings, in the order of their names', async () => {
    expect(await sources({ '集市.txt': MARKET, '1998/古井.md': WELL, '图.jpg': new Uint8Array(9) })).toEqual([
      '旧闻.zip/1998/古井.md: 枫桥古井修缮完工',
      '旧闻.zip/集市.txt: 柳溪集市改期',
    ]);
  });

  test('stored or deflated', async () => {
    for (const level of [0, 6] as const) {
      const reading = await readFile('旧闻.zip', zipOf({ '古井.txt': WELL }, level));
      expect(outlineOf(reading)).toEqual([
        'title: 枫桥古井修缮完工',
        'paragraph: 枫桥镇的古井修缮工程昨日完工，井深十二米，井栏由青石重砌。',
      ]);
      expect(reading.found).toEqual({ format: 'ZIP archive' });
    }
  });

  test('less what systems put beside them', async () => {
    const contents = { '__MACOSX/._古井.txt': WELL, '.trash/古井.txt': WELL, 'a/.hidden.txt': WELL };
    expect(await sources({ ...contents, 'a/': '', '集市.txt': MARKET })).toEqual([
      '旧闻.zip/集市.txt: 柳溪集市改期',
    ]);
  });

  test('in an archive in it too', async () => {
    expect(await sources({ '里.zip': zipOf({ '古井.txt': WELL }) })).toEqual([
      '旧闻.zip/里.zip/古井.txt: 枫桥古井修缮完工',
    ]);
  });

  test('with their names in GBK, as Chinese Windows writes them', async () => {
    const gbk = Buffer.from([0xb9, 0xc5, 0xbe, 0xae]);
    const archive = withName(zipOf({ 'name.txt': WELL }), 'name', gbk);
    expect((await readFile('旧闻.zip', archive)).articles[0]?.source).toBe('旧闻.zip/古井.txt');
  });

  test('with their names in UTF-8 of which nothing is said, as macOS writes them', async () => {
    const archive = withFlags(zipOf({ '古井.txt': WELL }), (flags) => flags & ~(1 << 11));
    expect((await readFile('旧闻.zip', archive)).articles[0]?.source).toBe('旧闻.zip/古井.txt');
  });

  test('with the folders of Windows between', async () => {
    expect(await sources({ '1998\\古井.txt': WELL })).toEqual(['旧闻.zip/1998/古井.txt: 枫桥古井修缮完工']);
  });
});

test('articles of a folder and of an archive in it are served together', async () => {
  const folder = folderOf({ '旧闻.zip': zipOf({ '古井.txt': WELL }), '集市.txt': MARKET });
  const { articles, unreadable } = await readCollection(folder);
  expect(articles.map(({ title }) => title)).toEqual(['枫桥古井修缮完工', '柳溪集市改期']);
  expect(unreadable).toEqual([]);
});

describe('what must not be unpacked is not', () => {
  const zeros = new Uint8Array(32 * 1024 * 1024);
  const bomb = zipOf({ '甲.txt': zeros, '集市.txt': MARKET });
  const deflated = zipOf({ '甲.txt': WELL.repeat(40) });
  const deep = zipOf({ '里.zip': zipOf({ '更里.zip': zipOf({ '古井.txt': WELL }) }) });
  const whole = zipOf({ '古井.txt': WELL });
  const broken = new Uint8Array(whole);
  broken[60]! ^= 0xff;

  const cases: readonly [name: string, archive: Uint8Array, faults: string[], articles: number][] = [
    [
      'a file that bursts',
      bomb,
      [
        '坏.zip/甲.txt: It would become more than 100 times as large when it is unpacked, as archives do that are made to do harm.',
      ],
      1,
    ],
    [
      'a file that is larger than it says',
      withSizes(deflated, 10),
      ['坏.zip/甲.txt: It is damaged or incomplete: a file in it is larger than it says.'],
      0,
    ],
    [
      'a file that says it is larger than anything may be',
      withSizes(zipOf({ '甲.txt': WELL }, 0), 0xfffffff0),
      ['坏.zip/甲.txt: It becomes too large when it is unpacked.'],
      0,
    ],
    [
      'files with a password, told once',
      withFlags(zipOf({ '古井.txt': WELL, '集市.txt': MARKET }), (flags) => flags | 1),
      ['坏.zip/古井.txt: It is protected with a password.'],
      0,
    ],
    [
      'an archive in an archive in an archive',
      deep,
      ['坏.zip/里.zip/更里.zip: It is an archive in more than 1 other.'],
      0,
    ],
    [
      'names that lead elsewhere',
      zipOf({ '../甲.txt': WELL, '/etc/乙.txt': WELL, 'C:\\丙.txt': WELL, '丁\u0007.txt': WELL }),
      ['"../甲.txt"', '"/etc/乙.txt"', '"C:/丙.txt"', '"丁\\u0007.txt"'].map(
        (name) => `坏.zip: The name of a file in it is passed over, since it could lead elsewhere: ${name}.`,
      ),
      0,
    ],
    [
      'a file that was damaged',
      broken,
      ['坏.zip/古井.txt: It is damaged or incomplete: a file in it cannot be unpacked.'],
      0,
    ],
    [
      'an archive that breaks off',
      whole.subarray(0, whole.length - 30),
      ['坏.zip: It is damaged or incomplete: its list of contents is missing.'],
      0,
    ],
    [
      'an archive without its beginning',
      whole.subarray(40),
      ['坏.zip: It is damaged or incomplete: its list of contents breaks off.'],
      0,
    ],
    ['a file that is no archive', Buffer.from(WELL), ['坏.zip: It is no ZIP archive.'], 0],
    ['an empty file', new Uint8Array(0), ['坏.zip: It is no ZIP archive.'], 0],
    [
      'an archive of nothing that is read',
      zipOf({ '图.jpg': 'x' }),
      ['坏.zip: It holds no file that is read.'],
      0,
    ],
    [
      'a document of a kind that is not read',
      zipOf({ '通知.doc': 'x', '集市.txt': MARKET }),
      ['坏.zip/通知.doc: Files of this kind are not read.'],
      1,
    ],
  ];
  test.each(cases)('%s', async (_, archive, faults, articles) => {
    const reading = await readFile('坏.zip', archive);
    expect(faultsOf(reading).sort()).toEqual([...faults].sort());
    expect(reading.articles).toHaveLength(articles);
  });

  test('more files than an archive may hold', async () => {
    const many = Object.fromEntries(Array.from({ length: MOST_ENTRIES + 1 }, (_, i) => [`${i}.txt`, '']));
    expect(faultsOf(await readFile('坏.zip', zipOf(many, 0)))).toEqual([
      `坏.zip: It holds more than ${MOST_ENTRIES} files.`,
    ]);
  });
});
