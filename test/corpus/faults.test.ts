import { describe, expect, test } from 'vitest';
import { zipOf } from '../../lab/fuzz/builders/archives.js';
import { pdfOf } from '../../lab/fuzz/builders/build-pdf.js';
import { isChineseSentence, isSentence } from '../../lab/fuzz/sentences.js';
import { readFiles } from '../../src/corpus/collection.js';
import { describeUnreadable } from '../../src/corpus/errors.js';
import { faultOf } from '../../src/corpus/fault.js';
import { explain, type Reason } from '../../src/corpus/reading-process/ending.js';
import { DEFAULT_LIMITS } from '../../src/corpus/reading-process/limits.js';
import { folderOf } from './folder.js';

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0);
const OLD_OFFICE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1);

/** Files that are not as they should be, and what those who look after the collection are told in Chinese. */
const BROKEN: readonly [file: string, content: string | Uint8Array, told: readonly string[]][] = [
  ['空.txt', '', ['空.txt：里面没有文字。请写入内容，或删掉它。']],
  ['旧.doc', 'x', ['旧.doc：不支持这种格式的文件。请另存为 .docx。']],
  [
    '图.txt',
    PNG,
    ['图.txt：这不是文本文件（含有 NUL 字节，很可能是二进制文件）。请把它移出文件夹，或转成 UTF-8 文本。'],
  ],
  [
    '乱.txt',
    Uint8Array.of(0xe9, 0x20, 0xff, 0xfe),
    [
      '乱.txt：认不出编码：不是 UTF-8，也不是 UTF-16、GB18030 或 Big5。请另存为 UTF-8（UTF-16、GB18030 和 Big5 也能读）。',
    ],
  ],
  [
    '草稿.md',
    '---\ntitle: 甲\ndraft: true\n---\n甲文。\n',
    ['草稿.md 第 3 行：文件标明是草稿。要收入的话，请删掉“draft: true”。'],
  ],
  [
    'source/_drafts/稿.html',
    '<p>甲文。</p>',
    ['source/_drafts/稿.html：它在草稿文件夹 _drafts 里。要收入的话，请把它移出这个文件夹。'],
  ],
  [
    '站.zip',
    zipOf({ '_drafts/稿.md': '甲文。', '_posts/文.md': '乙文。' }),
    ['站.zip/_drafts/稿.md：它在草稿文件夹 _drafts 里。要收入的话，请把它移出这个文件夹。'],
  ],
  [
    '缺冒号.md',
    '---\ntitle: 甲\ndate 2025-10-27\n---\n甲文。\n',
    ['缺冒号.md 第 3 行：两行 --- 之间有一行缺冒号，所以都当作正文。请把这一行写成“名称: 值”，或删掉它。'],
  ],
  [
    '没收尾.md',
    '---\ntitle: 甲\n\n甲文。\n',
    ['没收尾.md 第 1 行：以 --- 开头的信息没有结束标记，所以当作正文。请在最后一项下面加一行 ---。'],
  ],
  [
    '名称.md',
    '---\npublicaton: 晚报\ndate: 春天\n---\n# 甲\n\n甲文。\n',
    [
      '名称.md 第 2 行：不认得名称“publicaton”，已略过。如果想写的是“publication”，请改正。',
      '名称.md 第 3 行：日期“春天”认不出，照原样引用。请写成 2025-10-27、2025/10/27、2025.10.27、20251027 或 2025年10月27日；日和月可以省略。',
    ],
  ],
  [
    '数.json',
    '7',
    [
      '数.json：读不了：JSON 应以 [ 或 { 开头。请写成列表，如 [{"title": "…", "text": "…"}]，或写成含有这种列表的对象。',
    ],
  ],
  [
    '断.json',
    '[{"title":"甲"}, {"text":"乙',
    [
      '断.json 第 1 行：这个对象缺少正文（"text"）。请写成列表，如 [{"title": "…", "text": "…"}]，或写成含有这种列表的对象。',
      '断.json 第 1 行：文件在一个对象中间断了。请重新保存，或从完整的地方重新复制。',
    ],
  ],
  [
    '行.jsonl',
    '{"text"\n[]\n{"title":"甲"}\n',
    [
      '行.jsonl 第 1 行：这一行不是正确的 JSON。每行应是一个对象，如 {"id": "…", "title": "…", "text": "…"}。',
      '行.jsonl 第 2 行：这一行不是 JSON 对象。每行应是一个对象，如 {"id": "…", "title": "…", "text": "…"}。',
      '行.jsonl 第 3 行：这一行缺少正文（"text"）。每行应是一个对象，如 {"id": "…", "title": "…", "text": "…"}。',
    ],
  ],
  [
    '深.html',
    `${'<div>'.repeat(600)}甲文。`,
    ['深.html：读不了：元素嵌套超过 512 层。请补上没有闭合的标签，或把文字另存为 .txt 或 .md。'],
  ],
  [
    '引号.csv',
    '票种,票价\n成人,"2元\n儿童,1元\n',
    [
      '引号.csv 第 2 行：这一行有一个引号没有配对，所以整个文件的引号都当作文字。请补上另一半；引号本身是文字的，写成两个（""）。',
    ],
  ],
  [
    '篇.csv',
    '标题,正文\n甲,\n乙,乙文。\n丙,\n',
    ['篇.csv 第 2 行：这一行没有正文（还有 1 行也没有）。请补上正文，或删掉这一行。'],
  ],
  [
    '字幕.srt',
    '1\n00:00:01,000 --> 00:00:02,000\n甲\n\n2\n00:00:09,000 --> 00:00:03,000\n乙\n',
    [
      '字幕.srt 第 6 行：有一条字幕不完整：缺少时间，或者结束早于开始。请在它上面写明时间，如 00:01:02,000 --> 00:01:04,000。',
    ],
  ],
  [
    '源.xml',
    '<rss><channel>',
    [
      '源.xml：这不是 RSS 或 Atom 订阅源，或者已经损坏。请重新保存订阅源，或把文字另存为 .txt、.md 或 .html。',
    ],
  ],
  ['包.zip', '没有压缩', ['包.zip：内容与扩展名不符（不是 ZIP 格式）。请改成与内容相符的扩展名。']],
  ['空包.zip', zipOf({ 'a.png': 'x' }), ['空包.zip：里面没有能读的文件。请放入文件，或删掉它。']],
  [
    '外.zip',
    zipOf({ '../a.txt': '甲' }),
    ['外.zip：里面有一个文件的名称可能指到别处，已略过："../a.txt"。请用名称正常的文件重新压缩。'],
  ],
  [
    '老.docx',
    OLD_OFFICE,
    ['老.docx：有密码保护，或者是比 .docx 更早的格式。请用原来的程序打开，另存为不带密码的 .docx。'],
  ],
  [
    '缺.docx',
    zipOf({ 'a.txt': '古井' }),
    ['缺.docx：读不了这份 Word 文件：有缺失或损坏的部分。请用原来的程序打开，重新保存。'],
  ],
  [
    '缺.xlsx',
    zipOf({ 'a.txt': '1' }),
    ['缺.xlsx：读不了这份 Excel 工作簿：有缺失或损坏的部分。请用原来的程序打开，重新保存。'],
  ],
  [
    '缺.epub',
    zipOf({ 'a.txt': '古井' }),
    ['缺.epub：文件损坏或不完整：没有写明书从哪里开始。请重新制作或下载。'],
  ],
  ['不是.pdf', 'none', ['不是.pdf：读不了：文件损坏，或者不是 PDF。请重新保存，或从完整的地方重新复制。']],
  [
    '图片.pdf',
    pdfOf([[]]),
    ['图片.pdf：读不了：各页都是图片，没有文字。请先识别文字（OCR），存成带文字的 PDF 或 .txt。'],
  ],
];

