import { describe, expect, test } from 'vitest';
import type { BlockDraft } from '../../src/corpus/block-draft.js';
import { isField } from '../../src/corpus/structure/fields.js';
import { withHeadings } from '../../src/corpus/structure/headings.js';
import { articlesOf } from './page/outline.js';
import { outlineOf, readFile } from './read-file.js';

const TEXT = '为加强渡口管理，保障乘客安全，制定本条例。';

/** Drafts of lines: `# ` makes a heading of the first level, `## ` of the second. */
function draftsOf(lines: readonly string[]): BlockDraft[] {
  return lines.map((line) => {
    const marks = /^#*/.exec(line)![0].length;
    const text = line.slice(marks).trim();
    return marks > 0
      ? { role: 'subhead', text, lines: [1, 1], level: marks }
      : { role: 'paragraph', text, lines: [1, 1] };
  });
}

function headingsOf(lines: readonly string[]): string[] {
  return withHeadings(draftsOf(lines)).flatMap(({ role, text, level }) =>
    role === 'subhead' ? [`${'#'.repeat(level ?? 1)} ${text}`] : [],
  );
}

describe('chapters', () => {
  test.each<[name: string, lines: string[], headings: string[]]>([
    ['are headings', ['第一章 总则', TEXT, '第二章　管理', TEXT], ['# 第一章 总则', '# 第二章　管理']],
    ['without a blank, or a name', ['第一章总则', TEXT, '第二章', TEXT], ['# 第一章总则', '# 第二章']],
    [
      'with sections below them',
      ['第一章 总则', '第一节 范围', TEXT, '第二节 职责', TEXT, '第二章 附则', TEXT],
      ['# 第一章 总则', '## 第一节 范围', '## 第二节 职责', '# 第二章 附则'],
    ],
    ['in traditional characters', ['第一編 總則', '第一章 通則', TEXT], ['# 第一編 總則', '## 第一章 通則']],
    [
      'below the heading of what is enclosed',
      ['# 附件', '第一章 总则', TEXT, '第二章 附则', TEXT],
      ['# 附件', '## 第一章 总则', '## 第二章 附则'],
    ],
    [
      'as high as those that are marked',
      ['第一章 总则', TEXT, '## 第二章 附则', TEXT],
      ['## 第一章 总则', '## 第二章 附则'],
    ],
    [
      'in the text and not in the list of contents',
      ['目录', '第一章 总则', '第二章 管理', '第一节 船', '第二节 人', '第三章 附则', '第一章 总则', TEXT],
      ['# 第一章 总则'],
    ],
    ['are none in a list of contents alone', ['第一章 渡口', '第二章 船', '第三章 人', TEXT], []],
    ['are none that nothing follows', [TEXT, '第三章 附则'], []],
    ['are none in sentences', ['第一章 总则规定了范围。', TEXT, '第二章的规定不变', TEXT], []],
    [
      'nor sections without them, as lessons are',
      ['第七节 数学', '第八节 自习', TEXT, '第一节 晨读', TEXT],
      [],
    ],
  ])('%s', (_, lines, headings) => expect(headingsOf(lines)).toEqual(headings));

  test.each([
    ['in brackets', '（2025年3月1日市人民代表大会常务委员会第十次会议通过）'],
    ['without', '2025年3月1日市人民代表大会常务委员会第十次会议通过 自5月1日起施行'],
  ])(
    'the first of a regulation stays one below the line that tells when it was passed, %s',
    async (_, passed) => {
      const lines = [
        '青石市渡口管理条例',
        passed,
        '第一章 总则',
        `第一条 ${TEXT}`,
        '第二章 附则',
        `第二条 ${TEXT}`,
      ];
      for (const file of ['a.txt', 'a.md', 'a.html']) {
        const content = file === 'a.html' ? `<h1>${lines.join('</h1><p>')}` : lines.join('\n\n');
        const reading = await readFile(file, content);
        expect(reading.articles[0]?.sections).toEqual([['第一章 总则'], ['第二章 附则']]);
        expect(outlineOf(reading)[1]).toBe(`paragraph: ${passed}`);
      }
    },
  );

  test('so does another short heading', () => {
    const page = ['青石市渡口管理规定', '（2025年3月1日通过）', '立法目的', TEXT, '适用范围', TEXT].join(
      '\n\n',
    );
    expect(articlesOf(page)[0]!.article.sections).toEqual([['立法目的'], ['适用范围']]);
  });
});

describe('a label with its value', () => {
  test.each<[text: string, is: boolean]>([
    ['一、项目编号：ZFCG-2026-031', true],
    ['（二）采购方式：公开招标', true],
    ['3. 联系电话：0799-5512033', true],
    ['项目名称：青石县渡口改造工程', true],
    ['一、项目编号（或招标编号、备案编号等，如有）：ZFCG-2026-031', true],
    ['一、项目概况', false],
    ['一、工作目标：', false],
    ['一、背景：渡口的由来', false],
    ['二、强化领导：成立工作专班', false],
  ])('is %s: %s', (text, is) => expect(isField(text)).toBe(is));

  test.each<[name: string, lines: string[], headings: string[]]>([
    [
      'is no heading where nothing stands below it',
      ['# 一、项目编号：ZFCG-2026-031', '# 二、项目名称：渡口改造', '# 三、项目概况', TEXT],
      ['# 三、项目概况'],
    ],
    ['is one where something does', ['# 一、采购人：青石县交通局', TEXT], ['# 一、采购人：青石县交通局']],
    [
      'as a heading is that ends in a colon',
      ['# 一、工作目标：', '# 二、措施', TEXT],
      ['# 一、工作目标：', '# 二、措施'],
    ],
    [
      'headlines with a colon stay',
      ['# 澜江：一座城的夜', '# 桐江：一座城的晨'],
      ['# 澜江：一座城的夜', '# 桐江：一座城的晨'],
    ],
  ])('%s', (_, lines, headings) => expect(headingsOf(lines)).toEqual(headings));

  test('is none on a page, and the heading below it is one', () => {
    const lines = [
      '渡口改造工程招标公告',
      '青石县渡口改造工程已经批准，现公开招标。',
      '一、项目编号：ZFCG-2026-031',
      '二、采购方式：公开招标',
      '三、项目概况',
      '改造渡口两座，工期九十天。',
      '四、预算金额：120万元',
      '资金已经落实。',
      '五、工作目标：',
      '年底前完工，两岸居民过江更方便。',
      '六、提交下列材料：',
      '（一）营业执照；',
      '（二）资质证书。',
    ];
    const { article } = articlesOf(lines.join('\n\n'))[0]!;
    expect(article.sections).toEqual([['三、项目概况'], ['五、工作目标：']]);
  });

  test.each([
    ['a label with its value above a row', '时间：2022年11月12日　地点：东山剧场', '舞蹈《渡口》　高一学生'],
    ['a short line in brackets above another', '（酒水）', '自家黄酒 每壶18元'],
  ])('makes no heading of what is below %s', (_, above, line) => {
    const { article } = articlesOf(['青石县晚会节目单', TEXT, above, line, TEXT].join('\n\n'))[0]!;
    expect(article.sections).toBeUndefined();
  });
});
