import { beforeAll, describe, expect, test } from 'vitest';
import type { Answerer } from '../../src/answering/answer.js';
import type { Article } from '../../src/corpus/article.js';
import { readTextFile } from '../../src/corpus/markdown/text-file.js';
import { theReader } from './reader.js';
import { answererOf } from './support.js';

/** Files of the kinds that people have, one of them damaged: its front matter and a table have no end. */
const FILES: Readonly<Record<string, string>> = {
  '渡船.md':
    '---\ntitle: 柳塘渡口换新船\ndate: 2024-05-06 10:30:00 +0800\nauthor: [航运科]\n---\n\n新船五月试航。\n\n## 开船时间\n\n早班**六点半**开船，末班七点返回。\n\n## 票价\n\n成人每位四元。\n',
  '书市.md':
    'title: 白石书市开张\ndate: 2023-03-04\ntags:\n- 活动\n---\n\n书市三月五日在[白石广场](https://a.example)开张，持续十天。\n',
  '灯会.md': '+++\ntitle = "白石灯会延期"\ndate = "2023-02-03"\n+++\n\n灯会因雨延期到二月十日举行。\n',
  '未定.md': '---\ntitle: 人选\ndraft: true\n---\n白石中学拟任校长为张某。\n',
  '各乡统计.md': `# 各乡情况\n\n| 乡名 | 户数 | 水井 |\n| --- | --- | --- |\n${['东乡', '西乡', '南乡', '北乡', '上乡', '下乡', '前乡', '后乡', '左乡', '右乡', '高乡', '低乡', '长乡', '短乡', '红乡', '黄乡', '青乡', '白乡', '金乡', '银乡'].map((name, i) => `| ${name} | ${110 + i * 7} | ${20 + i} |`).join('\n')}\n`,
  '澜江市档案管理规定.md':
    '# 澜江市档案管理规定\n\n## 第一章 总则\n\n第一条 为了规范档案管理，制定本规定。\n\n第二条 本规定所称档案，包括下列材料：\n\n（一）文书；\n\n（二）图纸；\n\n（三）照片。\n\n## 第二章 查阅\n\n第三条 市民凭身份证查阅档案，每次不超过十卷。\n',
  '坏.md':
    '---\ntitle: 石桥镇澡堂\n\n# 石桥镇澡堂修缮\n\n澡堂九月**停业，修缮费用为十二万元。\n\n| 项目 | 费用\n',
};

let answerer: Answerer;

beforeAll(async () => {
  const articles: Article[] = [];
  for (const [source, text] of Object.entries(FILES)) {
    for (const outcome of readTextFile(source, new TextEncoder().encode(text))) {
      if (outcome.kind === 'article') articles.push(outcome.article);
    }
  }
  answerer = await answererOf(articles, await theReader());
});

describe('documents are quoted without their marks and cited by their titles', () => {
  test.each<[question: string, title: string, quoted: string, line: number]>([
    ['柳塘渡口早班几点开船', '柳塘渡口换新船', '早班六点半开船', 11],
    ['柳塘渡口的票价是多少', '柳塘渡口换新船', '成人每位四元', 15],
    ['白石书市在哪里开张', '白石书市开张', '书市三月五日在白石广场开张', 7],
    ['白石灯会延期到哪天', '白石灯会延期', '延期到二月十日', 6],
    ['档案管理规定所称档案包括什么', '澜江市档案管理规定', '（一）文书；', 7],
    ['查阅档案每次不超过多少卷', '澜江市档案管理规定', '不超过十卷', 17],
    ['黄乡有多少户', '各乡情况', '乡名：黄乡 · 户数：215', 20],
    ['石桥镇澡堂修缮费用是多少', '石桥镇澡堂修缮', '十二万元', 6],
  ])('%s', async (question, title, quoted, line) => {
    const { status, results } = await answerer.answer({ text: question });
    expect(status).not.toBe('refused');
    const { citation, excerpt } = results[0]!;
    expect(citation.title).toBe(title);
    expect(excerpt).toContain(quoted);
    expect(citation.lines?.[0]).toBeLessThanOrEqual(line);
    expect(citation.lines?.[1]).toBeGreaterThanOrEqual(line);
  });

  test('a draft is not served', async () => {
    const { results } = await answerer.answer({ text: '白石中学拟任校长是谁' });
    expect(results.some(({ excerpt }) => excerpt.includes('张某'))).toBe(false);
  });
});
