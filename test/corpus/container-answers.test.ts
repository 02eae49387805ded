import { describe, expect, test } from 'vitest';
import { zipOf } from '../../lab/fuzz/builders/archives.js';
import { epubOf } from '../../lab/fuzz/builders/books.js';
import { docxOf, item, paragraph, styled, table } from '../../lab/fuzz/builders/docx-files.js';
import { xlsxOf } from '../../lab/fuzz/builders/xlsx-files.js';
import { theReader } from '../answering/reader.js';
import { answererOf } from '../answering/support.js';
import { readFile } from './read-file.js';

const DOCX = docxOf({
  body: [
    styled('a3', '柳溪镇图书馆借阅办法'),
    styled('1', '一、开放时间'),
    paragraph('图书馆周二至周日开放，每天上午九点开门，晚上八点关门。'),
    styled('1', '二、办证'),
    paragraph('办理借书证须带：'),
    item('身份证'),
    item('一寸照片两张'),
    table([
      ['证件', '押金'],
      ['成人证', '100元'],
      ['少儿证', '50元'],
    ]),
  ].join(''),
  properties: '<dc:creator>周文</dc:creator>',
});
const EPUB = epubOf({
  metadata: '<dc:title>枫桥旧事</dc:title><dc:creator>秦岭</dc:creator>',
  chapters: {
    '1.xhtml': '<h1>古井</h1><p>枫桥的古井深十二米，井栏由青石重砌，修缮花了三个月。</p>',
    '2.xhtml': '<h1>集市</h1><p>枫桥集市每月初六开市，摊位费每天十五元。</p>',
  },
});
const XLSX = xlsxOf([
  {
    name: 'Sheet1',
    rows: [
      ['乌篷渡景区票价表'],
      ['票种', '票价', '起售日'],
      ['成人票', '30元', { serial: 46089, style: 1 }],
      ['儿童票', '15元', { serial: 46090, style: 1 }],
    ],
  },
]);
const CSV = '线路,起点,首班车,末班车\n1路,枫桥站,6:00,21:30\n2路,柳溪站,6:30,20:00\n';
const ZIP = zipOf({
  '1998/大桥.txt': '澜江大桥通车\n\n澜江大桥昨日通车，全长一千二百八十六米，总投资三亿元。\n',
  '1999/渡口.md': '# 乌篷渡停运\n\n乌篷渡因大桥通车而停运，最后一班渡船载客四十七人。\n',
});

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  '办法.docx': DOCX,
  '旧事.epub': EPUB,
  '票价.xlsx': XLSX,
  '公交.csv': CSV,
  '旧闻.zip': ZIP,
};

const RULES = [
  '柳溪镇图书馆借阅办法',
  '一、开放时间',
  '图书馆周二至周日开放，每天上午九点开门，晚上八点关门。',
  '二、办证',
  '办理借书证须带：',
  '身份证',
  '一寸照片两张',
  '证件 · 押金',
  '证件：成人证 · 押金：100元',
  '证件：少儿证 · 押金：50元',
];
const RULES_CITED = { title: '柳溪镇图书馆借阅办法', source: '办法.docx', byline: '周文' };
const BOOK_CITED = { publication: '枫桥旧事', source: '旧事.epub', byline: '秦岭' };
const PRICES = [
  '乌篷渡景区票价表',
  '票种 · 票价 · 起售日',
  '票种：成人票 · 票价：30元 · 起售日：2026-03-08',
  '票种：儿童票 · 票价：15元 · 起售日：2026-03-09',
];
const PRICES_CITED = {
  title: '乌篷渡景区票价表',
  source: '票价.xlsx',
  place: { unit: 'row', first: 1, last: 4 },
};
const BUSES = [
  '线路 · 起点 · 首班车 · 末班车',
  '线路：1路 · 起点：枫桥站 · 首班车：6:00 · 末班车：21:30',
  '线路：2路 · 起点：柳溪站 · 首班车：6:30 · 末班车：20:00',
];
const BUSES_CITED = { title: '公交', source: '公交.csv', place: { unit: 'row', first: 1, last: 3 } };

describe('files in other files, and tables, are quoted with what they are', () => {
  const cases: readonly [file: string, question: string, citation: object, excerpt: readonly string[]][] = [
    ['办法.docx', '柳溪镇图书馆几点关门？', { ...RULES_CITED, section: ['一、开放时间'] }, RULES],
    ['办法.docx', '少儿证押金多少钱？', { ...RULES_CITED, section: ['二、办证'] }, RULES],
    [
      '旧事.epub',
      '枫桥的古井有多深？',
      { title: '古井', ...BOOK_CITED },
      ['古井', '枫桥的古井深十二米，井栏由青石重砌，修缮花了三个月。'],
    ],
    [
      '旧事.epub',
      '枫桥集市摊位费多少钱？',
      { title: '集市', ...BOOK_CITED },
      ['集市', '枫桥集市每月初六开市，摊位费每天十五元。'],
    ],
    ['票价.xlsx', '乌篷渡儿童票多少钱？', PRICES_CITED, PRICES],
    ['票价.xlsx', '成人票什么时候起售？', PRICES_CITED, PRICES],
    ['公交.csv', '2路末班车几点？', BUSES_CITED, BUSES],
    ['公交.csv', '1路的起点在哪里？', BUSES_CITED, BUSES],
    [
      '旧闻.zip',
      '澜江大桥全长多少米？',
      { title: '澜江大桥通车', source: '旧闻.zip/1998/大桥.txt', lines: [1, 3] },
      ['澜江大桥通车', '澜江大桥昨日通车，全长一千二百八十六米，总投资三亿元。'],
    ],
    [
      '旧闻.zip',
      '乌篷渡最后一班渡船载客多少人？',
      { title: '乌篷渡停运', source: '旧闻.zip/1999/渡口.md', lines: [1, 3] },
      ['乌篷渡停运', '乌篷渡因大桥通车而停运，最后一班渡船载客四十七人。'],
    ],
  ];
  test.each(cases)('%s: %s', async (file, question, citation, excerpt) => {
    const { articles } = await readFile(file, FILES[file]!);
    const answerer = await answererOf(articles, await theReader());
    const answer = await answerer.answer({ text: question });
    expect(answer.status).not.toBe('refused');
    const { id: _, article: __, ...stated } = answer.results[0]!.citation;
    expect({ ...stated, excerpt: answer.results[0]!.excerpt.split('\n') }).toEqual({ ...citation, excerpt });
  });
});
