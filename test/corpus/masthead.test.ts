import { describe, expect, test } from 'vitest';
import { type Masthead, mastheadOf } from '../../src/corpus/masthead.js';
import { readFile } from './read-file.js';

describe('a masthead', () => {
  test.each<[line: string, stated: Masthead]>([
    ['柳河日报 2026年3月8日 第2版', { publication: '柳河日报', when: '2026-03-08', page: '第2版' }],
    [
      '柳河日报2026年3月8日星期日第02版：要闻',
      { publication: '柳河日报', when: '2026-03-08', page: '第02版' },
    ],
    [
      '青石晚報　二〇二六年三月八日　星期日　丙午年正月二十　第三版　责编：何小满',
      { publication: '青石晚報', when: '2026-03-08', page: '第三版' },
    ],
    ['《柳河日报》（2026年3月8日 A3版 副刊）', { publication: '柳河日报', when: '2026-03-08', page: 'A3版' }],
    ['青石晚报｜2026.3.8｜第1024期｜今日8版', { publication: '青石晚报', when: '2026-03-08' }],
    ['2026年3月8日　星期日　第3版', { when: '2026-03-08', page: '第3版' }],
    ['柳 河 日 报　2026年3月8日　星期日', { publication: '柳河日报', when: '2026-03-08' }],
    ['2026年3月8日　星期日　第4127期　今日8版　零售价1.50元', { when: '2026-03-08' }],
    [
      '2026年3月8日 星期日 ｜ 总第8836号 ｜ 第6版 · 海洋与渔业 ｜ 编辑 阮海生 ｜ 校对 施敏',
      { when: '2026-03-08', page: '第6版' },
    ],
    [
      '柳河日報 二○二六年三月八日　星期日　A5　港聞',
      { publication: '柳河日報', when: '2026-03-08', page: 'A5' },
    ],
    ['柳河日报 2026年3月8日', { publication: '柳河日报', when: '2026-03-08' }],
    ['校报 2026年3月号', { publication: '校报', when: '2026-03' }],
    ['柳河文艺 2026年3月刊', { publication: '柳河文艺', when: '2026-03' }],
    ['柳河一中校报 2026年3月 第2版', { publication: '柳河一中校报', when: '2026-03', page: '第2版' }],
    ['《柳河文艺》2026年第3期 · 2026年5月', { publication: '柳河文艺', when: '2026-05' }],
    [
      '申报　民国二十五年三月八日　星期日　第三版',
      { publication: '申报', when: '1936-03-08', page: '第三版' },
    ],
    ['文汇报 2026年3月8日 星期日', { publication: '文汇报', when: '2026-03-08' }],
    ['《柳河文艺》2026年第3期（总第128期）', { publication: '柳河文艺', when: '2026' }],
  ])('%s', (line, stated) => {
    expect(mastheadOf(line)).toEqual(stated);
  });

  test.each([
    ['a day alone', '2026年3月8日'],
    ['a day with a number', '2026年3月8日 第3号'],
    ['a size of paper', '2026年3月8日 A4'],
    ['single characters', '上 中 下 2026年3月8日'],
    ['a month alone', '2026年3月'],
    ['a year with a paper', '柳河日报 2026年'],
    ['a month with a paper', '柳河日报 2026年3月'],
    ['an issue without a name', '2026年第3期'],
    ['a course', '驾驶员培训班 2026年第3期'],
    ['an edition', '《柳河志》第3版 2026年5月'],
    ['an edition of a day', '《用户手册》第3版 2026年3月8日'],
    ['a sentence', '柳河日报2026年3月8日第2版报道了此事'],
    ['a sentence that ends with a paper', '我校师生登上柳河日报 2026年3月8日 第2版'],
    ['where a text was printed', '（原载《柳河日报》2026年3月8日第2版）'],
    ['the same without title marks', '见柳河日报2026年3月8日第2版'],
    ['a title with a day', '校运会通知（2026年3月8日）'],
    ['a forecast', '天气预报 2026年3月8日 星期日'],
    ['an application', '项目申报 2026年3月8日 星期日'],
    ['a paper of an office', '《关于停水的通知》2026年第3期'],
    ['a weekly report', '工作周报 2026年3月8日'],
    ['good news', '喜报 2026年3月8日'],
    ['a meeting', '会议定于2026年3月8日星期日召开'],
    ['two papers', '柳河日报 青石晚报 2026年3月8日 星期日'],
    ['two days', '柳河日报 2026年3月8日 2026年3月9日 第2版'],
    ['some days', '柳河日报 2026年3月8日至10日 第2版'],
    ['a day without a year', '柳河日报 3月8日 第2版'],
    ['what is too long', `柳河日报 2026年3月8日 第2版${' '.repeat(80)}`],
  ])('is not %s', (_, line) => {
    expect(mastheadOf(line)).toBeUndefined();
  });
});

/** What each article states of where it was printed: `title: publication, page, when`. */
async function printed(name: string, text: string): Promise<string[]> {
  const { articles } = await readFile(name, text);
  return articles.map(
    ({ title, publication, page, when }) =>
      `${title}: ${[publication, page, when].map((fact) => fact ?? '–').join(' ')}`,
  );
}

