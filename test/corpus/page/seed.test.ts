import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articlesOf, blockText } from './outline.js';

const folder = new URL('../../../seeds/', import.meta.url);
const [name] = readdirSync(folder) as [string];
const page = readFileSync(new URL(name, folder), 'utf8');
const articles = articlesOf(page, name).map(({ article }) => article);

function texts(article: number, role: string): string[] {
  const { text, blocks } = articles[article]!;
  return blocks.filter((block) => block.role === role).map((block) => blockText(text, block));
}

test('the page has six articles, told apart by their headlines', () => {
  expect(
    articles.map(({ title, subtitle, kicker, byline, credit }) => ({
      title,
      subtitle,
      kicker,
      byline,
      credit,
    })),
  ).toEqual([
    { title: '支付物流双双打通 今年各大电商平台为何主动“拆墙”', kicker: '“双十一”之变②' },
    { title: '重庆今夏森林火灾次数、受灾面积大幅下降', byline: '新重庆-重庆日报记者 左黎韵' },
    { title: '重庆这两条“四好农村路”上榜助力乡村振兴典型案例', byline: '新重庆-重庆日报记者 杨永芹' },
    { title: '巫溪建成西南地区首个五步蛇、蝮蛇血清库', byline: '新重庆-重庆日报首席记者 陈维灯' },
    { title: '黔江：高山“风”景秋染成', credit: '特约摄影 杨敏/视觉重庆' },
    {
      title: '初心如磐厚植“小微情怀” 普惠实体共创美好未来',
      subtitle: '——重庆渝北银座村镇银行成立13周年',
      byline: '徐一琪',
    },
  ]);
});

test('subheads and summaries are told from paragraphs', () => {
  expect(texts(0, 'summary').map((text) => text.slice(0, 8))).toEqual(['■无论是淘宝天猫', '■随着互联网流量']);
  expect(articles.flatMap((_, i) => texts(i, 'subhead'))).toEqual([
    '存量时代，以合作谋求新发展空间',
    '强党建聚合力 擦亮为民初心',
    '长相伴共成长 做强小微“主业”',
    '“贷”动乡村振兴 助农增收致富',
  ]);
});

test('sentences that a column break divided are whole again, without what the break repeats', () => {
  for (const [article, sentence] of [
    [0, '都是在长时间互相“屏蔽”后的“握手言和”。互联网巨头们为何在此时主动“拆墙”？'],
    [2, '特别是通过以工代赈'],
    [3, '目前，五步蛇广泛分布在巫溪海拔1200米以下的宁厂镇'],
    [4, '先后建起麒麟盖光伏电站'],
    [5, '更深刻把握金融工作的政治性、人民性'],
    [5, '通过开发信用保证类产品，满足'],
    [5, '渝北银座银行深扎根居基石工程'],
  ] as const) {
    expect(articles[article]!.text).toContain(sentence);
  }
});

test('blocks know their lines in the file', () => {
  const lines = page.split('\n');
  for (const { text, blocks } of articles) {
    for (const block of blocks) {
      const first = lines[block.lines[0] - 1]!.replace(/^#+ /, '');
      const last = lines[block.lines[1] - 1]!;
      expect(blockText(text, block).startsWith(first)).toBe(true);
      expect(blockText(text, block).endsWith(last.slice(-5).replace(/^#+ /, ''))).toBe(true);
    }
  }
});

test('the page states no date, and none is made up', () => {
  expect(articles.some((article) => 'date' in article || 'publication' in article || 'page' in article)).toBe(
    false,
  );
});
