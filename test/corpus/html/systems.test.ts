import { describe, expect, test } from 'vitest';
import { outlineOf, readFile } from '../read-file.js';

const LONG =
  '潮平两岸阔，风正一帆悬，这是我最喜欢的一句诗，写在这里做签名，天天看也不厌，朋友们也都说好，真是百读不厌。';

describe('a thread', () => {
  const post = (number: number, text: string, more = '') =>
    `<div id="post_${number}"><div class="authi"><a class="xw1">柳梢</a><em id="authorposton${number}">发表于 2022-5-7 21:14</em></div><div id="postmessage_${number}">${text}</div>${more}</div>`;
  const thread = (...posts: string[]) =>
    `<title>修表 - 论坛</title><div id="postlist"><h1><span id="thread_subject">修表</span></h1>${posts.join('')}</div><div id="ft"><p>${LONG}</p></div>`;
  const cases: readonly [name: string, html: string, posts: string[]][] = [
    ['of short posts', thread(post(1, '哪里会修'), post(2, '粮站对面')), ['哪里会修', '粮站对面']],
    [
      'whose first post alone is long, in elements of its own',
      thread(post(1, `<div>${LONG}</div><div>${LONG}</div>`), post(2, '粮站对面'), post(3, '同问')),
      [LONG, LONG, '粮站对面', '同问'],
    ],
    [
      'with a signature below a post',
      thread(post(1, '哪里会修', `<div class="sign"><p>${LONG}</p><p>来源：渔家</p></div>`)),
      ['哪里会修'],
    ],
    [
      'of vBulletin',
      `<h1>修表</h1><div id="post_message_1">哪里会修</div><div class="signature">${LONG}</div><div id="post_message_2">粮站对面</div>`,
      ['哪里会修', '粮站对面'],
    ],
  ];
  test.each(cases)('%s', async (_, html, posts) => {
    const reading = await readFile('a.html', `<html><body>${html}</body></html>`);
    expect(outlineOf(reading)).toEqual(['title: 修表', ...posts.map((text) => `paragraph: ${text}`)]);
    expect(reading.articles[0]?.publication).toBeUndefined();
  });

  const facts: readonly [name: string, html: string, facts: object][] = [
    [
      'Discuz X2',
      '<h1 class="ts"><a href="#" id="thread_subject">修表</a></h1><div class="authi"><a class="xw1">柳梢</a></div><em id="authorposton1">发表于 2011-5-7 21:14</em><table><tr><td class="t_f" id="postmessage_1">哪里会修</td></tr></table>',
      { title: '修表', author: '柳梢', date: '2011-5-7' },
    ],
    [
      'Discuz 7',
      '<h1>修表</h1><em id="authorposton1">发表于 2009-3-4 10:20</em><table><tr><td class="t_msgfont" id="postmessage_1">哪里会修</td></tr></table>',
      { title: '修表', date: '2009-3-4' },
    ],
    [
      'Discuz X3.5 for phones',
      '<title>哪里会修座钟 - 论坛 - 手机版</title><div class="view_tit">哪里会修座钟</div><div class="plc" id="pid1"><ul class="authi"><li class="mtit"><span class="y">1<sup>#</sup></span><span class="z"><a>柳梢</a></span></li><li class="mtime">2023-4-1 07:12</li></ul><div class="message">座钟停了</div></div>',
      { title: '哪里会修座钟', author: '柳梢', date: '2023-4-1' },
    ],
  ];
  test.each(facts)('tells who began it and when: %s', async (_, html, expected) => {
    const { title, author, date } = (await readFile('a.html', html)).articles[0]!;
    expect(JSON.parse(JSON.stringify({ title, author, date }))).toEqual(expected);
  });

  test('is not every page with a signature', async () => {
    const html = `<article><h1>关于修表的通告</h1><p>${LONG}</p><div class="sign">青石县教育局</div><div class="message">请相互转告。</div></article>`;
    expect(outlineOf(await readFile('a.html', html))).toEqual([
      'title: 关于修表的通告',
      `paragraph: ${LONG}`,
      'paragraph: 青石县教育局',
      'paragraph: 请相互转告。',
    ]);
  });
});

