import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zipOf } from '../../lab/fuzz/builders/archives.js';
import { widthOf } from '../../src/cli/columns.js';
import { readLocale } from '../../src/cli/read-locale.js';
import { folderOf } from '../corpus/folder.js';
import { PAGE } from './page.js';
import { runRead } from './run-read.js';

const ENGLISH = { LANG: 'en_GB.UTF-8' };
const CHINESE = { LANG: 'zh_CN.UTF-8' };
const FILES = {
  '1103/第2版.md': PAGE,
  '公告.jsonl':
    '{"id":"1","title":"停水通知","text":"城南片区周三停水8小时。","date":"2024-11-05"}\n{"broken"\n',
  'empty.txt': '',
  'old.doc': '',
  'a.png': '',
};

describe('a folder', () => {
  test('is shown file by file, with what is left out and why, and in a line', async () => {
    const { code, stdout, stderr } = await runRead([folderOf(FILES)], ENGLISH);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const all = stdout.split('\n');
    expect(all[2]).toBe('  fields: layout ← page');
    const lines = all.filter((line) => !line.startsWith('  fields: '));
    expect(lines[0]).toMatch(/^file +format +encoding +articles +numbers +dates$/);
    expect(lines[1]).toMatch(/^1103\/第2版\.md .* 2 +1 – 2 +2023-11-03$/);
    expect(lines[2]).toMatch(/^公告\.jsonl .* 1 +3 +2024-11-05$/);
    expect(lines[3]).toMatch(/^ {2}! line 2: .+\. .+\.$/);
    // Columns begin at the same place of the screen, though Chinese characters take two.
    expect(new Set(lines.slice(1, 3).map((line) => widthOf(line.slice(0, line.search(/\d{4}-/))))).size).toBe(
      1,
    );
    expect(lines.slice(4)).toEqual([
      '',
      'Left out:',
      '  empty.txt: It holds no text. Fill it, or remove it.',
      expect.stringMatching(/^ {2}old\.doc: .+\. .+\.$/),
      '',
      '2 files, 3 articles; 2023-11-03 to 2024-11-05; 2 left out; 2 of other kinds.',
      '',
    ]);
  });

  test('is shown in Chinese where the terminal is not English', async () => {
    const { stdout } = await runRead([folderOf(FILES)], { LANG: 'zh_CN.UTF-8' });
    expect(stdout).toMatch(/^文件 +格式 +编码 +文章 +编号 +日期\n/);
    expect(stdout).toMatch(/\n没有收入的：\n/);
    expect(stdout).toMatch(
      /\n2 个文件，3 篇文章；2023-11-03 至 2024-11-05；没有收入 2 个；其他种类 2 个。\n$/,
    );
  });

  test('what is left out is told in the same language, in JSON too', async () => {
    const [table, json] = await Promise.all([
      runRead([folderOf(FILES)], CHINESE),
      runRead(['--json', folderOf(FILES)], CHINESE),
    ]);
    expect(table.stdout).toContain(
      '\n  ! 第 2 行：这一行不是正确的 JSON。每行应是一个对象，如 {"id": "…", "title": "…", "text": "…"}。\n',
    );
    expect(table.stdout).toContain(
      '\n没有收入的：\n  empty.txt：里面没有文字。请写入内容，或删掉它。\n  old.doc：不支持这种格式的文件。请另存为 .docx。\n',
    );
    expect(JSON.parse(json.stdout.split('\n')[1] ?? '')).toMatchObject({
      source: 'empty.txt',
      faults: [{ problem: '里面没有文字。', remedy: '请写入内容，或删掉它。' }],
    });
  });

  test('is one line of JSON a file for scripts', async () => {
    const { code, stdout } = await runRead(['--json', folderOf(FILES)], ENGLISH);
    expect(code).toBe(0);
    const reports = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(reports).toEqual([
      expect.objectContaining({
        source: '1103/第2版.md',
        status: 'read',
        format: expect.stringMatching(/./),
        articles: 2,
        numbers: [1, 2],
        dates: { first: '2023-11-03', last: '2023-11-03' },
        faults: [],
      }),
      expect.objectContaining({
        source: 'empty.txt',
        status: 'left out',
        articles: 0,
        faults: [{ problem: 'It holds no text.', remedy: 'Fill it, or remove it.' }],
      }),
      expect.objectContaining({ source: 'old.doc', status: 'left out' }),
      expect.objectContaining({
        source: '公告.jsonl',
        status: 'read',
        articles: 1,
        faults: [{ line: 2, problem: expect.stringMatching(/\.$/), remedy: expect.stringMatching(/\.$/) }],
      }),
    ]);
  });

  test('has what is read in an archive, each file by itself', async () => {
    const archive = zipOf({ '一/a.txt': '# 甲\n\n甲文。', 'b.txt': '# 乙\n\n乙文。', 'c.doc': '甲' });
    const path = folderOf({ '剪报.zip': archive });
    const [table, json] = await Promise.all([runRead([path], ENGLISH), runRead(['--json', path], ENGLISH)]);
    expect(table.stdout).toMatch(/\n剪报\.zip\/b\.txt .*\n剪报\.zip\/一\/a\.txt /s);
    expect(table.stdout).toMatch(/\nLeft out:\n {2}剪报\.zip\/c\.doc: /);
    const reports = json.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(reports.map(({ source, status, articles }) => [source, status, articles])).toEqual([
      ['剪报.zip/b.txt', 'read', 1],
      ['剪报.zip/c.doc', 'left out', 0],
      ['剪报.zip/一/a.txt', 'read', 1],
    ]);
  });

  test('may be one file, and the one that the settings name', async () => {
    const path = join(folderOf({ 'a.txt': '# 甲\n\n甲文。' }), 'a.txt');
    const { stdout } = await runRead([], { ...ENGLISH, SEEDS_DIR: path });
    expect(stdout).toMatch(
      /\na\.txt .* no date\n {2}fields: layout ← document\n\n1 file, 1 article; 0 left out\.\n$/,
    );
  });
});

