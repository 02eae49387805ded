import { zipOf } from './builders/archives.js';
import { epubOf } from './builders/books.js';
import { pdfOf } from './builders/build-pdf.js';
import { docxOf, item, paragraph, styled, table } from './builders/docx-files.js';
import { xlsxOf } from './builders/xlsx-files.js';
import { type Inside, insidePdf, insideZip } from './inside.js';

/** A file that is as it should be, by its name; the ending says the format. */
export interface Sample {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** How something in it is changed, where it is packed: a change to the file itself mostly ends before its contents. */
  readonly inside?: Inside;
}

const text = (name: string, content: string): Sample => ({ name, bytes: () => Buffer.from(content, 'utf8') });

const PAGE = `---
publication: 青石晚报
date: 2023-11-03
page: 2
---
# 青石渡口今起停运

本报讯（记者 方晓棠）运行了六十二年的青石渡口正式停运。最后一班渡船由船工老秦驾驶，载客四十七人。

## 票价

- 成人 2元
- 儿童 1元

| 班次 | 时间 |
| --- | --- |
| 早班 | 6:30 |
| 晚班 | 19:00 |

渡口停运的原因是青石大桥通车。大桥全长1,286米，总投资3.2亿元。

# 县图书馆夏季开放时间调整

即日起，县图书馆开放时间调整为每天八点半至二十点，周一闭馆。
`;

const HTML = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>停水通知 - 青石县</title>
<meta name="date" content="2024-11-05"></head><body><nav><a href="/">首页</a></nav><article><h1>停水通知</h1>
<p>因管道检修，城南片区周三停水8小时。</p><h2>影响范围</h2><ul><li>渡口路</li><li>文庙街</li></ul>
<table><tr><th>街道</th><th>时间</th></tr><tr><td>渡口路</td><td>8:00</td></tr></table></article></body></html>
`;

const JSONL = [
  { id: '1', title: '停水通知', text: '城南片区周三停水8小时。', date: '2024-11-05' },
  { id: '2', title: '图书馆', text: '市图书馆每晚开到21点。\n周一照常闭馆。', author: '方晓棠' },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('');

const CSV = `村名,户数,备注
黄村,233,"渡口东,桥西"
青村,254,
白村,261,水井 3 口
`;

const SRT = `1
00:00:01,000 --> 00:00:04,500
船工：今天是最后一班。

2
00:00:05,000 --> 00:00:09,000
渡口停运以后，大家走大桥。
`;

const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>青石晚报</title><link>https://example.cn/</link><description>新闻</description>
<item><title>停水通知</title><link>https://example.cn/1</link><pubDate>Tue, 05 Nov 2024 08:00:00 +0800</pubDate>
<description>&lt;p&gt;城南片区周三停水8小时。&lt;/p&gt;</description></item></channel></rss>
`;

const ATOM = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>县图书馆</title><id>urn:a</id><updated>2024-11-05T08:00:00+08:00</updated>
<entry><title>闭馆通知</title><id>urn:b</id><link href="https://example.cn/2"/><updated>2024-11-05T08:00:00+08:00</updated>
<content type="html">&lt;p&gt;周一闭馆盘点。&lt;/p&gt;</content></entry></feed>
`;

const DOCX = (): Uint8Array =>
  docxOf({
    body:
      styled('a3', '渡口管理办法') +
      styled('1', '开放') +
      paragraph('渡口每日六时开放：') +
      item('节假日延长一小时') +
      table([
        ['票种', '票价'],
        ['成人', '2元'],
      ]),
    footnotes: ['自二月起执行。'],
  });

const EPUB = (): Uint8Array =>
  epubOf({
    chapters: { 'a.xhtml': '<h1>古井</h1><p>古井深九米。</p>', 'b.xhtml': '<h1>集市</h1><p>逢五开集。</p>' },
  });

const XLSX = (): Uint8Array =>
  xlsxOf(
    [
      {
        name: '票价',
        rows: [
          ['票种', '票价', undefined, '起售'],
          [undefined, '平日', '周末', undefined],
          ['成人', 2, { serial: 3, style: 3 }, { serial: 46089, style: 4 }],
          ['儿童', 1, { serial: 0.5, style: 5 }, { serial: 46089, style: 1 }],
        ],
        merges: ['A1:A2', 'B1:C1', 'D1:D2'],
      },
    ],
    ['0.00"元"', 'yyyy"年"m"月"', '0.0%;[Red]-0.0%'],
  );

const PDF = (): Uint8Array =>
  pdfOf([
    [
      { text: '青石县年报', x: 200, y: 90, size: 24 },
      { text: '青石大桥同日通车，全长1286米。', x: 60, y: 140 },
    ],
  ]);

const ALL = (): Uint8Array =>
  zipOf({ '2023/page.md': PAGE, '2024/notice.html': HTML, '2024/list.jsonl': JSONL, 'villages.csv': CSV });

/** One of each format that is read. A new format has its line here; binary ones are made by a function. */
export const SAMPLES: readonly Sample[] = [
  text('page.txt', PAGE),
  text('page.md', PAGE),
  text('notice.html', HTML),
  text('notice.htm', HTML),
  text('page.markdown', PAGE),
  text('list.jsonl', JSONL),
  text('list.ndjson', JSONL),
  text(
    'list.json',
    JSON.stringify(
      JSONL.trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ),
  ),
  text('villages.csv', CSV),
  text('villages.tsv', CSV.replaceAll(',', '\t')),
  text('talk.srt', SRT),
  text('talk.vtt', `WEBVTT\n\n${SRT.replaceAll(',000', '.000').replaceAll(',500', '.500')}`),
  text('news.rss', RSS),
  text('news.xml', RSS),
  text('library.atom', ATOM),
  { name: 'rules.docx', bytes: DOCX, inside: insideZip },
  { name: 'old.epub', bytes: EPUB, inside: insideZip },
  { name: 'fares.xlsx', bytes: XLSX, inside: insideZip },
  { name: 'report.pdf', bytes: PDF, inside: insidePdf },
  { name: 'all.zip', bytes: ALL, inside: insideZip },
];