describe('the electronic edition of a paper', () => {
  const comment = (fields: string) => `<!--enpproperty <articleid>1</articleid>${fields}/enpproperty-->`;
  const page = (head: string, fields: string, lines = '') =>
    `<html><head>${head}</head><body><div>${lines}</div><div id="ozoom"><founder-content><p>${LONG}</p></founder-content></div>${comment(fields)}</body></html>`;
  const cases: readonly [name: string, html: string, facts: object][] = [
    [
      'states its page by name',
      page('', '<title>守渡口</title><nodename>第03版：要闻</nodename>'),
      { title: '守渡口', page: '第03版：要闻' },
    ],
    ['but a column is none', page('', '<title>守渡口</title><nodename>经济</nodename>'), { title: '守渡口' }],
    [
      'states paper and page in the head',
      page(
        '<meta name="PaperName" content="桐江晚报"><meta name="nodename" content="A06：社区">',
        '<title>守渡口</title>',
      ),
      { title: '守渡口', publication: '桐江晚报', page: 'A06：社区' },
    ],
    [
      'states the lines beside the headline, though none of them is shown',
      page(
        '',
        '<title>守渡口</title><introtitle>春运观察</introtitle><subtitle>三十年<br/>不涨价</subtitle>',
      ),
      { title: '守渡口', kicker: '春运观察', subtitle: '三十年 不涨价' },
    ],
    [
      'states them in the head',
      page(
        '<meta name="IntroTitle" content="春运观察"><meta name="SubTitle" content="不涨价">',
        '<title>守渡口</title>',
      ),
      { title: '守渡口', kicker: '春运观察', subtitle: '不涨价' },
    ],
    [
      'states them in elements of its own',
      page(
        '',
        '',
        '<founder-introtitle>春运观察</founder-introtitle><founder-title>守渡口</founder-title><founder-subtitle>不涨价</founder-subtitle>',
      ),
      { title: '守渡口', kicker: '春运观察', subtitle: '不涨价' },
    ],
    [
      'leaves fields empty',
      page(
        '',
        '<title>守渡口</title><introtitle></introtitle><subtitle> &nbsp;</subtitle><nodename></nodename>',
      ),
      { title: '守渡口' },
    ],
  ];
  test.each(cases)('%s', async (_, html, facts) => {
    const {
      title,
      kicker,
      subtitle,
      publication,
      page: name,
    } = (await readFile('a.html', html)).articles[0]!;
    expect(JSON.parse(JSON.stringify({ title, kicker, subtitle, publication, page: name }))).toEqual(facts);
  });

  test('has the line beside the headline, though a link above says the same', async () => {
    const lines = '<ul><li><a href="#">春运观察</a></li></ul><p>春运观察</p><p>守渡口</p>';
    const html = page('', '<title>守渡口</title><introtitle>春运观察</introtitle>', lines);
    const { blocks } = (await readFile('a.html', html)).articles[0]!;
    expect(blocks.map(({ role }) => role)).toEqual(['kicker', 'title', 'paragraph']);
  });

  test('has these lines in their places and not in the text, where they are shown', async () => {
    const lines = '<p>春运观察</p><p>守渡口</p><p>三十年不涨价</p>';
    const fields = '<title>守渡口</title><introtitle>春运观察</introtitle><subtitle>三十年 不涨价</subtitle>';
    expect(outlineOf(await readFile('a.html', page('', fields, lines)))).toEqual([
      'kicker: 春运观察',
      'title: 守渡口',
      'subtitle: 三十年不涨价',
      `paragraph: ${LONG}`,
    ]);
  });
});
