import { describe, expect, test } from 'vitest';
import { frontMatterFaults } from '../../../src/corpus/front-matter/faults.js';
import { readFrontMatter } from '../../../src/corpus/front-matter/front-matter.js';

/** What a file states, its facts and its title in one. */
function stated(text: string): Record<string, string> {
  const { facts, title } = readFrontMatter(text);
  return { ...facts, ...(title !== undefined && { title }) };
}

describe('forms', () => {
  const cases: readonly [name: string, head: string, expected: Record<string, string>][] = [
    ['YAML', '---\ntitle: 船票涨价\ndate: 2023-05-06\n---', { title: '船票涨价', date: '2023-05-06' }],
    ['YAML that ends with dots', '---\ntitle: 船票涨价\n...', { title: '船票涨价' }],
    ['quoted names', '---\n"og:title": 船票\n"title": \'涨价\'\n---', { title: '涨价' }],
    ['folded lines', '---\ntitle: >-\n  花展在东园\n  举行\n---', { title: '花展在东园举行' }],
    [
      'lists',
      '---\nauthors:\n  - 林一舟\n  - 何小满\nauthor: [陈百川, 何小满]\n---',
      { author: '林一舟、何小满、陈百川' },
    ],
    ['people', '---\nauthors:\n  - name: 林一舟\n    email: a@example.org\n---', { author: '林一舟' }],
    ['numbers as they are written', '---\npage: 01\ndate: 2024-10\n---', { page: '01', date: '2024-10' }],
    [
      'Chinese names and colons',
      '---\n标题：灯会\n日期：2023年2月3日\n版面：第2版\n来源：柳塘报\n作者：何小满\n---',
      {
        title: '灯会',
        date: '2023年2月3日',
        page: '第2版',
        publication: '柳塘报',
        author: '何小满',
      },
    ],
    ['a value with a colon', '---\ntitle: 大桥: 合龙\n---', { title: '大桥: 合龙' }],
    ['a value that begins with a bracket', '---\ntitle: [公告] 停水\n---', { title: '[公告] 停水' }],
    [
      'without the first line of hyphens, as Hexo has it',
      'title: 书市开张\ntags:\n- 活动\n---',
      { title: '书市开张' },
    ],
    [
      'TOML',
      '+++\ntitle = "灯会延期"\ndate = 2023-02-03\nauthors = ["宣传科", "何小满"]\n+++',
      { title: '灯会延期', date: '2023-02-03', author: '宣传科、何小满' },
    ],
    [
      'JSON in braces',
      '{\n  "title": "灯会 {上}",\n  "date": "2023-02-03"\n}\n',
      { title: '灯会 {上}', date: '2023-02-03' },
    ],
    ['JSON between semicolons', ';;;\n"title": "灯会"\n;;;', { title: '灯会' }],
    [
      'Windows line ends',
      '---\r\ntitle: 灯会\r\nlastmod: 2023-02-03\r\n---\r\n',
      { title: '灯会', date: '2023-02-03' },
    ],
    [
      'a date of publication before that of a change',
      '---\nupdated: 2024-01-01\ndate: 2023-02-03\n---',
      { date: '2023-02-03' },
    ],
    ['the day of the last change', '---\nlastUpdated: 2026-03-08\n---', { date: '2026-03-08' }],
    [
      'a switch is no date',
      '---\nlastUpdated: true\ndate: no\nlastmod: 2026年3月\n---',
      { date: '2026年3月' },
    ],
    ['nor is one alone', '---\nlastUpdated: false\n---', {}],
    [
      'an address only when it is whole',
      '---\npermalink: /a/b\nurl: https://example.org/a\n---',
      { url: 'https://example.org/a' },
    ],
    ['an address of a place in the site is none', '---\ntitle: 甲\nslug: deng-hui\n---', { title: '甲' }],
    ['a language', '---\nlang: zh-Hant\n---', { language: 'zh-Hant' }],
    ['what states nothing', '---\ntitle:\ndate: ""\ncategories: [甲]\n---', {}],
  ];
  test.each(cases)('%s', (_, head, expected) => {
    expect(stated(`${head}\n正文。`)).toEqual(expected);
    expect(readFrontMatter(`${head}\n正文。`).range.end).toBe(head.trimEnd().length);
  });
});

describe('no front matter', () => {
  test.each([
    ['prose between rules', '---\n昨日开工。\n---\n'],
    ['a block without an end', '---\ntitle: 甲\n\n正文。'],
    ['a heading that is underlined', '昨日：开工\n---\n正文。'],
    ['broken TOML', '+++\ntitle = \n+++\n'],
    ['broken JSON', '{ "title": 甲 }\n'],
    ['a template', '{% raw %}\n正文。'],
    ['more than 10,000 characters', `---\ntitle: ${'长'.repeat(10_000)}\n---\n`],
    ['brackets in brackets', `---\n? ${'['.repeat(9_000)}\n---\n`],
  ])('%s is text', (_, text) => {
    expect(readFrontMatter(text)).toMatchObject({ facts: {}, range: { start: 0, end: 0 } });
  });
});

test('names that stand for one another over and over are not followed', () => {
  const names = [...'bcdefgh'].map((name, i) => `${name}: &${name} [${`*${'abcdefg'[i]}, `.repeat(9)}甲]`);
  expect(stated(`---\na: &a [甲, 甲]\n${names.join('\n')}\ntitle: *h\n---\n`)).toEqual({ title: '*h' });
});

describe('drafts', () => {
  test.each([
    ['---\ndraft: true\n---\n', true],
    ['---\npublished: false\n---\n', true],
    ['+++\ndraft = true\n+++\n', true],
    ['{ "draft": true }\n', true],
    ['---\ndraft: false\n---\n', false],
    ['---\npublished: 2024-01-05\n---\n', false],
  ])('%j', (head, draft) => {
    expect(readFrontMatter(head).draft).toBe(draft);
  });
});

test.each([
  ['---\nlayout: page\n---\n', 'page'],
  ['---\nlayout: Document\n---\n', 'document'],
  ['---\nlayout: post\n---\n', undefined],
])('layout of %j is %s', (head, layout) => {
  expect(readFrontMatter(head).layout).toBe(layout);
});

describe('faults are told by their line', () => {
  test.each<[head: string, line: number, problem: string]>([
    ['---\ntitle: 甲\nautor: 何小满\n---\n', 3, '"autor" means nothing'],
    ['---\ndate: last spring\n---\n', 2, '"last spring"'],
    ['+++\ntitle = "甲\n+++\n', 2, 'no TOML'],
    ['{\n"title": 甲\n}\n', 1, 'no JSON'],
    ['---\n标题: 甲\n# 乙\n', 1, 'has no end'],
  ])('%j', (head, line, problem) => {
    expect(frontMatterFaults(head)).toEqual([
      expect.objectContaining({
        line,
        problem: expect.objectContaining({ en: expect.stringContaining(problem) }),
      }),
    ]);
  });

  test('names of other programs are passed over in silence', () => {
    expect(frontMatterFaults('---\ntitle: 甲\ntags: [灯会]\nweight: 3\ntoc: true\n---\n')).toEqual([]);
  });
});