describe('a file that is not as it should be is told of in either language, and in one at a time', () => {
  test.each(BROKEN)('%s', async (file, content, told) => {
    const { unreadable } = await readFiles(folderOf({ [file]: content }));
    expect(unreadable.map((fault) => describeUnreadable(fault, 'zh'))).toEqual(told);
    for (const { problem, remedy } of unreadable)
      for (const { en, zh } of [problem, remedy]) {
        expect(zh).toSatisfy(isChineseSentence);
        expect(en).toSatisfy(isSentence);
        expect(en).not.toMatch(/[，。：]/);
      }
  });
});

test.each(['草稿/甲.md', '我的_drafts/甲.md', '_drafts.md', 'drafts/甲.md'])(
  '%s is no draft',
  async (file) => {
    const { articles, unreadable } = await readFiles(folderOf({ [file]: '甲文。' }));
    expect([articles.length, unreadable]).toEqual([1, []]);
  },
);

test.each<[reason: Reason, told: string]>([
  [{ kind: 'late' }, '读取时间超过 30 秒。请拆成几个小文件，或调高 READ_SECONDS。'],
  [{ kind: 'full' }, '读取所需的内存超过 512 MB。请拆成几个小文件，或调高 READ_MEGABYTES。'],
  [
    { kind: 'defect', message: 'TypeError: x is not a function' },
    '剪报读它时出错：“TypeError: x is not a function”。请先把它移出文件夹，并当作剪报的问题报告给我们；方便的话附上文件。',
  ],
  [
    { kind: 'died', how: 'SIGSEGV' },
    '读取它的进程中途结束了（SIGSEGV）。请先把它移出文件夹，并当作剪报的问题报告给我们；方便的话附上文件。',
  ],
  [
    { kind: 'unstarted', why: 'spawn EAGAIN' },
    '读不了：启动不了读取它的进程（spawn EAGAIN）。请腾出内存，或允许运行剪报的用户启动更多进程，然后重新启动。',
  ],
])('that there is no reading is told: %o', (reason, told) => {
  const { problem, remedy } = explain(reason, DEFAULT_LIMITS);
  expect(`${problem.zh}${remedy.zh}`).toBe(told);
});

test.each<[code: string, told: string]>([
  ['EACCES', '读不了：没有读取权限。请让运行剪报的用户能读它。'],
  ['ENOENT', '读不了：没有这个文件或文件夹。请把它放到那里，或删掉指向它的链接。'],
  ['EIO', '读不了：磁盘报错。请检查它所在的磁盘或网络盘。'],
  ['EXYZ', '读不了：系统报告 EXYZ。请检查它所在的磁盘或网络盘。'],
])('so is what the file system says: %s', (code, told) => {
  const { problem, remedy } = faultOf(Object.assign(new Error(), { code }));
  expect(`${problem.zh}${remedy.zh}`).toBe(told);
});
