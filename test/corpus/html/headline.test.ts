import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.js';
import { readHtmlFile } from '../../../src/corpus/html/html-file.js';

const TEXT =
  '<p>澜江大桥主桥昨日合龙，全长一千二百八十六米，双向六车道，计划明年国庆节前通车，两岸居民过江只要三分钟。</p><p>合龙口的误差必须控制在五毫米以内，施工只能选在清晨气温最稳的时候进行，焊接前后用了四个小时。</p>';
const COLUMN = '<title>新闻中心-澜江网</title>';
const INFO = '<div>发布时间：2024-11-05 来源：澜江日报</div>';

function articleOf(html: string): Article {
  const [article] = [...readHtmlFile('a.html', Buffer.from(html))].flatMap((outcome) =>
    outcome.kind === 'article' ? [outcome.article] : [],
  );
  return article!;
}

describe('without an h1, what readers see as the title', () => {
  const cases: readonly [name: string, html: string, title: string][] = [
    ['by its class', `${COLUMN}<div class="title">大桥昨日合龙</div>${INFO}${TEXT}`, '大桥昨日合龙'],
    ['by a class of pinyin', `${COLUMN}<p class="wzbt">大桥昨日合龙</p>${TEXT}`, '大桥昨日合龙'],
    [
      'by a name of several words',
      `${COLUMN}<div id="article_tit">大桥昨日合龙</div>${TEXT}`,
      '大桥昨日合龙',
    ],
    [
      'in an element within its line',
      `${COLUMN}<div><span class="newsTitle">大桥昨日合龙</span></div>${TEXT}`,
      '大桥昨日合龙',
    ],
    [
      'the one nearest to the text',
      `${COLUMN}<div class="title">桐江人家</div><div class="title">大桥昨日合龙</div>${INFO}${TEXT}`,
      '大桥昨日合龙',
    ],
    ['in larger letters', `${COLUMN}<p><font size="5">大桥昨日合龙</font></p>${TEXT}`, '大桥昨日合龙'],
    ['by its style', `${COLUMN}<p style="font-size:22px">大桥昨日合龙</p>${TEXT}`, '大桥昨日合龙'],
    ['in bold letters', `${COLUMN}<p><strong>大桥昨日合龙</strong></p>${TEXT}`, '大桥昨日合龙'],
    ['as the only heading', `${COLUMN}<h3>大桥昨日合龙</h3>${TEXT}`, '大桥昨日合龙'],
    ['where the page has no title', `<p class="bt">大桥昨日合龙</p>${TEXT}`, '大桥昨日合龙'],
    [
      'where the title is a left-over of another page',
      `<title>2019年工作总结</title><p class="bt">大桥昨日合龙</p>${TEXT}`,
      '大桥昨日合龙',
    ],
    [
      'where the title repeats it before the column',
      `<title>大桥昨日合龙-新闻中心-澜江网</title><p>大桥昨日合龙</p>${TEXT}`,
      '大桥昨日合龙',
    ],
    [
      'where the h1 is the column and the title begins with another heading',
      `<title>大桥昨日合龙-新闻中心</title><h1>新闻中心</h1><h2>大桥昨日合龙</h2>${TEXT}`,
      '大桥昨日合龙',
    ],
    [
      'where the h1 is the site and the title begins with another heading',
      `<title>大桥昨日合龙 - 桐江人家</title><h1>桐江人家</h1><h2>大桥昨日合龙</h2>${TEXT}`,
      '大桥昨日合龙',
    ],
  ];
  test.each(cases)('%s', (_, html, title) => {
    const { title: found, blocks, text } = articleOf(html);
    expect(found).toBe(title);
    const titles = blocks.filter(({ role }) => role === 'title');
    expect(titles.map(({ start, end }) => text.slice(start, end))).toEqual([title]);
  });
});

describe('is not', () => {
  const cases: readonly [name: string, html: string, title: string][] = [
    [
      'what the page calls the title of something else',
      `${COLUMN}<div class="side-title">栏目一览表</div><div class="subtitle">两岸三分钟</div>${TEXT}`,
      '新闻中心-澜江网',
    ],
    ['a link', `${COLUMN}<div class="title"><a href="/">澜江人家</a></div>${TEXT}`, '新闻中心-澜江网'],
    ['a salutation', `${COLUMN}<p><b>尊敬的各位市民：</b></p>${TEXT}`, '新闻中心-澜江网'],
    ['a sentence', `${COLUMN}<p><b>大桥昨日合龙。</b></p>${TEXT}`, '新闻中心-澜江网'],
    [
      'a heading among others',
      `${COLUMN}<h2>施工的经过</h2>${TEXT}<h2>通车的日期</h2>${TEXT}`,
      '新闻中心-澜江网',
    ],
    ['a label with its value', `${COLUMN}<p><b>地点：县影剧院</b></p>${TEXT}`, '新闻中心-澜江网'],
    ['a byline', `${COLUMN}<p><b>退休教师 贝蕾 整理</b></p>${TEXT}`, '新闻中心-澜江网'],
    ['the number of a paper', `${COLUMN}<p><b>沙足协发〔2025〕14号</b></p>${TEXT}`, '新闻中心-澜江网'],
    [
      'a bold line that is not the first',
      `${COLUMN}<p>各位市民朋友</p><p><b>办公地点和电话</b></p>${TEXT}`,
      '新闻中心-澜江网',
    ],
    ['an item', `${COLUMN}<p><b>一、施工的经过</b></p>${TEXT}`, '新闻中心-澜江网'],
    [
      'a line in the letters of the text',
      `${COLUMN}<p style="font-size:18px">各位市民朋友</p>${TEXT.replaceAll('<p>', '<p style="font-size:18px">')}`,
      '新闻中心-澜江网',
    ],
    [
      'a bold line, where the title tells of something else',
      `<title>澜江大桥通车在即</title><p><b>两岸三分钟</b></p>${TEXT}`,
      '澜江大桥通车在即',
    ],
    [
      'a line of such a name, where the text has the title',
      `<title>澜江大桥主桥昨日合龙_澜江网</title><div class="title">本网今日快报</div>${TEXT}`,
      '澜江大桥主桥昨日合龙_澜江网',
    ],
    [
      'a line that is not what the page gives to others',
      `<meta property="og:title" content="大桥合龙了"><div class="title">两岸三分钟</div>${TEXT}`,
      '大桥合龙了',
    ],
    [
      'anything but the h1 that tells',
      `<h1>大桥合龙</h1><div class="title">两岸三分钟</div>${TEXT}`,
      '大桥合龙',
    ],
  ];
  test.each(cases)('%s', (_, html, title) => expect(articleOf(html).title).toBe(title));
});