const BODY = '两岸居民到场观看，大桥昨日合龙。';
const ARTICLES = `# 大桥合龙\n\n${BODY}\n\n# 水厂投产\n\n水厂日产万吨。`;

describe('what stands under a masthead', () => {
  test.each<[name: string, text: string, expected: string[]]>([
    [
      'has its publication, page and day',
      `柳河日报 2026年3月8日 第2版\n\n${ARTICLES}`,
      ['大桥合龙: 柳河日报 第2版 2026-03-08', '水厂投产: 柳河日报 第2版 2026-03-08'],
    ],
    [
      'of several lines',
      `柳河日报\n\n2026年3月8日　星期日\n\n第2版\n\n${ARTICLES}`,
      ['大桥合龙: 柳河日报 第2版 2026-03-08', '水厂投产: 柳河日报 第2版 2026-03-08'],
    ],
    [
      'in a headline',
      `# 《柳河文艺》2026年第3期 · 2026年5月\n\n## 大桥\n\n${BODY}\n\n## 水厂\n\n水厂日产万吨。`,
      ['大桥: 柳河文艺 – 2026-05', '水厂: 柳河文艺 – 2026-05'],
    ],
    [
      'has those of the last one',
      `柳河日报 2026年3月8日 第1版\n\n# 大桥合龙\n\n${BODY}\n\n柳河日报 2026年3月9日 第4版\n\n# 水厂投产\n\n水厂日产万吨。`,
      ['大桥合龙: 柳河日报 第1版 2026-03-08', '水厂投产: 柳河日报 第4版 2026-03-09'],
    ],
    [
      'has no page of another day',
      `柳河日报 2026年3月8日 第1版\n\n# 大桥合龙\n\n${BODY}\n\n# 2026年3月9日 星期一\n\n# 水厂投产\n\n水厂日产万吨。`,
      ['大桥合龙: 柳河日报 第1版 2026-03-08', '2026年3月9日 星期一: 柳河日报 – 2026-03-09'].concat(
        '水厂投产: 柳河日报 – 2026-03-09',
      ),
    ],
    [
      'has the page that is named after it',
      `柳河日报 2026年3月8日 第1版\n\n# 大桥合龙\n\n${BODY}\n\n# 第2版：要闻\n\n# 水厂投产\n\n水厂日产万吨。`,
      ['大桥合龙: 柳河日报 第1版 2026-03-08', '第2版：要闻: 柳河日报 第2版 2026-03-08'].concat(
        '水厂投产: 柳河日报 第2版 2026-03-08',
      ),
    ],
    [
      'keeps what it states itself',
      `---\npublication: 青石晚报\n---\n\n柳河日报 2026年3月8日 第2版\n\n${ARTICLES}`,
      ['大桥合龙: 青石晚报 – 2026-03-08', '水厂投产: 青石晚报 – 2026-03-08'],
    ],
  ])('%s', async (_, text, expected) => {
    expect((await printed('a.md', text)).slice(-expected.length)).toEqual(expected);
  });

  test.each<[name: string, text: string, expected: string[]]>([
    [
      'a line below a headline, which is of that article alone',
      `# 大桥合龙\n\n柳河日报 2026年3月8日 第2版\n\n${BODY}\n\n# 水厂投产\n\n水厂日产万吨。`,
      ['大桥合龙: 柳河日报 第2版 2026-03-08', '水厂投产: – – –'],
    ],
    [
      'a line below an article, in a file that begins with none',
      `# 大桥合龙\n\n${BODY}\n\n《柳河日报》2026年3月8日第2版\n\n# 水厂投产\n\n水厂日产万吨。`,
      ['大桥合龙: – – –', '水厂投产: – – –'],
    ],
    [
      'a list of papers',
      `# 发表作品\n\n《柳河文艺》2019年第3期\n\n《青石文学》2020年第1期\n\n# 水厂投产\n\n水厂日产万吨。`,
      ['发表作品: – – –', '水厂投产: – – –'],
    ],
    [
      'a sentence',
      `柳河日报2026年3月8日第2版报道了此事。\n\n# 水厂投产\n\n水厂日产万吨。`,
      ['a: – – –', '水厂投产: – – –'],
    ],
  ])('is not what stands under %s', async (_, text, expected) => {
    expect(await printed('a.md', text)).toEqual(expected);
  });

  test('is none of the articles of a list, but that which it begins', async () => {
    const lines = [`柳河日报 2026年3月8日 第2版\n${BODY}`, '水厂日产万吨。'].map((text, i) =>
      JSON.stringify({ title: `文${i}`, text }),
    );
    expect(await printed('a.jsonl', lines.join('\n'))).toEqual([
      '文0: 柳河日报 第2版 2026-03-08',
      '文1: – – –',
    ]);
  });

  test('is none of another file in the same archive', async () => {
    const { zipOf } = await import('../../lab/fuzz/builders/archives.js');
    const archive = zipOf({
      '1.md': `柳河日报 2026年3月8日 第2版\n\n# 大桥合龙\n\n${BODY}`,
      '2.md': '# 水厂投产\n\n水厂日产万吨。',
    });
    const { articles } = await readFile('a.zip', archive);
    expect(articles.map(({ publication }) => publication)).toEqual(['柳河日报', '柳河日报', undefined]);
  });
});
