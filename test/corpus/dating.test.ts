import { describe, expect, test } from 'vitest';
import { readCollection } from '../../src/corpus/collection.js';
import { type Files, folderOf } from './folder.js';

async function whens(files: Files): Promise<(string | undefined)[]> {
  const { articles } = await readCollection(folderOf(files));
  return articles.map(({ when }) => when);
}

const front = (date: string): string => `---\ndate: ${date}\n---\n\n# 渡口停运\n\n渡口今起停运，船工改行。\n`;

describe('an article is dated by', () => {
  test.each<[what: string, path: string, text: string, when: string | undefined]>([
    ['its front matter', 'a.md', front('2026-03-08'), '2026-03-08'],
    ['a month in it', 'a.md', front('2026年3月'), '2026-03'],
    ['a year in it', 'a.md', front('2026'), '2026'],
    ['Chinese numerals', 'a.md', front('二〇二六年三月八日'), '2026-03-08'],
    ['the Republic', 'a.md', front('民国三十四年八月十六日'), '1945-08-16'],
    ['a day with its hour', 'a.md', front('2026-03-08 08:30:00'), '2026-03-08'],
    ['the folders of its file', '2026/03/08/渡口.md', '# 渡口停运\n\n渡口今起停运。', '2026-03-08'],
    ['folders without a day', '2026/03/渡口.md', '# 渡口停运\n\n渡口今起停运。', '2026-03'],
    ['folders in Chinese', '2026年/3月/8日/渡口.md', '# 渡口停运\n\n渡口今起停运。', '2026-03-08'],
    ['the name of its file', '2026-03-08-渡口.md', '# 渡口停运\n\n渡口今起停运。', '2026-03-08'],
    ['a name of page and day', '2026_03_08_01版.txt', '# 渡口停运\n\n渡口今起停运。', '2026-03-08'],
    ['a name in one run', '20260308.txt', '# 渡口停运\n\n渡口今起停运。', '2026-03-08'],
    [
      'a folder of the year and a name of the day',
      '2026/0308.txt',
      '# 渡口停运\n\n渡口今起停运。',
      '2026-03-08',
    ],
    [
      'a folder of the month and a name of the day',
      '202603/08.txt',
      '# 渡口停运\n\n渡口今起停运。',
      '2026-03-08',
    ],
    [
      'a folder of the year and a month in Chinese',
      '2026/三月/8日.txt',
      '# 渡口停运\n\n渡口今起停运。',
      '2026-03-08',
    ],
    ['a folder of the year', '2026/渡口.md', '# 渡口停运\n\n渡口今起停运。', '2026'],
    ['but no other number', '2100/渡口.md', '# 渡口停运\n\n渡口今起停运。', undefined],
    [
      'its dateline with the year of the folder',
      '2026/渡口.md',
      '# 渡口停运\n\n本报3月8日讯 渡口今起停运。',
      '2026-03-08',
    ],
    [
      'its dateline with the year of the folder in Chinese',
      '2026年/渡口.md',
      '# 渡口停运\n\n本报3月8日讯 渡口今起停运。',
      '2026-03-08',
    ],
    [
      'its dateline rather than by the mere year of the folder',
      '2026年/渡口.md',
      '# 渡口停运\n\n本报2026年3月8日讯 渡口今起停运。',
      '2026-03-08',
    ],
    [
      'its title rather than by the mere year of its file',
      '1987年规章.txt',
      '# 渡口规章（1987年3月8日）\n\n渡口六时开放。',
      '1987-03-08',
    ],
    [
      'its folder where the title has a day of another year',
      '2026年/渡口.md',
      '# 1987年3月8日沉船始末\n\n那天大雾。',
      '2026',
    ],
    [
      'its dateline rather than by the year of its folder',
      '2026/渡口.md',
      '# 渡口停运\n\n本报柳河2025年3月8日讯（记者 方晓棠）渡口停运。',
      '2025-03-08',
    ],
    [
      'its dateline rather than by the month of its folder',
      '2026/03/渡口.md',
      '# 渡口停运\n\n据新华社柳河2025年12月8日电 渡口停运。',
      '2025-12-08',
    ],
    [
      'the day below its headline rather than by the year of its folder',
      '2026/渡口.md',
      '# 渡口停运\n\n2025年3月8日 星期六 记者 方晓棠\n\n渡口停运。',
      '2025-03-08',
    ],
    [
      'the day below its headline, with where it is from',
      '2026/渡口.md',
      '# 渡口停运\n\n发布时间：2025年3月8日 08:30 来源：柳河日报 作者：方晓棠\n\n渡口停运。',
      '2025-03-08',
    ],
    [
      'the day on which it was changed last',
      'a.md',
      '# 渡口问答\n\n最后更新：2025-03-08　维护：渡口管理站\n\n渡口几时开？',
      '2025-03-08',
    ],
    [
      'the day in its head on which it was made public',
      'a.txt',
      '柳河村村务公开表\n公开单位：柳河村村民委员会    公开日期：2025年3月8日    电话：5586012\n\n一、收入',
      '2025-03-08',
    ],
    ['no deadline in its head', '2026/渡口.md', '# 征稿\n\n投稿截止日期：2025年3月8日\n\n征稿。', '2026'],
    [
      'no range of days in its head',
      '2026/渡口.md',
      '# 公示\n\n发布时间：2025年3月8日至10日\n\n现予公示。',
      '2026',
    ],
    [
      'no day to come below its headline',
      '2026/渡口.md',
      '# 渡口会议\n\n时间：2025年3月8日 08:30\n\n商量停运。',
      '2026',
    ],
    [
      'the day below its subtitle',
      '2026/渡口.md',
      '# 渡口停运\n\n## ——百年老渡\n\n2025年3月8日 08:30\n\n渡口停运。',
      '2025-03-08',
    ],
    [
      'the day of its folder rather than by its dateline',
      '2026/03/09/渡口.md',
      '# 渡口停运\n\n本报2026年3月8日讯 渡口停运。',
      '2026-03-09',
    ],
    [
      'its dateline rather than by its title',
      'a.md',
      '# 1987年3月8日沉船始末\n\n本报2026年3月8日讯 那天大雾。',
      '2026-03-08',
    ],
    [
      'its folder where running text tells of a day of another year',
      '2026/渡口.md',
      '# 渡口停运\n\n本报讯（记者 方晓棠）2019年3月8日，渡口通航。\n\n他在报社2018年3月8日消息里读到。',
      '2026',
    ],
    [
      'its folder where the line below its headline is of something else',
      '2026/渡口.md',
      '# 渡口\n\n建成 1987年3月5日\n\n渡口在镇南。',
      '2026',
    ],
    ['its title', 'a.md', '# 早间播报 2026-03-08\n\n新桥通车。', '2026-03-08'],
    ['its dateline', 'a.md', '# 渡口停运\n\n本报2026年3月8日讯 渡口今起停运。', '2026-03-08'],
    [
      'its last line',
      'a.txt',
      '# 放假通知\n\n清明节放假三天。\n\n青石县人民政府\n\n二〇二六年三月十六日\n',
      '2026-03-16',
    ],
    ['nothing that a note below it tells', 'a.md', '# 年报\n\n捐款27万元。\n\n截至2024年6月30日', undefined],
    [
      'nothing that begins on its last line',
      'a.md',
      '# 规定\n\n按此办理。\n\n2024年6月30日起施行',
      undefined,
    ],
    ['nothing that a sentence tells', 'a.md', '# 渡口停运\n\n渡口建于1962年4月5日，今起停运。', undefined],
    [
      'nothing where no year is told',
      'a.md',
      '# 渡口停运\n\n本报讯（记者 方晓棠）3月8日，渡口停运。',
      undefined,
    ],
    ['no day that the calendar lacks', 'a.md', front('2026-02-30'), undefined],
  ])('%s', async (_, path, text, when) => {
    expect(await whens({ [path]: text })).toEqual([when]);
  });

  test('what it states itself rather than by its path', async () => {
    expect(await whens({ '2025/01/02/a.md': front('2026-03-08') })).toEqual(['2026-03-08']);
  });

  test('its <meta> or JSON-LD', async () => {
    const page = (head: string): string =>
      `<html><head>${head}</head><body><article><h1>渡口停运</h1><p>渡口今起停运，船工改行，乘客改乘公交。</p></article></body></html>`;
    expect(
      await whens({
        'a.html': page('<meta property="article:published_time" content="2026-03-08T08:00:00+08:00">'),
        'b.html': page('<meta name="pubdate" content="2026年3月9日">'),
      }),
    ).toEqual(['2026-03-08', '2026-03-09']);
  });

  test('its line of a JSONL file', async () => {
    const line = (date: string): string => JSON.stringify({ title: '渡口', text: '渡口今起停运。', date });
    expect(
      await whens({ 'a.jsonl': [line('Sun, 08 Mar 2026 10:00:00 GMT'), line('March 9, 2026')].join('\n') }),
    ).toEqual(['2026-03-08', '2026-03-09']);
  });

  test('a dateline with the year of its masthead', async () => {
    const text = '---\ndate: 2026\n---\n\n# 甲\n\n本报3月8日讯 渡口停运。\n';
    expect((await whens({ 'a.md': text }))[0]).toMatch(/^2026/);
  });

  test.each<[what: string, masthead: string, when: string | undefined]>([
    ['in one line', '青石晚报 2026年3月8日 星期日 第3版', '2026-03-08'],
    ['in two', '青石晚报\n\n2026年3月8日　星期日　农历正月二十　第3版', '2026-03-08'],
    ['with bars and an issue', '青石晚报｜2026.3.8｜第1024期｜今日8版', '2026-03-08'],
    ['of a month', '校报 2026年3月号', '2026-03'],
    ['but not by a line that says something else', '会议定于2026年3月8日星期日召开', undefined],
    ['nor by a day that stands alone', '2026年3月8日', undefined],
  ])('by the masthead above it, %s', async (_, masthead, when) => {
    const text = `${masthead}\n\n# 渡口停运\n\n本报讯（记者 方晓棠）渡口今起停运，船工改行，乘客改乘公交。\n`;
    expect((await whens({ 'a.md': text })).at(-1)).toBe(when);
  });

  test.each([
    ['2026/03/08/a.md', '校报 2026年3月号', '渡口今起停运。', '2026-03-08'],
    ['a.md', '校报 2026年3月号', '本报3月8日讯 渡口停运。', '2026-03-08'],
    ['a.md', '校报 2026年3月号', '本报2025年3月8日讯 渡口停运。', '2026-03'],
    ['2025/a.md', '校报 2026年3月号', '渡口今起停运。', '2026-03'],
  ])('in %s by the masthead %j, finer where it can be: %s', async (path, masthead, text, when) => {
    expect((await whens({ [path]: `${masthead}\n\n# 渡口停运\n\n${text}\n` })).at(-1)).toBe(when);
  });

  test.each<[below: string]>([['（此件公开发布）'], ['附件：渡口清单'], ['抄送：县委办公室']])(
    'by its last line with %s below',
    async (below) => {
      const text = `# 放假通知\n\n清明节放假三天。\n\n青石县人民政府\n\n2026年3月16日\n\n${below}\n`;
      expect(await whens({ 'a.txt': text })).toEqual(['2026-03-16']);
    },
  );

  test('by the day on which it was printed', async () => {
    const text = '# 停水通知\n\n各村：周三停水。\n\n青石县水务局　二〇二六年三月八日印发\n';
    expect(await whens({ 'a.txt': text })).toEqual(['2026-03-08']);
  });

  test.each<[end: string, when: string]>([
    ['抄送：县委办公室。\n青石县人民政府办公室　　2026年11月19日印发', '2026-11-18'],
    ['（此件公开发布）\n\n青石县人民政府办公室　　2026年11月19日印发', '2026-11-18'],
    ['青石县人民政府办公室　　2026年11月19日印发', '2026-11-18'],
  ])('by the day on which it was signed rather than printed, %j', async (end, when) => {
    const text = `# 禁放通告\n\n各村：除夕禁放。\n\n青石县人民政府\n　　　　2026年11月18日\n\n${end}\n`;
    expect(await whens({ 'a.txt': text })).toEqual([when]);
  });

  test.each<[head: string, when: string | undefined]>([
    ['校友基金年报\n2024年6月30日', '2024-06-30'],
    ['停车场管理办法\n（2024年6月30日）', '2024-06-30'],
    ['集市管理办法\n\n一九八七年三月五日市人民政府发布', '1987-03-05'],
    ['校友基金年报\n截至2024年6月30日', undefined],
    ['校友基金年报\n2024年6月', undefined],
    ['校庆大事记\n\n2024年1月5日\n\n挂牌，校长致辞，来宾参观校史馆。\n\n2024年6月30日', undefined],
    ['村民代表会议记录\n时间：2026年10月9日晚7点半\n地点：村文化礼堂', '2026-10-09'],
    ['# 物业会议纪要（第3期）\n\n时间：2026年10月9日\n地点：村文化礼堂', '2026-10-09'],
    ['# 村民代表会议通知\n\n时间：2026年10月9日晚7点半\n地点：村文化礼堂', undefined],
  ])('by the lines below its headline, %j', async (head, when) => {
    const text = `${head}\n\n外来车辆每天收5元，本村车辆凭证免费，上半年收到捐款27.4万元。\n`;
    expect(await whens({ 'a.txt': text })).toEqual([when]);
  });
});
