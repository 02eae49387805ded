import { describe, expect, test } from 'vitest';
import { zipOf } from '../../../lab/fuzz/builders/archives.js';
import {
  centred,
  docxOf,
  item,
  paragraph,
  reference,
  styled,
  table,
} from '../../../lab/fuzz/builders/docx-files.js';
import { faultsOf, outlineOf, readFile } from '../read-file.js';

const BODY = paragraph('柳溪镇古井修缮工程昨日完工，井深十二米。');

const outline = async (body: string, footnotes: readonly string[] = []): Promise<string[]> => {
  const reading = await readFile('通知.docx', docxOf({ body, footnotes }));
  expect(faultsOf(reading)).toEqual([]);
  return outlineOf(reading);
};

test('headings, lists, tables and notes have their roles', async () => {
  const body = [
    styled('a3', '柳溪镇图书馆借阅办法'),
    styled('10', '一、开放时间\t1'),
    styled('1', '一、开放时间'),
    paragraph('周二至周日开放', '', reference(1)),
    styled('2', '（一）夏季'),
    paragraph('夏季延长到晚上九点。'),
    styled('1', '二、办证'),
    paragraph('办证须带：'),
    item('身份证'),
    item('一寸照片两张'),
    table([
      ['证件', '押金'],
      ['成人证', '100元'],
      ['少儿证', '50元'],
    ]),
  ].join('');
  const reading = await readFile('办法.docx', docxOf({ body, footnotes: ['法定节假日除外。'] }));
  expect(outlineOf(reading)).toEqual([
    'title: 柳溪镇图书馆借阅办法',
    'subhead: 一、开放时间',
    'paragraph: 周二至周日开放',
    'subhead: （一）夏季',
    'paragraph: 夏季延长到晚上九点。',
    'subhead: 二、办证',
    'paragraph: 办证须带：',
    'item: 身份证',
    'item: 一寸照片两张',
    'header: 证件 · 押金',
    'row: 证件：成人证 · 押金：100元',
    'row: 证件：少儿证 · 押金：50元',
    'note: 法定节假日除外。',
  ]);
  expect(reading.articles[0]).toMatchObject({
    title: '柳溪镇图书馆借阅办法',
    unit: 'none',
    sections: [['一、开放时间'], ['一、开放时间', '（一）夏季'], ['二、办证']],
  });
  expect(reading.found).toEqual({ format: 'Word document' });
});

describe('the title', () => {
  const properties = '<dc:title>古井</dc:title>';
  const cases: readonly [name: string, body: string, title: string][] = [
    ['by its style', styled('a3', '古井完工') + BODY, '古井完工'],
    [
      'the only heading of the highest level',
      styled('1', '古井完工') + BODY + styled('2', '井栏'),
      '古井完工',
    ],
    ['a first line that is centred', centred('古井完工') + BODY, '古井完工'],
    ['not a centred sentence', centred('古井已经完工。') + BODY, '古井'],
    [
      'the properties, where headings are equals',
      styled('1', '一') + BODY + styled('1', '二') + BODY,
      '古井',
    ],
  ];
  test.each(cases)('%s', async (_, body, title) => {
    const { articles } = await readFile('a.docx', docxOf({ body, properties }));
    expect(articles[0]?.title).toBe(title);
  });

  test('the name of the file, where nothing else states one', async () => {
    expect((await readFile('镇志/古井.docx', docxOf({ body: BODY }))).articles[0]?.title).toBe('古井');
  });
});

describe('facts', () => {
  const created = '<dcterms:created>2026-03-08T09:00:00Z</dcterms:created>';
  const cases: readonly [name: string, body: string, properties: string, facts: object][] = [
    [
      'of the properties',
      BODY,
      `<dc:creator>周文</dc:creator>${created}`,
      { author: '周文', date: '2026-03-08' },
    ],
    ['less what a program put there', BODY, `<dc:creator>python-docx</dc:creator>${created}`, {}],
    ['the text goes before them', `${BODY}${paragraph('2026年3月1日')}`, created, { date: '2026年3月1日' }],
    ['the language', BODY, '<dc:language>zh-CN</dc:language>', { language: 'zh-CN' }],
    ['none', BODY, '', {}],
  ];
  test.each(cases)('%s', async (_, body, properties, facts) => {
    const [article] = (await readFile('a.docx', docxOf({ body, properties }))).articles;
    const { author, date, language } = article!;
    expect(JSON.parse(JSON.stringify({ author, date, language }))).toEqual(facts);
  });
});

test('runs of one word, breaks and marks of notes leave no trace', async () => {
  const body = `<w:p><w:r><w:t>古</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>井</w:t></w:r>${reference(1)}<w:r><w:t>完工。</w:t></w:r></w:p>`;
  expect(await outline(body, ['见镇志。'])).toEqual(['paragraph: 古井完工。', 'note: 见镇志。']);
});

describe('what is broken', () => {
  const whole = docxOf({ body: BODY });
  const entities = zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>',
  });
  const cases: readonly [name: string, content: Uint8Array, problem: string][] = [
    [
      'breaks off',
      whole.subarray(0, whole.length - 40),
      'It is damaged or incomplete: its list of contents is missing.',
    ],
    ['is something else', Buffer.from('古井完工'), 'It is no ZIP archive.'],
    [
      'is an old document, or has a password',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      'It is protected with a password, or of an older format than .docx.',
    ],
    [
      'is another archive',
      zipOf({ 'a.txt': '古井' }),
      'It cannot be read as a Word document: parts of it are missing or damaged.',
    ],
    ['bursts', docxOf({ body: paragraph('井'.repeat(2_000_000)) }), 'It would become more than 100 times'],
    ['declares entities', entities, 'A file in it declares entities, as files do that are made to do harm.'],
    [
      'is nested without end',
      docxOf({ body: '<w:sdt><w:sdtContent>'.repeat(30_000) + BODY }),
      'The elements of a file in it are nested more than 256 deep.',
    ],
    ['is empty', docxOf({ body: '' }), 'It holds no text.'],
  ];
  test.each(cases)('%s', async (_, content, problem) => {
    const reading = await readFile('a.docx', content);
    expect(reading.articles).toEqual([]);
    expect(reading.unreadable).toHaveLength(1);
    expect(reading.unreadable[0]!.problem.en).toContain(problem);
  });
});