describe('--show', () => {
  test('prints an article as blocks, with role, place, the headings above and text', async () => {
    const { code, stdout } = await runRead(['--show', '1', folderOf(FILES)], ENGLISH);
    expect(code).toBe(0);
    const [head, title, ...paragraphs] = stdout.trimEnd().split('\n\n');
    expect(head).toMatch(/^1\. 青石渡口今起停运 · 1103\/第2版\.md · lines 7–\d+ · 青石晚报 · 2023-11-03 · 2/);
    expect(title).toBe('1 title · line 7\n  青石渡口今起停运');
    expect(paragraphs.join('\n\n')).toMatch(
      /\n\n\d+ paragraph · line 10\n {2}渡口停运的原因是青石大桥通车。.*$/,
    );
  });

  test('prints it as one line of JSON', async () => {
    const { stdout } = await runRead(['--show', '3', '--json', folderOf(FILES)]);
    expect(JSON.parse(stdout)).toMatchObject({
      number: 3,
      source: '公告.jsonl',
      title: '停水通知',
      unit: 'line',
      blocks: expect.arrayContaining([
        { role: 'paragraph', section: [], place: [1, 1], text: '城南片区周三停水8小时。' },
      ]),
    });
  });
});

describe('what cannot be shown ends with 2 and says why', () => {
  test.each<[what: string, args: (folder: string) => readonly string[], told: RegExp]>([
    ['a path that is not there', (folder) => [join(folder, '没有')], /没有.*no such file/],
    ['a number that no article has', (folder) => ['--show', '4', folder], /no article 4 .* it holds 3\./],
    ['a number that is none', (folder) => ['--show', 'x', folder], /--show takes a whole number/],
    ['an unknown option', (folder) => ['--all', folder], /--all[\s\S]*Usage: npm run read/],
    ['two paths', (folder) => [folder, folder], /One path at a time/],
  ])('%s', async (_, args, told) => {
    const ended = await runRead(args(folderOf(FILES)), ENGLISH);
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(told) });
  });

  test('a setting that is wrong', async () => {
    const ended = await runRead([folderOf(FILES)], { ...ENGLISH, READ_SECONDS: 'long' });
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringMatching(/READ_SECONDS: found "long"/) });
  });

  test('in Chinese where the terminal is not English', async () => {
    const wrong = await runRead([folderOf(FILES)], { ...CHINESE, READ_SECONDS: 'long' });
    expect(wrong).toMatchObject({
      code: 2,
      stderr:
        '有一项设置不能用：\n  READ_SECONDS 填的是 "long"，应填：1 到 3600 的整数\n请改正环境变量或 .env；各项设置的说明见 .env.example。\n',
    });
    const { stderr } = await runRead([folderOf({ 'empty.txt': '' })], CHINESE);
    expect(stderr).toMatch(
      /^“.+”里一篇文章也没有（empty\.txt：里面没有文字。请写入内容，或删掉它。）。请放入/,
    );
  });

  test('nothing to serve, after what is left out was shown', async () => {
    const { code, stdout, stderr } = await runRead([folderOf({ 'empty.txt': '' })], ENGLISH);
    expect(code).toBe(2);
    expect(stdout).toBe(
      'Left out:\n  empty.txt: It holds no text. Fill it, or remove it.\n\n0 files, 0 articles; 1 left out.\n',
    );
    expect(stderr).toMatch(/holds no article/);
  });
});

test.each([
  ['line', 1, 1, 'line 1', '第 1 行'],
  ['line', 1, 3, 'lines 1–3', '第 1–3 行'],
  ['page', 2, 2, 'page 2', '第 2 页'],
  ['row', 4, 5, 'rows 4–5', '第 4–5 行'],
  ['second', 5, 65, '0:05–1:05', '0:05–1:05'],
  ['second', 3723.4, 3723.4, '1:02:03', '1:02:03'],
  ['none', 0, 0, '', ''],
] as const)('a place counted in %s from %d to %d is "%s", "%s"', (unit, first, last, english, chinese) => {
  expect(readLocale(ENGLISH).place(unit, first, last)).toBe(english);
  expect(readLocale({}).place(unit, first, last)).toBe(chinese);
});

test.each([
  ['abc', 3],
  ['剪报', 4],
  ['「，」', 6],
  ['e\u0301', 1],
  ['🚢', 2],
])('%s takes %d columns', (text, width) => {
  expect(widthOf(text)).toBe(width);
});
