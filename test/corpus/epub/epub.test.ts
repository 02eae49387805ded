import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../lab/fuzz/builders/archives.js';
import { type BookParts, epubOf } from '../../../lab/fuzz/builders/books.js';
import { faultsOf, outlineOf, readFile } from '../read-file.js';

const METADATA =
  '<dc:title>枫桥旧事</dc:title><dc:creator>周文</dc:creator><dc:creator>秦岭</dc:creator><dc:date>1987-05-01T00:00:00Z</dc:date><dc:language>zh-CN</dc:language>';
const WELL = '<p>古井深十二米，井栏由青石重砌。</p>';
const MARKET = '<p>集市每月初六开市。</p>';

const titles = async (parts: BookParts): Promise<string[]> => {
  const reading = await readFile('书.epub', epubOf(parts));
  expect(faultsOf(reading)).toEqual([]);
  return reading.articles.map(({ title }) => title);
};

test('each part of a book is an article of it', async () => {
  const chapters = {
    '1.xhtml': `<h1>第一章　古井</h1>${WELL}<h2>井栏</h2><p>青石重砌。</p>`,
    '2.xhtml': MARKET,
  };
  const contents = { '1.xhtml': '第一章 古井', '2.xhtml#top': '第二章 集市' };
  const reading = await readFile('书.epub', epubOf({ metadata: METADATA, chapters, contents }));
  const facts = { publication: '枫桥旧事', author: '周文、秦岭', date: '1987-05-01', language: 'zh-CN' };
  expect(reading.articles).toMatchObject([
    { title: '第一章　古井', source: '书.epub', unit: 'none', sections: [['井栏']], ...facts },
    { title: '第二章 集市', source: '书.epub', unit: 'none', ...facts },
  ]);
  expect(outlineOf(reading)).toEqual([
    'title: 第一章　古井',
    'paragraph: 古井深十二米，井栏由青石重砌。',
    'subhead: 井栏',
    'paragraph: 青石重砌。',
    'paragraph: 集市每月初六开市。',
  ]);
  expect(reading.found).toEqual({ format: 'EPUB' });
});

describe('titles of parts', () => {
  const cases: readonly [name: string, parts: BookParts, expected: readonly string[]][] = [
    [
      'by the table of contents of EPUB 2',
      {
        version: 2,
        chapters: { 'a.xhtml': WELL, 'b.xhtml': MARKET },
        contents: { 'a.xhtml': '古井', 'b.xhtml': '集市' },
      },
      ['古井', '集市'],
    ],
    ['by their headings', { chapters: { 'a.xhtml': `<h2>古井</h2>${WELL}` } }, ['古井']],
    [
      'of the part before, where a chapter is cut in two',
      { chapters: { 'a.xhtml': `<h2>古井</h2>${WELL}`, 'b.xhtml': MARKET } },
      ['古井', '古井'],
    ],
    [
      'of the book, where there is no other',
      { metadata: METADATA, chapters: { 'a.xhtml': WELL } },
      ['枫桥旧事'],
    ],
    ['of the file, where the book has none', { chapters: { 'a.xhtml': WELL } }, ['书']],
    [
      'with names of files that are escaped',
      { chapters: { '井 1.xhtml': WELL }, contents: { '%E4%BA%95%201.xhtml': '古井' } },
      ['古井'],
    ],
    [
      'none for a part without text',
      { chapters: { 'cover.xhtml': '<img src="a.png"/>', 'b.xhtml': `<h1>集市</h1>${MARKET}` } },
      ['集市'],
    ],
  ];
  test.each(cases)('%s', async (_, parts, expected) => {
    expect(await titles(parts)).toEqual(expected);
  });
});

test('elements that XHTML closes at once hold nothing of what follows', async () => {
  const body = `<a id="p1"/><div class="rule"/><p>古井<span/>深十二米。</p>`;
  expect(outlineOf(await readFile('书.epub', epubOf({ chapters: { 'a.xhtml': body } })))).toEqual([
    'paragraph: 古井深十二米。',
  ]);
});

describe('what is broken', () => {
  const whole = epubOf({ chapters: { 'a.xhtml': WELL } });
  const locked = (algorithm: string) =>
    epubOf({
      chapters: { 'a.xhtml': WELL },
      others: {
        'META-INF/encryption.xml': `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="OEBPS/text/a.xhtml"/></CipherData></EncryptedData></encryption>`,
      },
    });
  const cases: readonly [name: string, content: Uint8Array, problem: string][] = [
    ['breaks off', whole.subarray(0, 200), 'It is damaged or incomplete: its list of contents is missing.'],
    ['is something else', Buffer.from('古井'), 'It is no ZIP archive.'],
    [
      'is another archive',
      zipOf({ 'a.txt': '古井' }),
      'It is damaged or incomplete: it does not say where the book in it begins.',
    ],
    [
      'lists nothing',
      epubOf({ chapters: {} }),
      'It is damaged or incomplete: it does not list the parts of the book.',
    ],
    [
      'is protected',
      locked('http://www.w3.org/2001/04/xmlenc#aes128-cbc'),
      'It is protected against copying (DRM).',
    ],
    [
      'bursts',
      epubOf({ chapters: { 'a.xhtml': '井'.repeat(4_000_000) } }),
      'It would become more than 100 times',
    ],
    [
      'declares entities',
      epubOf({ chapters: { 'a.xhtml': '<!DOCTYPE a [<!ENTITY b "井井井井">]><p>&b;&b;</p>' } }),
      'A file in it declares entities',
    ],
    [
      'is nested without end',
      epubOf({ chapters: { 'a.xhtml': `${'<div>'.repeat(20_000)}${WELL}` } }),
      'nested',
    ],
  ];
  test.each(cases)('%s', async (_, content, problem) => {
    const reading = await readFile('书.epub', content);
    expect(reading.articles).toEqual([]);
    expect(reading.unreadable).toHaveLength(1);
    expect(reading.unreadable[0]!.problem.en).toContain(problem);
  });

  test('garbled fonts are no protection', async () => {
    expect((await readFile('书.epub', locked('http://www.idpf.org/2008/embedding'))).articles).toHaveLength(
      1,
    );
  });
});
