import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.js';
import { readFeed } from '../../../src/corpus/feed/feed-file.js';
import { answererOf } from '../../answering/support.js';
import { expectInProportion } from '../growth.js';

const outcomesOf = (xml: string | Uint8Array) => [...readFeed('青石.xml', Buffer.from(xml))];
const articlesOf = (xml: string | Uint8Array): Article[] =>
  outcomesOf(xml).flatMap((outcome) => (outcome.kind === 'article' ? outcome.article : []));
const problemsOf = (xml: string | Uint8Array) =>
  outcomesOf(xml).flatMap((outcome) => (outcome.kind === 'unreadable' ? outcome.unreadable.problem.en : []));

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>青石快讯</title><link>https://example.org</link><description>县里的事</description>
<item><title>大桥 &amp; 渡口</title><link>https://example.org/1</link><pubDate>Sun, 02 Jun 2024 23:30:00 +0800</pubDate>
<dc:creator>方晓棠</dc:creator><description>摘要。</description>
<content:encoded><![CDATA[<h2>大桥</h2><p>青石大桥全长1286米。</p><p>渡口停运。</p>]]></content:encoded></item>
<item><title>图书馆</title><description>周一闭馆。</description></item>
<item><title>只有标题</title></item>
</channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>青石快讯</title><id>x</id><updated>2024-06-03T00:00:00Z</updated>
<entry><title>大桥</title><id>1</id><link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/>
<published>2024-06-02T09:30:00+08:00</published><updated>2024-06-03T00:00:00Z</updated><author><name>方晓棠</name></author>
<content type="html">&lt;p&gt;青石大桥全长1286米。&lt;/p&gt;</content></entry></feed>`;
const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>青石快讯</title><link>l</link><description>d</description></channel>
<item rdf:about="y"><title>大桥</title><link>https://example.org/1</link><description>青石大桥全长1286米。</description>
<dc:date>2024-06-02</dc:date><dc:creator>方晓棠</dc:creator></item></rdf:RDF>`;

const FACTS = { publication: '青石快讯', date: '2024-06-02', author: '方晓棠', url: 'https://example.org/1' };

describe('entries with text are articles with what the feed states', () => {
  test.each<[format: string, xml: string, articles: readonly object[]]>([
    [
      'RSS',
      RSS,
      [
        {
          title: '大桥 & 渡口',
          text: '大桥\n青石大桥全长1286米。\n渡口停运。',
          sections: [['大桥']],
          unit: 'none',
          ...FACTS,
        },
        { title: '图书馆', text: '周一闭馆。', publication: '青石快讯' },
      ],
    ],
    ['Atom', ATOM, [{ title: '大桥', text: '青石大桥全长1286米。', ...FACTS }]],
    ['RSS 1.0', RDF, [{ title: '大桥', text: '青石大桥全长1286米。', ...FACTS }]],
  ])('%s', (format, xml, articles) => {
    expect(articlesOf(xml)).toEqual(articles.map((each) => expect.objectContaining(each)));
    expect(outcomesOf(xml).at(-1)).toEqual({ kind: 'found', found: { format } });
  });
});

test('episodes of a podcast have what is written for iTunes where there is no other text', () => {
  const items = [
    '<itunes:subtitle>略。</itunes:subtitle><itunes:summary>一瓶开水一分钱。</itunes:summary>',
    '<itunes:subtitle>换一根伞骨3块钱。</itunes:subtitle>',
    '<description>理发五角。</description><itunes:summary>略。</itunes:summary>',
  ];
  const xml = `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>弄堂口</title>
${items.map((item, i) => `<item><title>第${i + 1}集</title>${item}</item>`).join('\n')}</channel></rss>`;
  expect(articlesOf(xml).map(({ text }) => text)).toEqual([
    '一瓶开水一分钱。',
    '换一根伞骨3块钱。',
    '理发五角。',
  ]);
});

describe('faults', () => {
  const NO_FEED = ['It is no RSS or Atom feed, or a broken one.'];
  const ENTITIES = ['It cannot be read: it declares entities of its own.'];
  const bomb = '<!DOCTYPE rss [<!ENTITY a "甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;">]>';
  test.each<[what: string, xml: string, problems: readonly string[]]>([
    ['other XML', '<?xml version="1.0"?><books><book>甲</book></books>', NO_FEED],
    ['no XML', '甲文。', NO_FEED],
    ['it breaks off', RSS.slice(0, 300), NO_FEED],
    ['entities that grow', RSS.replace('<rss', `${bomb}<rss`), ENTITIES],
    ['such after the beginning', RSS.replace('<channel>', `<channel>${bomb}`), ENTITIES],
    [
      'such after text that is none',
      RSS.replace('</item>', `<x><![CDATA[<!ENTITY]]></x></item>${bomb}`),
      ENTITIES,
    ],
    ['no declaration, but words about one', RSS.replace('渡口停运', '&lt;!ENTITY 与 <!ENTITY'), []],
  ])('%s', (_, xml, problems) => expect(problemsOf(xml)).toEqual(problems));
});

test.each<[what: string, times: number, xml: (times: number) => string]>([
  [
    'nested elements',
    250_000,
    (times) => RSS.replace('周一', `${'<a>'.repeat(times)}${'</a>'.repeat(times)}`),
  ],
  ['open elements', 600_000, (times) => RSS.replace('周一', '<a>'.repeat(times))],
  ['open CDATA', 200_000, (times) => RSS.replace('周一', '<![CDATA['.repeat(times))],
  [
    'many entries',
    50_000,
    (times) => RSS.replace('</channel>', `${'<item><title>甲</title></item>'.repeat(times)}</channel>`),
  ],
])('a hostile file takes no more time than its length: %s', (_, times, xml) =>
  expectInProportion((some) => outcomesOf(xml(some)), times),
);

test.each([
  ['Sun, 02 Jun 2024 23:30:00 +0800', '2024-06-02'],
  ['Sun, 02 Jun 2024 23:30:00 GMT', '2024-06-03'],
  ['2024-06', '2024-06'],
  ['昨天', '昨天'],
])('the day of %s is %s', (stated, day) =>
  expect(articlesOf(RSS.replace(/<pubDate>.*?<\/pubDate>/, `<pubDate>${stated}</pubDate>`))[0]?.date).toBe(
    day,
  ),
);

test('what they answer is cited with the entry', async () => {
  const { results } = await (await answererOf(articlesOf(RSS))).answer({ text: '青石大桥全长多少米？' });
  expect(results[0]).toMatchObject({
    excerpt: expect.stringContaining('青石大桥全长1286米。'),
    citation: {
      title: '大桥 & 渡口',
      publication: '青石快讯',
      byline: '方晓棠',
      date: '2024-06-02',
      url: FACTS.url,
    },
  });
});
